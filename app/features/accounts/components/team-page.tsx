import { useTranslation } from '~/i18n/use-translation'
import { formatMoment } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/select-field'
import type { StaffRole } from '~/lib/staff'
import type { AccountErrors } from '../schema'
import { Field, useProblems } from './fields'

export type TeamView = {
  people: {
    id: string
    name: string
    email: string
    role: StaffRole
    municipality: string | null
    activeAt: string | null
    isMe: boolean
  }[]
  roles: readonly StaffRole[]
  /** Null: invitations go to the inviter's own municipality. */
  municipalities: { code: string; name: string }[] | null
  /** The link that was just made, to be handed over. */
  link: string | null
  ended: boolean
  errors: AccountErrors
  values: Record<string, string>
}

/** Who works here, and how others join. */
export function TeamPage(view: TeamView) {
  const { t } = useTranslation('account')
  const { errors, link, ended, people } = view
  const problems = useProblems(errors)
  return (
    <div className="page stack">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      {ended && (
        <p className="notice good" role="status">
          {t('team.ended')}
        </p>
      )}
      <h1>{t('team.title')}</h1>
      {link && (
        <section className="notice" role="status">
          <h2>{t('team.linkTitle')}</h2>
          <p>{t('team.linkWhat')}</p>
          <p className="typed-secret">{link}</p>
        </section>
      )}
      <ul className="plain-list people">
        {people.map((person) => (
          <Person key={person.id} {...person} />
        ))}
      </ul>
      <Invite {...view} />
    </div>
  )
}

function Person({ id, name, email, role, municipality, activeAt, isMe }: TeamView['people'][number]) {
  const { t } = useTranslation('account')
  const { language } = useRegister()
  return (
    <li>
      <p data-name>
        <strong>{name}</strong> · {t(`role.${role}`)}
        {municipality && <> · {municipality}</>} · {email}
      </p>
      <p className="hint">
        {activeAt ? t('team.active', { when: formatMoment(activeAt, language) }) : t('team.never')}
      </p>
      {!isMe && (
        <form method="post" action={deskPaths.team} noValidate>
          <input type="hidden" name="id" value={id} />
          <button type="submit" name="do" value="end" className="button button-plain">
            {t('team.end', { name })}
          </button>
        </form>
      )}
    </li>
  )
}

function Invite({ roles, municipalities, errors, values }: TeamView) {
  const { t } = useTranslation('account')
  return (
    <section>
      <h2>{t('team.invite')}</h2>
      <form method="post" action={deskPaths.team} noValidate className="stack">
        <Field name="email" type="email" value={values['email']} errors={errors} autoComplete="off" />
        <SelectField
          name="role"
          label={t('field.role')}
          value={values['role'] ?? roles[0]}
          options={roles.map((role) => [role, t(`role.${role}`)])}
        />
        {municipalities && (
          <SelectField
            name="municipality"
            label={t('field.municipality')}
            all={t('team.wholeCountry')}
            value={values['municipality']}
            options={municipalities.map(({ code, name }) => [code, name])}
          />
        )}
        <button type="submit" name="do" value="invite" className="button">
          {t('team.button')}
        </button>
      </form>
    </section>
  )
}
