import { useTranslation } from '~/i18n/use-translation'
import { formatWeekday } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { accessFeatures, serviceLanguages } from '../../directory/facts'
import {
  accessModes,
  holidayChoices,
  providerKinds,
  weekdays,
  type Choices,
  type Faults,
  type Fields,
  type PartName,
} from '../fields'

export type FormView = { fields: Fields; faults: Faults; choices: Choices }

/** Parts of a record, each opened where it is to be changed: a form of a few lines, not of a hundred fields. */
export function PartList({ names, ...form }: FormView & { names: readonly PartName[] }) {
  const { t } = useTranslation('desk-services')
  return names.map((name) => (
    <details key={name} className="part" open={isFaulty(name, form.faults)}>
      <summary>{t(`part.${name}`)}</summary>
      <PartFields name={name} isNamed {...form} />
    </details>
  ))
}

/** Names of fields begin with that of their part, but for these. */
const startsOf: Partial<Record<PartName, string>> = {
  hours: 'day-|hours',
  start: 'access[A-Z]',
  cost: 'lek',
  ages: 'age',
}

function isFaulty(name: PartName, faults: Faults): boolean {
  const start = new RegExp(`^(${startsOf[name] ?? name})`)
  return Object.keys(faults).some((field) => start.test(field))
}

/** The fields of one part of a record. */
export function PartFields({ name, isNamed = false, ...form }: FormView & { name: PartName; isNamed?: boolean }) {
  const { t } = useTranslation(['desk-services', 'directory', 'facts'])
  const { choices } = form
  if (name === 'type') {
    return <Choice {...form} name="type" options={choices.types.map((type) => [type, t(`directory:type.${type}`)])} />
  }
  if (name === 'start') {
    return (
      <Choice
        {...form}
        name="accessMode"
        options={accessModes.map((mode) => [mode, t(`desk-services:accessModes.${mode}`)])}
      />
    )
  }
  if (name === 'phone' || name === 'capacity') {
    return <Text {...form} name={name} inputMode={name === 'phone' ? 'tel' : 'numeric'} />
  }
  const inside = (
    <>
      <Fault name={name} faults={form.faults} />
      <Inside name={name} {...form} />
    </>
  )
  // Under a summary that names it, a legend would say the same once more.
  return isNamed ? (
    <div className="field" id={name} role="group" aria-label={t(`desk-services:part.${name}`)}>
      {inside}
    </div>
  ) : (
    <fieldset className="field" id={name}>
      <legend>{t(`desk-services:part.${name}`)}</legend>
      {inside}
    </fieldset>
  )
}

function Inside({ name, ...form }: FormView & { name: PartName }) {
  const { t } = useTranslation(['desk-services', 'directory', 'facts'])
  switch (name) {
    case 'provider':
      return (
        <>
          <Text {...form} name="providerSq" />
          <Text {...form} name="providerEn" />
          <Choice
            {...form}
            name="providerKind"
            options={providerKinds.map((kind) => [kind, t(`desk-services:providerKinds.${kind}`)])}
          />
        </>
      )
    case 'groups':
      return (
        <Ticks
          {...form}
          options={form.choices.groups.map((group) => [`group-${group}`, t(`directory:group.${group}`)])}
        />
      )
    case 'languages':
      return (
        <Ticks {...form} options={serviceLanguages.map((code) => [`language-${code}`, t(`facts:language.${code}`)])} />
      )
    case 'hours':
      return <HoursFields {...form} />
    case 'place':
      return (
        <div className="choices-row">
          {(['shown', 'hidden'] as const).map((value) => (
            <label key={value} className="tick">
              <input type="radio" name="place" value={value} defaultChecked={form.fields['place'] === value} />
              {t(`desk-services:place.${value}`)}
            </label>
          ))}
        </div>
      )
    case 'cost':
      return (
        <>
          <Choice
            {...form}
            name="cost"
            options={(['free', 'paid'] as const).map((value) => [value, t(`desk-services:cost.${value}`)])}
          />
          <Text {...form} name="lek" inputMode="numeric" />
        </>
      )
    case 'access':
      return (
        <>
          <p className="hint">{t('desk-services:accessHint')}</p>
          <div className="field-grid">
            {accessFeatures.map((feature) => (
              <Choice
                key={feature}
                {...form}
                name={`access-${feature}`}
                label={t(`facts:feature.${feature}`)}
                options={(['yes', 'no'] as const).map((value) => [value, t(`desk-services:answer.${value}`)])}
              />
            ))}
          </div>
        </>
      )
    case 'documents':
      return (
        <>
          <Block {...form} name="documentsSq" />
          <Block {...form} name="documentsEn" />
        </>
      )
    case 'ages':
      return (
        <div className="field-grid">
          <Text {...form} name="ageFrom" inputMode="numeric" />
          <Text {...form} name="ageTo" inputMode="numeric" />
        </div>
      )
    default:
      return (
        <>
          <Text {...form} name={`${name}Sq`} />
          <Text {...form} name={`${name}En`} />
        </>
      )
  }
}

