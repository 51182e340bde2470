import { useTranslation } from '~/i18n/use-translation'
import { deskPaths } from '~/paths'
import type { Phase } from '../rules'
import { Problems, type DeskBudgetPageView } from './desk-budget'
import { DeskForm } from './desk-form'

type Props = Pick<DeskBudgetPageView, 'lists' | 'typed' | 'errors'> & { years: { year: number; phase: Phase }[] }

/** The years of a municipality's budget, and the form that begins one. */
export function DeskYears({ years, ...form }: Props) {
  const { t } = useTranslation('desk-budget')
  return (
    <div className="page desk stack">
      <Problems errors={form.errors} />
      <h1>{t('title')}</h1>
      {years.length === 0 && <p>{t('noYears')}</p>}
      <ul className="plain-list">
        {years.map(({ year, phase }) => (
          <li key={year}>
            <a href={deskPaths.budgetYear(year)}>{t('titleOf', { year })}</a> – {t(`phase.${phase}`)}
          </li>
        ))}
      </ul>
      <h2>{t('newYear')}</h2>
      <p>{t('what.plan')}</p>
      <DeskForm {...form} cycle={null} form="plan" />
    </div>
  )
}
