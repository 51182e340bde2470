import { useTranslation } from 'react-i18next'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/select-field'
import { deskForms, formsNow, type DeskDo, type DeskField } from '../desk-forms'
import type { DeskBudget } from '../desk-view'

export type DeskBudgetPageView = {
  cycle: DeskBudget | null
  form: DeskDo
  groups: { id: string; title: string }[]
  typed: Record<string, string>
  errors: Record<string, string>
  done: string | null
}

/** One year's budget: where it stands, what is missing, and the one form that was asked for. */
export function DeskBudgetPage({ cycle, form, groups, typed, errors, done }: DeskBudgetPageView) {
  const { t } = useTranslation('desk-budget')
  const problems = Object.entries(errors).map(([name, error]) => ({ href: `#${name}`, text: t(`error.${error}`) }))
  const forms = formsNow(cycle)
  return (
    <div className="page desk stack">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      {done && (
        <p className="notice good" role="status">
          {t(`done.${done}`)}
        </p>
      )}
      <h1>{cycle ? t('titleOf', { year: cycle.year }) : t('title')}</h1>
      {cycle ? <State {...cycle} /> : <p>{t('none')}</p>}
      <nav aria-label={t('forms')}>
        <ul className="plain-list">
          {forms.map((name) => (
            <li key={name}>
              <a href={`${deskPaths.budget}?do=${name}`} aria-current={name === form ? 'page' : undefined}>
                {t(`do.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <section className="stack">
        <h2>{t(`do.${form}`)}</h2>
        <p>{t(`what.${form}`)}</p>
        {forms.includes(form) && (
          <form method="post" action={deskPaths.budget} noValidate className="stack" id="do">
            {cycle && <input type="hidden" name="cycleId" value={cycle.cycleId} />}
            {form === 'sign' && <input type="hidden" name="seen" value={cycle?.draftHash ?? ''} />}
            {deskForms[form].map((field: DeskField) => (
              <DeskInput
                key={field.name}
                field={field}
                value={typed[field.name]}
                error={errors[field.name]}
                groups={groups}
              />
            ))}
            <button type="submit" name="do" value={form} className="button">
              {t(`button.${form}`)}
            </button>
          </form>
        )}
      </section>
    </div>
  )
}

function State({ phase, missing, ruleHash, draftHash, isSigned, codesIssued, paperWaiting, conflicts }: DeskBudget) {
  const { t } = useTranslation('desk-budget')
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
    </section>
  )
}

type InputProps = { field: DeskField; value?: string; error?: string; groups: { id: string; title: string }[] }

function DeskInput({ field, value, error, groups }: InputProps) {
  const { t } = useTranslation('desk-budget')
  const { name } = field
  const label = t(`field.${name}`)
  const fault = error && (
    <p className="error" id={`${name}-error`}>
      {t(`error.${error}`)}
    </p>
  )
  if (field.kind === 'choice' || field.kind === 'group') {
    const options: [string, string][] =
      field.kind === 'group'
        ? groups.map(({ id, title }) => [id, title])
        : field.options.map((option) => [option, t(`${field.texts}.${option}`)])
    return (
      <>
        {fault}
        <SelectField name={name} label={label} all={t('choose')} value={value} options={options} />
      </>
    )
  }
  const shared = {
    id: name,
    name,
    defaultValue: value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${name}-error` : undefined,
  }
  return (
    <div className="field wide">
      <label htmlFor={name}>{label}</label>
      {fault}
      {field.kind === 'words' ? (
        <textarea rows={3} {...shared} />
      ) : (
        <input
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          {...shared}
        />
      )}
    </div>
  )
}