function HoursFields(form: FormView) {
  const { t } = useTranslation('desk-services')
  const { language } = useRegister()
  return (
    <>
      <p className="hint" id="hours-hint">
        {t('hoursHint')}
      </p>
      <div className="field-grid">
        {weekdays.map((day) => (
          <Text key={day} {...form} name={`day-${day}`} label={formatWeekday(day, language)} />
        ))}
        <Choice
          {...form}
          name="holidays"
          all={false}
          options={holidayChoices.map((choice) => [choice, t(`holiday.${choice}`)])}
        />
      </div>
      <p className="hint">{t('hoursWords')}</p>
      <Text {...form} name="hoursSq" />
      <Text {...form} name="hoursEn" />
    </>
  )
}

type FieldProps = FormView & { name: string; label?: string }

export function Text({ name, label, inputMode, fields, faults }: FieldProps & { inputMode?: 'tel' | 'numeric' }) {
  const { t } = useTranslation('desk-services')
  return (
    <div className="field">
      <label htmlFor={name}>{label ?? t(`field.${name}`)}</label>
      <Fault name={name} faults={faults} />
      <input type="text" {...described(name, faults)} inputMode={inputMode} defaultValue={fields[name]} />
    </div>
  )
}

function Block({ name, fields, faults }: FieldProps) {
  const { t } = useTranslation('desk-services')
  return (
    <div className="field">
      <label htmlFor={name}>{t(`field.${name}`)}</label>
      <Fault name={name} faults={faults} />
      <textarea {...described(name, faults)} rows={3} defaultValue={fields[name]} />
    </div>
  )
}

type ChoiceProps = FieldProps & { options: [value: string, text: string][]; all?: false }

function Choice({ name, label, options, all, fields, faults }: ChoiceProps) {
  const { t } = useTranslation('desk-services')
  return (
    <div className="field">
      <label htmlFor={name}>{label ?? t(`field.${name}`)}</label>
      <Fault name={name} faults={faults} />
      <select {...described(name, faults)} defaultValue={fields[name] ?? ''}>
        {all !== false && <option value="">{t('notKnown')}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function Ticks({ fields, options }: FormView & { options: [name: string, text: string][] }) {
  return (
    <div className="field-grid">
      {options.map(([name, text]) => (
        <label key={name} className="tick">
          <input type="checkbox" name={name} value="1" defaultChecked={fields[name] === '1'} />
          {text}
        </label>
      ))}
    </div>
  )
}

function Fault({ name, faults }: { name: string; faults: Faults }) {
  const { t } = useTranslation('desk-services')
  const fault = faults[name]
  return fault ? (
    <p className="error" id={`${name}-error`}>
      {t(`fault.${fault}`)}
    </p>
  ) : null
}

function described(name: string, faults: Faults) {
  const isWrong = faults[name] !== undefined
  return {
    id: name,
    name,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': isWrong ? `${name}-error` : undefined,
  }
}

/** The list for the top of a page: each entry names its field and leads to it. */
export function useFaults(faults: Faults): { href: string; text: string }[] {
  const { t } = useTranslation('desk-services')
  const { language } = useRegister()
  const labelOf = (name: string) => {
    if (name === 'form') return ''
    if (name === 'groups' || name === 'place') return `${t(`part.${name}`)}: `
    const day = /^day-(\d)$/.exec(name)?.[1]
    return `${day ? formatWeekday(Number(day), language) : t(`field.${name}`)}: `
  }
  return Object.entries(faults).map(([name, fault]) => ({
    href: `#${name}`,
    text: labelOf(name) + t(`fault.${fault}`),
  }))
}
