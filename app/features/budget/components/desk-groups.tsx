import { useTranslation } from '~/i18n/use-translation'
import { helpTextKey } from '~/lib/needs'
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
  // Of a group that is there, its own fields are meant.
  const { groupId } = typed
  const problems = Object.entries(errors).map(([name, error]) => ({
    href: groupId === undefined || name === 'groups' ? `#${name}` : `#${name}-${groupId}`,
    text: t(`desk-budget:error.${error}`),
  }))
  return (
    <div className="page desk stack">
      {problems.length > 0 && <ErrorSummary errors={problems} />}
      <h1>{t('desk-budget:groups.title')}</h1>
      <p>{t('desk-budget:groups.what')}</p>
      <p>{t('desk-budget:groups.order')}</p>
      <ol className="stack" id="groups">
        {groups.map((group) => (
          <Group key={group.id} {...group} {...(group.id === groupId && { typed, errors })} />
        ))}
      </ol>
      <h2>{t('desk-budget:groups.loose', { count: needs.length })}</h2>
      {needs.length > 0 && (
        <form method="post" action={deskPaths.groups} noValidate className="stack">
          <fieldset id="id" className="stack">
            <legend>{t('desk-budget:groups.which')}</legend>
            {[...new Set(needs.map(({ help }) => help))].map((help) => (
              <section key={help} className="stack">
                <h3>{help ? t(`tell:${helpTextKey(help)}`) : t('desk-budget:groups.noHelp')}</h3>
                {needs
                  .filter((need) => need.help === help)
                  .map((need) => (
                    <Need key={need.id} {...need} isTicked={ticked.includes(need.id)} />
                  ))}
              </section>
            ))}
          </fieldset>
          {texts.map((name) => (
            <div key={name} className="field wide">
              <label htmlFor={name}>{t(`desk-budget:field.${name}`)}</label>
              {groupId === undefined && errors[name] && (
                <p className="error">{t(`desk-budget:error.${errors[name]}`)}</p>
              )}
              <textarea id={name} name={name} rows={2} defaultValue={groupId === undefined ? typed[name] : ''} />
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

function Need({ id, unit, forWhom, howMany, without, isTicked }: DeskNeed & { isTicked: boolean }) {
  const { t } = useTranslation(['desk-budget', 'tell'])
  const facts = [
    unit,
    forWhom && t(`tell:forWhom.${forWhom}`),
    howMany && t(`tell:howMany.${howMany}`),
    without && t(`tell:without.${without}`),
  ]
  return (
    <label className="tick">
      <input type="checkbox" name="id" value={id} defaultChecked={isTicked} />
      {facts.filter(Boolean).join(' · ') || t('desk-budget:groups.noFacts')}
    </label>
  )
}

type GroupProps = DeskGroup & { typed?: Record<string, string>; errors?: Record<string, string> }

function Group({ id, title, unit, isReleased, members, reason, texts: words, typed, errors = {} }: GroupProps) {
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
      <details open={typed !== undefined}>
        <summary>{t('groups.edit', { title })}</summary>
        <form method="post" action={deskPaths.groups} noValidate className="stack">
          <input type="hidden" name="groupId" value={id} />
          {texts.map((name) => (
            <div key={name} className="field wide">
              <label htmlFor={`${name}-${id}`}>{t(`field.${name}`)}</label>
              {errors[name] && <p className="error">{t(`error.${errors[name]}`)}</p>}
              <textarea id={`${name}-${id}`} name={name} rows={2} defaultValue={typed?.[name] ?? words[name]} />
            </div>
          ))}
          <button type="submit" name="do" value="write" className="button button-plain">
            {t('groups.write')}
          </button>
        </form>
      </details>
      <details>
        <summary>{t('groups.members', { count: members.length, title })}</summary>
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
      </details>
    </li>
  )
}
