import { useTranslation } from 'react-i18next'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'

/** Municipalities that have begun. */
export function BudgetList({ budgets }: { budgets: { slug: string; name: string; year: number }[] }) {
  const { t } = useTranslation('budget')
  const { register } = useRegister()
  return (
    <div className="page stack">
      <h1>{t('title')}</h1>
      <p>{t('description')}</p>
      {budgets.length === 0 && <p>{t('none')}</p>}
      <ul className="plain-list">
        {budgets.map(({ slug, name, year }) => (
          <li key={slug}>
            <a href={paths.budgetOf(register, slug)}>{t('of', { municipality: name, year })}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
