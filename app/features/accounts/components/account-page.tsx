import { useTranslation } from '~/i18n/use-translation'
import { formatMoment } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/select-field'
import type { StaffRole } from '~/lib/staff'
import type { AccountErrors } from '../schema'
import { Field, useProblems } from './fields'
import { OneTimeSetup, type OneTimeView } from './one-time-setup'

type Props = {
  person: { name: string; email: string; role: StaffRole; language: string }
  sessions: { id: string; device: string; startedAt: string; seenAt: string; isThis: boolean }[]
  codes: { isOn: boolean; isNeeded: boolean; offer: OneTimeView | null }
  notice: string | null
  errors: AccountErrors
}

/** A person's own account: who they are here, where they are signed in, how. */
export function AccountPage(view: Props) {
  const { t } = useTranslation('account')
  const { person, notice, errors } = view
  const problems = useProblems(errors)
  return (
    <div className="page stack narrow">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      {notice && (
        <p className="notice good" role="status">
          {t(`notice.${notice}`)}
        </p>
      )}
      <h1>{t('own.title')}</h1>
      <p data-name>
        {person.name} · {t(`role.${person.role}`)} · {person.email}
      </p>
      <Do what="sign-out" />
      <Sessions sessions={view.sessions} />
      <section>
        <h2>{t('own.language')}</h2>
        <form method="post" action={deskPaths.account} noValidate className="stack">
          <SelectField
            name="language"
            label={t('field.language')}
            value={person.language}
            options={[
              ['sq', t('language.sq')],
              ['en', t('language.en')],
            ]}
          />
          <button type="submit" name="do" value="language" className="button button-plain">
            {t('do.language')}
          </button>
        </form>
      </section>
      <section>
        <h2>{t('own.password')}</h2>
        <form method="post" action={deskPaths.account} noValidate className="stack">
          <input type="hidden" name="username" value={person.email} autoComplete="username" />
          <Field name="now" type="password" errors={errors} autoComplete="current-password" />
          <Field name="password" type="password" errors={errors} autoComplete="new-password" hint />
          <button type="submit" name="do" value="password" className="button button-plain">
            {t('do.password')}
          </button>
        </form>
      </section>
      <Codes {...view} />
    </div>
  )
}

function Sessions({ sessions }: Pick<Props, 'sessions'>) {
  const { t } = useTranslation('account')
  const { language } = useRegister()
  return (
    <section>
      <h2>{t('own.sessions')}</h2>
      <ul className="plain-list">
        {sessions.map(({ id, device, startedAt, isThis }) => (
          <li key={id}>
            {device || t('own.unknownDevice')} · {t('own.since', { when: formatMoment(startedAt, language) })}
            {isThis ? (
              <> · {t('own.this')}</>
            ) : (
              <form method="post" action={deskPaths.account} noValidate>
                <input type="hidden" name="id" value={id} />
                <button type="submit" name="do" value="end-session" className="button button-plain">
                  {t('do.end-session')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <Do what="end-others" />}
    </section>
  )
}

function Codes({ codes, errors }: Props) {
  const { t } = useTranslation('account')
  return (
    <section>
      <h2>{t('own.codes')}</h2>
      <p>{t(codes.isOn ? 'own.codesOn' : 'own.codesOff')}</p>
      {codes.isOn && codes.isNeeded && <p>{t('own.codesNeeded')}</p>}
      {codes.isOn && !codes.isNeeded && <Do what="codes-off" />}
      {codes.offer && (
        <details open={Boolean(errors['code'])}>
          <summary>{t('own.codesHow')}</summary>
          <form method="post" action={deskPaths.account} noValidate className="stack">
            <OneTimeSetup view={codes.offer} errors={errors} />
            <button type="submit" name="do" value="codes-on" className="button button-plain">
              {t('do.codes-on')}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}

function Do({ what }: { what: 'sign-out' | 'end-others' | 'codes-off' }) {
  const { t } = useTranslation('account')
  return (
    <form method="post" action={deskPaths.account} noValidate>
      <button type="submit" name="do" value={what} className="button button-plain">
        {t(`do.${what}`)}
      </button>
    </form>
  )
}
