import { useTranslation } from 'react-i18next'
import { formatAmount, formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import type { PublicGroup } from '../view'

/** Needs that were put together, in their order, each with why it stands there. */
export function NeedQueue({ groups }: { groups: PublicGroup[] }) {
  const { t } = useTranslation('budget')
  if (groups.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('queue.title')}</h2>
      <p>{t('queue.what')}</p>
      <ol className="stack">
        {groups.map((group) => (
          <Group key={group.id} {...group} />
        ))}
      </ol>
    </section>
  )
}

function Group({ title, easy: easyTitle, unit, since, proposal, reason }: PublicGroup) {
  const { t } = useTranslation('budget')
  const { language, easy } = useRegister()
  const { messages, urgency, costPerMessage } = reason
  const month = formatSeen({ on: since, precision: 'month' }, language)
  const facts = [
    messages === null ? t('queue.few') : t('queue.messages', { count: messages }),
    t('queue.since', { month }),
    unit && t('queue.unit', { unit }),
    urgency && t(`queue.without.${urgency}`),
    costPerMessage !== null && t('queue.costEach', { amount: formatAmount(costPerMessage, language) }),
  ]
  return (
    <li>
      <h3>{easy ? easyTitle : title}</h3>
      <ul>
        {facts.filter(Boolean).map((fact) => (
          <li key={String(fact)}>{fact}</li>
        ))}
        <li>
          {proposal === null ? (
            t('queue.noProposal')
          ) : (
            <a href={`#p${proposal}`}>{t('queue.proposal', { number: proposal })}</a>
          )}
        </li>
      </ul>
    </li>
  )
}
