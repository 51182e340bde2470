import { useTranslation } from 'react-i18next'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'

/** The way from a municipality to its budget; nothing where it has none. */
export function BudgetDoor({ slug, municipality, year }: { slug: string; municipality: string; year: number | null }) {
  const { t } = useTranslation('budget')
  const { register } = useRegister()
  if (year === null) return null
  return (
    <section>
      <h2>{t('title')}</h2>
      <p>
        <a href={paths.budgetOf(register, slug)}>{t('of', { municipality, year })}</a>
      </p>
    </section>
  )
}
