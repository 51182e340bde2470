import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import type { PlaceBudgets } from '../view'
import { NeedQueue } from './need-queue'

/** The years of one municipality, and the queue of what people there said is missing. */
export function PlaceBudgetsPage(place: PlaceBudgets) {
  const { t } = useTranslation('budget')
  const { register } = useRegister()
  const { slug, municipality, years } = place
  return (
    <div className="page stack">
      <BackLink href={paths.budget(register)}>{t('toList')}</BackLink>
      <h1>{t('place', { municipality })}</h1>
      {years.length === 0 && <p>{t('noYear')}</p>}
      {years.map(({ year, phase, isCancelled }) => (
        <section key={year} className="stack">
          <h2>
            <a className="alone" href={paths.budgetYear(register, slug, year)}>
              {t('of', { municipality, year })}
            </a>
          </h2>
          <p>{isCancelled ? t('cancelled') : t(`phase.${phase}`)}</p>
        </section>
      ))}
      <NeedQueue {...place} />
      <p>
        <a className="alone" href={paths.tell(register)}>
          {t('tell')}
        </a>
      </p>
      <p>
        <a className="alone" href={paths.track(register)}>
          {t('track')}
        </a>
      </p>
    </div>
  )
}
