import { useTranslation } from '~/i18n/use-translation'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/select-field'
import type { StaffRole } from '~/lib/staff'
import type { AccountErrors } from '../schema'
import { Field, useProblems } from './fields'
import { OneTimeSetup, type OneTimeView } from './one-time-setup'

export type JoinView = {
  action: string
  /** Null: the first set-up, where the person names their own address. */
  email: string | null
  role: StaffRole
  municipality: string | null
  oneTime: OneTimeView | null
  values: Record<string, string>
  errors: AccountErrors
}

/** Makes an account out of an invitation. */
export function JoinForm({ action, email, role, municipality, oneTime, values, errors }: JoinView) {
  const { t } = useTranslation('account')
  const problems = useProblems(errors)
  return (
    <div className="page stack narrow">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      <h1>{t(email === null ? 'join.setup' : 'join.title')}</h1>
      <p>
        {municipality
          ? t('join.asIn', { role: t(`role.${role}`), municipality })
          : t('join.as', { role: t(`role.${role}`) })}
      </p>
      <form method="post" action={action} noValidate className="stack">
        {email === null ? (
          <Field name="email" type="email" value={values['email']} errors={errors} autoComplete="username" />
        ) : (
          <input type="hidden" name="email" value={email} autoComplete="username" />
        )}
        <Field name="name" value={values['name']} errors={errors} autoComplete="name" hint />
        <Field name="password" type="password" errors={errors} autoComplete="new-password" hint />
        <SelectField
          name="language"
          label={t('field.language')}
          value={values['language'] ?? 'sq'}
          options={[
            ['sq', t('language.sq')],
            ['en', t('language.en')],
          ]}
        />
        {oneTime && <OneTimeSetup view={oneTime} errors={errors} />}
        <button type="submit" className="button">
          {t('join.button')}
        </button>
      </form>
    </div>
  )
}

/** A link that is used, over, or not one of ours. */
export function NoInvitation() {
  const { t } = useTranslation('account')
  return (
    <div className="page stack narrow">
      <h1>{t('join.overTitle')}</h1>
      <p>{t('join.over')}</p>
    </div>
  )
}
