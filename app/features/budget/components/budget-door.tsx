import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'

/** The way from a municipality to its budget; nothing where it has none. */
export function BudgetDoor({ slug, municipality, isThere }: { slug: string; municipality: string; isThere: boolean }) {
  const { t } = useTranslation('budget')
  const { register } = useRegister()
  if (!isThere) return null
  return (
    <section>
      <h2>{t('title')}</h2>
      <p>
        <a className="alone" href={paths.budgetOf(register, slug)}>
          {t('place', { municipality })}
        </a>
      </p>
    </section>
  )
}
