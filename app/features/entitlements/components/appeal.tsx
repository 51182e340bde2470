import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import type { EntitlementId } from '../engine'
import { slugOf } from '../schema'
import { dateText } from './line-words'

/** What to do when the office says no. The last day is often so, and never certain; it is never too late to ask. */
export function Appeal({ until, id }: { until: string | null; id: EntitlementId | null }) {
  const { t } = useTranslation('rights')
  const { register, language, easy } = useRegister()
  const often = until ? [t('appeal.until', { date: dateText(until, language) })] : [t('appeal.often')]
  const lines = [t('appeal.first'), ...often]
  const sure = t('appeal.sure', { returnObjects: true }) as string[]
  return (
    <section id="appeal">
      <h2>{t('appeal.title')}</h2>
      {easy ? (
        <Blocks>
          <Block picture="write" lines={lines} />
          <Block picture="legal_aid" lines={sure} />
        </Blocks>
      ) : (
        [...lines, ...sure].map((line) => <p key={line}>{line}</p>)
      )}
      <p>
        <a
          className="button button-plain"
          href={id ? paths.tellAbout(register, `entitlement:${slugOf(id)}`) : paths.tell(register)}
        >
          {t('appeal.tell')}
        </a>
      </p>
    </section>
  )
}
