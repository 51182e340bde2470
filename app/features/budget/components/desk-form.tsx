import { useTranslation } from '~/i18n/use-translation'
import { deskPaths } from '~/paths'
import { SelectField } from '~/ui/select-field'
import { deskForms, type DeskDo, type DeskField } from '../desk-forms'
import type { DeskBudget, DeskLists } from '../desk-view'

type Props = {
  field: DeskField
  typed: Record<string, string>
  errors: Record<string, string>
  lists: DeskLists
}

/** A form of the budget's desk. A year that has begun keeps its number. */
export function DeskForm({ cycle, form, ...rest }: Omit<Props, 'field'> & { cycle: DeskBudget | null; form: DeskDo }) {
  const { t } = useTranslation('desk-budget')
  const fields: readonly DeskField[] = deskForms[form]
  return (
    <form
      method="post"
      action={cycle ? deskPaths.budgetYear(cycle.year) : deskPaths.budget}
      noValidate
      className="stack"
      id="do"
    >
      {cycle && <input type="hidden" name="cycleId" value={cycle.cycleId} />}
      {form === 'sign' && <input type="hidden" name="seen" value={cycle?.draftHash ?? ''} />}
      {fields.map((field) =>
        cycle && field.name === 'year' ? (
          <input key="year" type="hidden" name="year" value={cycle.year} />
        ) : (
          <Field key={field.name} field={field} {...rest} />
        ),
      )}
      <button type="submit" name="do" value={form} className="button">
        {t(`button.${form}`)}
      </button>
    </form>
  )
}

function Field({ field, typed, errors, lists }: Props) {
  const { t } = useTranslation('desk-budget')
  const { name } = field
  if (field.kind === 'hidden') return <input type="hidden" name={name} value={typed[name] ?? ''} />
  if (field.kind === 'weights')
    return (
      <fieldset className="stack" id="weights">
        <legend>{t('field.weights')}</legend>
        <p className="hint">{t('weightsWhat')}</p>
        {lists.units.map(([unit, label]) => (
          <Line key={unit} name={`weight-${unit}`} label={label} typed={typed} errors={errors} start="1" />
        ))}
      </fieldset>
    )
  const label = t(`field.${name}`)
  if (field.kind === 'choice' || field.kind === 'list') {
    const options: [string, string][] =
      field.kind === 'list' ? lists[field.from] : field.options.map((option) => [option, t(`${field.texts}.${option}`)])
    return (
      <>
        <Fault name={name} errors={errors} />
        <SelectField
          name={name}
          label={label}
          all={t(`none.${field.none ?? 'choose'}`)}
          value={typed[name]}
          options={options}
        />
      </>
    )
  }
  return <Line name={name} label={label} typed={typed} errors={errors} kind={field.kind} />
}

type LineProps = Omit<Props, 'field' | 'lists'> & {
  name: string
  label: string
  kind?: 'line' | 'words' | 'number' | 'date' | 'time'
  start?: string
}

function Line({ name, label, typed, errors, kind = 'line', start }: LineProps) {
  const shared = {
    id: name,
    name,
    defaultValue: typed[name] ?? start,
    'aria-invalid': errors[name] ? true : undefined,
    'aria-describedby': errors[name] ? `${name}-error` : undefined,
  }
  return (
    <div className="field wide">
      <label htmlFor={name}>{label}</label>
      <Fault name={name} errors={errors} />
      {kind === 'words' ? (
        <textarea rows={3} {...shared} />
      ) : (
        <input
          type={kind === 'date' || kind === 'time' ? kind : 'text'}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          autoComplete="off"
          {...shared}
        />
      )}
    </div>
  )
}

function Fault({ name, errors }: { name: string; errors: Record<string, string> }) {
  const { t } = useTranslation(['desk-budget', 'common'])
  const error = errors[name]
  if (!error) return null
  return (
    <p className="error" id={`${name}-error`}>
      <span className="hidden">{t('common:errorPrefix')} </span>
      {t(`error.${error}`)}
    </p>
  )
}
