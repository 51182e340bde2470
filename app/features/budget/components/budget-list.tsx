import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Says } from './says'

/** Municipalities that have begun. */
export function BudgetList({ budgets }: { budgets: { slug: string; name: string }[] }) {
  const { t } = useTranslation('budget')
  const { register } = useRegister()
  return (
    <div className="page stack">
      <h1>{t('title')}</h1>
      <Says picture="money" lines={[t('description')]} />
      {budgets.length === 0 && <p>{t('none')}</p>}
      <ul className="plain-list">
        {budgets.map(({ slug, name }) => (
          <li key={slug}>
            <a className="alone" href={paths.budgetOf(register, slug)}>
              {t('place', { municipality: name })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
