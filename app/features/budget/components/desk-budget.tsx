import { useTranslation } from '~/i18n/use-translation'
import { formatDate } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { formsNow, type DeskDo } from '../desk-forms'
import type { DeskBudget, DeskLists } from '../desk-view'
import { DeskForm } from './desk-form'

export type DeskBudgetPageView = {
  cycle: DeskBudget
  form: DeskDo
  lists: DeskLists
  typed: Record<string, string>
  errors: Record<string, string>
  done: string | null
}

/** One year's budget: where it stands, what is missing, and the one form that was asked for. */
export function DeskBudgetPage({ done, ...view }: DeskBudgetPageView) {
  const { t } = useTranslation('desk-budget')
  const { cycle, form, errors } = view
  const forms = formsNow(cycle)
  return (
    <div className="page desk stack">
      <Problems errors={errors} />
      {done && (
        <p className="notice good" role="status">
          {t(`done.${done}`)}
        </p>
      )}
      <p>
        <a href={deskPaths.budget}>{t('toYears')}</a>
      </p>
      <h1>{t('titleOf', { year: cycle.year })}</h1>
      <State {...cycle} />
      <nav aria-label={t('forms')}>
        <ul className="plain-list">
          {forms.map((name) => (
            <li key={name}>
              <a
                href={`${deskPaths.budgetYear(cycle.year)}?do=${name}#do`}
                aria-current={name === form ? 'page' : undefined}
              >
                {t(`do.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {forms.includes(form) && (
        <section className="stack">
          <h2>{t(`do.${form}`)}</h2>
          <p>{t(`what.${form}`)}</p>
          {form === 'deliver' && (
            <p>
              <a href={deskPaths.newServiceFrom(cycle.year, view.typed['number'] ?? '')}>{t('newService')}</a>
            </p>
          )}
          {form === 'hearing' && (
            <p>
              <a href={deskPaths.meeting}>{t('hearingNeeds')}</a>
            </p>
          )}
          <DeskForm {...view} />
        </section>
      )}
    </div>
  )
}

/** What is wrong with the form, above everything else. */
export function Problems({ errors }: { errors: Record<string, string> }) {
  const { t } = useTranslation('desk-budget')
  const problems = Object.entries(errors).map(([name, error]) => ({ href: `#${name}`, text: t(`error.${error}`) }))
  return problems.length > 0 ? <ErrorSummary errors={problems} /> : null
}

function State(cycle: DeskBudget) {
  const { t } = useTranslation('desk-budget')
  const { phase, missing, ruleHash, draftHash, isSigned, codesIssued, paperWaiting, conflicts } = cycle
  return (
    <section className="stack">
      <p>
        <strong>{t(`phase.${phase}`)}</strong>
      </p>
      {missing.length > 0 && (
        <>
          <p>{t('missingFirst')}</p>
          <ul>
            {missing.map((name) => (
              <li key={name}>{t(`missing.${name}`)}</li>
            ))}
          </ul>
        </>
      )}
      {ruleHash && <p className="typed-secret">{t('frozen', { hash: ruleHash })}</p>}
      {draftHash && <p className="typed-secret">{t('draft', { hash: draftHash })}</p>}
      {isSigned && <p>{t('signed')}</p>}
      {codesIssued > 0 && <p>{t('codes', { count: codesIssued })}</p>}
      {paperWaiting > 0 && <p>{t('paperWaiting', { count: paperWaiting })}</p>}
      {conflicts > 0 && <p>{t('conflicts', { count: conflicts })}</p>}
      <Proposals {...cycle} />
      <Hearings {...cycle} />
    </section>
  )
}

/** The proposals with what is known of each, and the way to the form that changes it in this phase. */
function Proposals({ year, phase, proposals, isFrozen, isOver }: DeskBudget) {
  const { t } = useTranslation('desk-budget')
  if (proposals.length === 0) return null
  const form =
    phase === 'council' ? 'decide' : phase === 'delivery' ? 'deliver' : !isFrozen && !isOver ? 'proposal' : null
  return (
    <>
      <h2>{t('proposals')}</h2>
      <ul className="plain-list">
        {proposals.map(({ number, title, feasibility, decision }) => (
          <li key={number}>
            {form && (form === 'proposal' || feasibility === 'feasible') ? (
              <a href={`${deskPaths.budgetYear(year)}?do=${form}&about=${number}#do`}>
                {number}. {title}
              </a>
            ) : (
              `${number}. ${title}`
            )}{' '}
            – {decision ? t(`decision.${decision}`) : t(`feasibility.${feasibility}`)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Hearings({ year, hearings }: DeskBudget) {
  const { t } = useTranslation('desk-budget')
  const { language } = useRegister()
  if (hearings.length === 0) return null
  return (
    <>
      <h2>{t('hearings')}</h2>
      <ul className="plain-list">
        {hearings.map(({ id, on, place, hasNotes }) => (
          <li key={id}>
            <a href={`${deskPaths.budgetYear(year)}?do=hearing&about=${id}#do`}>
              {formatDate(on, language)}, {place}
            </a>{' '}
            – {t(hasNotes ? 'hasNotes' : 'noNotes')}
          </li>
        ))}
      </ul>
    </>
  )
}
