import { useTranslation } from '~/i18n/use-translation'
import type { AccountErrors } from '../schema'

type Props = {
  name: string
  type?: 'text' | 'email' | 'password'
  value?: string
  errors: AccountErrors
  autoComplete: string
  hint?: boolean
  inputMode?: 'numeric'
}

/** A field with its label and error above it. */
export function Field({ name, type = 'text', value, errors, autoComplete, hint = false, inputMode }: Props) {
  const { t } = useTranslation('account')
  const error = errors[name]
  const describedBy = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label htmlFor={name}>{t(`field.${name}`)}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {t(`hint.${name}`)}
        </p>
      )}
      {error && (
        <p className="error" id={`${name}-error`}>
          {t(`error.${error}`)}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={type === 'password' ? undefined : value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      />
    </div>
  )
}

/** The list for the top of a page: each entry leads to its field. */
export function useProblems(errors: AccountErrors): { href: string; text: string }[] {
  const { t } = useTranslation('account')
  return Object.entries(errors).map(([name, error]) => ({ href: `#${name}`, text: t(`error.${error}`) }))
}
