import { useTranslation } from 'react-i18next'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import type { DeskGroup, DeskNeed } from '../desk-view'

export type DeskGroupsView = {
  needs: DeskNeed[]
  groups: DeskGroup[]
  typed: Record<string, string>
  ticked: string[]
  errors: Record<string, string>
}
const texts = ['titleSq', 'titleEn', 'easySq', 'easyEn'] as const

/** Needs that ask for the same are put together here, and taken apart again. */
export function DeskGroupsPage({ needs, groups, typed, ticked, errors }: DeskGroupsView) {
  const { t } = useTranslation(['desk-budget', 'tell'])
  const problems = Object.entries(errors).map(([name, error]) => ({
    href: `#${name}`,
    text: t(`desk-budget:error.${error}`),
  }))
  return (
    <div className="page desk stack">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      <h1>{t('desk-budget:groups.title')}</h1>
      <p>{t('desk-budget:groups.what')}</p>
      <p>{t('desk-budget:groups.order')}</p>
      <ol className="stack">
        {groups.map((group) => (
          <Group key={group.id} {...group} />
        ))}
      </ol>
      <h2>{t('desk-budget:groups.loose', { count: needs.length })}</h2>
      {needs.length > 0 && (
        <form method="post" action={deskPaths.groups} noValidate className="stack">
          <fieldset id="id" className="stack">
            <legend>{t('desk-budget:groups.which')}</legend>
            {needs.map((need) => (
              <label key={need.id} className="tick">
                <input type="checkbox" name="id" value={need.id} defaultChecked={ticked.includes(need.id)} />
                {[
                  need.help && t(`tell:help.${need.help}`),
                  need.unit,
                  need.forWhom && t(`tell:forWhom.${need.forWhom}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </label>
            ))}
          </fieldset>
          {texts.map((name) => (
            <div key={name} className="field wide">
              <label htmlFor={name}>{t(`desk-budget:field.${name}`)}</label>
              {errors[name] && <p className="error">{t(`desk-budget:error.${errors[name]}`)}</p>}
              <textarea id={name} name={name} rows={2} defaultValue={typed[name]} />
            </div>
          ))}
          <button type="submit" name="do" value="group" className="button">
            {t('desk-budget:groups.button')}
          </button>
        </form>
      )}
    </div>
  )
}

function Group({ id, title, unit, isReleased, members, reason }: DeskGroup) {
  const { t } = useTranslation('desk-budget')
  return (
    <li>
      <p>
        <strong>{title}</strong>
        {unit && <> · {unit}</>}
      </p>
      <p className="hint">
        {t('groups.why', { messages: reason.messages, urgency: reason.urgency.toFixed(1), months: reason.months })}
      </p>
      <form method="post" action={deskPaths.groups} noValidate>
        <input type="hidden" name="groupId" value={id} />
        <button type="submit" name="do" value={isReleased ? 'hide' : 'release'} className="button button-plain">
          {t(isReleased ? 'groups.hide' : 'groups.release', { title })}
        </button>
      </form>
      <ul className="plain-list">
        {members.map((submissionId, index) => (
          <li key={submissionId}>
            <form method="post" action={deskPaths.groups} noValidate>
              <input type="hidden" name="groupId" value={id} />
              <input type="hidden" name="id" value={submissionId} />
              <button type="submit" name="do" value="take-out" className="button button-plain">
                {t('groups.takeOut', { number: index + 1, title })}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </li>
  )
}
