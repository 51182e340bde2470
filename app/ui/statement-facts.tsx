import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import type { AccessibilityStatement } from '~/lib/accessibility-statement'
import { Block, Blocks } from './blocks'

type Operator = { name: string; email: string | null; address: string | null; phone: string | null }
type Props = { operator: Operator | null; statement: AccessibilityStatement }

/** Status, standard, known gaps, dates and contact, as the European model statement asks. */
export function StatementFacts({ operator, statement }: Props) {
  const { t } = useTranslation('accessibility')
  const { language, easy } = useRegister()
  const reviewed = formatSeen({ on: statement.reviewed, precision: 'day' }, language)
  if (easy) {
    return (
      <Blocks>
        <Block
          picture="calendar"
          lines={[t('reviewed', { date: formatSeen({ on: statement.reviewed, precision: 'month' }, language) })]}
        />
        <Block picture="message" lines={[operator?.email ? t('contact') : t('noContact')]}>
          {operator?.email && <OperatorMail email={operator.email} />}
        </Block>
      </Blocks>
    )
  }
  return (
    <>
      <section>
        <h2>{t('facts')}</h2>
        <dl className="facts">
          <div>
            <dt>{t('statusLabel')}</dt>
            <dd>{t(`status.${statement.status}`)}</dd>
          </div>
          <div>
            <dt>{t('standardLabel')}</dt>
            <dd>{statement.standard.join(', ')}</dd>
          </div>
          <div>
            <dt>{t('methodLabel')}</dt>
            <dd>{t(`method.${statement.method}`)}</dd>
          </div>
          <div>
            <dt>{t('reviewedLabel')}</dt>
            <dd>{reviewed}</dd>
          </div>
        </dl>
      </section>
      <section>
        <h2>{t('failures')}</h2>
        <ul>
          {statement.failures.map(({ id, criterion }) => (
            <li key={id}>{t(`failure.${id}`, { criterion })}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('contactTitle')}</h2>
        <p>{operator?.email ? t('contact') : t('noContact')}</p>
        {operator?.email && <OperatorMail email={operator.email} />}
      </section>
    </>
  )
}

function OperatorMail({ email }: { email: string }) {
  return (
    <p>
      <a href={`mailto:${email}`}>{email}</a>
    </p>
  )
}
