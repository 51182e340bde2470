type Props = {
  name: string
  label: string
  /** The first choice: none of the others. */
  all?: string
  value?: string
  options: [value: string, text: string][]
}

export function SelectField({ name, label, all, value = '', options }: Props) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
