import { useTranslation } from '~/i18n/use-translation'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import type { AccountErrors } from '../schema'
import { Field, useProblems } from './fields'

type Props = {
  next: string
  /** Whether something that was typed waits for its owner. */
  isHeld: boolean
  notice: 'out' | 'joined' | 'ended' | null
  errors: AccountErrors
  email: string
  /** Of the invented staff of the demonstration; null elsewhere. */
  demo: { password: string; people: { name: string; email: string; role: string }[] } | null
}

export function SignInForm({ next, isHeld, notice, errors, email, demo }: Props) {
  const { t } = useTranslation('account')
  const problems = useProblems(errors)
  return (
    <div className="page stack narrow">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      {notice && (
        <p className="notice good" role="status">
          {t(`notice.${notice}`)}
        </p>
      )}
      <h1>{t('signIn.title')}</h1>
      {isHeld && <p className="notice">{t('signIn.held')}</p>}
      <form
        method="post"
        action={`${deskPaths.signIn}?${new URLSearchParams({ next }).toString()}`}
        noValidate
        className="stack"
      >
        <Field name="email" type="email" value={email} errors={errors} autoComplete="username" />
        <Field name="password" type="password" errors={errors} autoComplete="current-password" />
        <Field name="code" errors={errors} autoComplete="one-time-code" inputMode="numeric" hint />
        <button type="submit" className="button">
          {t('signIn.button')}
        </button>
      </form>
      <p>{t('signIn.forgotten')}</p>
      {demo && (
        <section>
          <h2>{t('signIn.demo')}</h2>
          <p>{t('signIn.demoPassword', { password: demo.password })}</p>
          <ul className="plain-list">
            {demo.people.map((person) => (
              <li key={person.email} data-name>
                {person.name} ({t(`role.${person.role}`)}): {person.email}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
