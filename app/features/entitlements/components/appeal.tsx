import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import type { EntitlementId } from '../engine'
import { slugOf } from '../schema'
import { appealOf } from './advice'
import { dateText } from './line-words'
import { Lines } from './lines'

/** What to do when the office says no. The last day is often so, and never certain; it is never too late to ask. */
export function Appeal({ until, id }: { until: string | null; id: EntitlementId | null }) {
  const { t } = useTranslation('rights')
  const { register } = useRegister()
  return (
    <section id="appeal">
      <h2>{t('appeal.title')}</h2>
      <AppealLines until={until} id={id} />
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

/** What counts for every refusal, and to whom one appeals where that is known of this one. */
export function AppealLines({ until, id }: { until: string | null; id: EntitlementId | null }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { language } = useRegister()
  const often = until ? t('rights:appeal.until', { date: dateText(until, language) }) : t('rights:appeal.often')
  const own = id ? appealOf(t, id) : []
  return (
    <>
      <Lines picture="write" lines={[t('rights:appeal.first'), often]} />
      <Lines picture="legal_aid" lines={t('rights:appeal.sure', { returnObjects: true }) as string[]} />
      {own.length > 0 && <Lines picture="office" lines={own} />}
    </>
  )
}
