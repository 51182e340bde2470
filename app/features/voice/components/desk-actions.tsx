import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { formatMoment } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import { ReadingLine } from '~/ui/reading-line'
import { SelectField } from '~/ui/select-field'
import { deskForms } from '../desk-forms'
import { closingReasons } from '../rules'
import type { DeskMessageView } from './desk-view'

/** What cannot be done at all is said over the forms. */
export const errorTarget = (field: string) => (field === 'do' ? '#actions' : `#${field}`)

/** The forms beside a message: one is open, the others are a link away. */
export function DeskActions(view: DeskMessageView) {
  const { t } = useTranslation('desk')
  const { message, form } = view
  const shown = deskForms.filter((name) => message.mayDo.includes(name) && (name !== 'release' || message.mayShow))
  return (
    <section className="stack desk-actions" id="actions" aria-label={t('message.actions')} tabIndex={-1}>
      {form === null && <p>{t('message.nothing')}</p>}
      {form !== null && <OpenForm {...view} />}
      <nav aria-label={t('message.others')}>
        <ul className="links">
          {shown
            .filter((name) => name !== form)
            .map((name) => (
              <li key={name}>
                <a href={`${deskPaths.message(message.id)}?do=${name}#actions`}>{t(`form.${name}.title`)}</a>
              </li>
            ))}
        </ul>
      </nav>
      <Same {...view} />
      {view.next && (
        <p>
          <a href={deskPaths.message(view.next)}>{t('message.next')}</a>
        </p>
      )}
    </section>
  )
}

function OpenForm(view: DeskMessageView) {
  const { t } = useTranslation('desk')
  const { form, typed, errors } = view
  switch (form) {
    case 'reply':
      return <ReplyForm {...view} />
    case 'assign':
      return (
        <Frame {...view}>
          <SelectField
            name="to"
            label={t('form.assign.label')}
            value={typed['to'] ?? view.me}
            options={view.handlers.map(({ id, name }) => [id, name])}
          />
        </Frame>
      )
    case 'pass_on':
      return (
        <Frame {...view}>
          <Fault name="to" errors={errors} />
          <SelectField
            name="to"
            label={t('form.pass_on.label')}
            all={t('form.pass_on.choose')}
            value={typed['to']}
            options={view.places
              .filter(({ code }) => code !== view.message.municipalityCode)
              .map(({ code, name }) => [code, name])}
          />
          <Words {...view} />
        </Frame>
      )
    case 'close':
      return (
        <Frame {...view}>
          <Fault name="reason" errors={errors} />
          <SelectField
            name="reason"
            label={t('form.close.label')}
            all={t('form.close.choose')}
            value={typed['reason']}
            options={closingReasons.map((reason) => [reason, t(`reason.${reason}`)])}
          />
          <Words {...view} />
        </Frame>
      )
    case 'merge':
      return <MergeForm {...view} />
    case 'release':
      return (
        <Frame {...view}>
          <input type="hidden" name="show" value={view.message.releasedAt ? '' : '1'} />
          <p>{t(view.message.releasedAt ? 'form.release.takeBack' : 'form.release.what')}</p>
        </Frame>
      )
    default:
      return (
        <Frame {...view}>
          <Words {...view} />
        </Frame>
      )
  }
}

function Frame({ message, form, children, aid }: DeskMessageView & { children: ReactNode; aid?: ReactNode }) {
  const { t } = useTranslation('desk')
  const takesBack = form === 'release' && message.releasedAt !== null
  return (
    <form method="post" action={deskPaths.message(message.id)} noValidate className="stack">
      <h2>{t(`form.${form}.title`)}</h2>
      <p>{t(`form.${form}.why`)}</p>
      <input type="hidden" name="do" value={form ?? ''} />
      <input type="hidden" name="then" value="next" />
      {children}
      <div className="actions">
        <button type="submit" className="button">
          {takesBack ? t('form.release.backButton') : t(`form.${form}.button`)}
        </button>
        {aid}
      </div>
    </form>
  )
}

function Fault({ name, errors }: { name: string } & Pick<DeskMessageView, 'errors'>) {
  const { t } = useTranslation('desk')
  const error = errors[name]
  return error ? <p className="error">{t(`error.${error}`)}</p> : null
}

function Words({ errors, typed, form, message }: DeskMessageView) {
  const { t } = useTranslation('desk')
  const error = errors['words']
  return (
    <div className="field">
      <label htmlFor="words">{t(`form.${form}.words`)}</label>
      {form !== 'note' && (
        <p className="hint" id="words-hint">
          {t(`write.${message.register}`)}
        </p>
      )}
      {error && (
        <p className="error" id="words-error">
          {t(`error.${error}`)}
        </p>
      )}
      <textarea
        id="words"
        name="words"
        rows={8}
        defaultValue={typed['words'] ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={
          [error && 'words-error', form !== 'note' && 'words-hint'].filter(Boolean).join(' ') || undefined
        }
      />
    </div>
  )
}

function ReplyForm(view: DeskMessageView) {
  const { t } = useTranslation('desk')
  const { templates, check } = view
  return (
    <Frame
      {...view}
      aid={
        <button type="submit" name="aid" value="check" className="button button-plain">
          {t('form.reply.check')}
        </button>
      }
    >
      {templates.length > 0 && (
        <div className="ask">
          <SelectField
            name="template"
            label={t('form.reply.template')}
            options={templates.map(({ id, title }) => [id, title])}
          />
          <button type="submit" name="aid" value="template" className="button button-plain">
            {t('form.reply.insert')}
          </button>
        </div>
      )}
      <Words {...view} />
      {check ? (
        <Check check={check} />
      ) : (
        <ReadingLine
          of="#words"
          text={t('check.numbers', { words: '[words]', sentences: '[sentences]', longest: '[longest]', lix: '[lix]' })}
        />
      )}
    </Frame>
  )
}

/** How the text reads. For whoever reads easy language, also what makes it harder. */
function Check({ check }: { check: NonNullable<DeskMessageView['check']> }) {
  const { t } = useTranslation('desk')
  return (
    <section className="notice" role="status">
      <h3>{t('check.title')}</h3>
      <p>
        {t('check.numbers', { words: check.words, sentences: check.sentences, longest: check.longest, lix: check.lix })}
      </p>
      {check.gaps.length > 0 && <p>{t('check.gaps', { gaps: check.gaps.join(' ') })}</p>}
      <h3>{t(check.isEasy ? 'check.easy' : 'check.couldBe')}</h3>
      {check.findings.length === 0 ? (
        <p>{t('check.nothing')}</p>
      ) : (
        <ul className="plain-list">
          {check.findings.map(({ rule, found }, index) => (
            <li key={index}>
              {t(`rule.${rule}`)}: <span data-name>{found}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function MergeForm(view: DeskMessageView) {
  const { t } = useTranslation('desk')
  const { language } = useRegister()
  const { similar, errors } = view
  if (similar.length === 0) {
    return (
      <div className="stack">
        <h2>{t('form.merge.title')}</h2>
        <p>{t('form.merge.none')}</p>
      </div>
    )
  }
  return (
    <Frame {...view}>
      <Fault name="into" errors={errors} />
      <fieldset className="choices" id="into">
        <legend>{t('form.merge.label')}</legend>
        {similar.map(({ id, receivedAt, same }) => (
          <label key={id}>
            <input type="radio" name="into" value={id} />
            <span>
              {t('form.merge.option', {
                when: formatMoment(receivedAt, language),
                number: id.slice(0, 8),
                count: same,
              })}
            </span>
          </label>
        ))}
      </fieldset>
    </Frame>
  )
}

/** Messages that say the same and follow this one; each can be parted again. */
function Same({ message }: DeskMessageView) {
  const { t } = useTranslation('desk')
  const { language } = useRegister()
  if (message.mergedInto) {
    return (
      <form method="post" action={deskPaths.message(message.id)} noValidate>
        <p>
          {t('message.mergedInto')} <a href={deskPaths.message(message.mergedInto)}>{message.mergedInto.slice(0, 8)}</a>
        </p>
        <input type="hidden" name="id" value={message.id} />
        <button type="submit" name="do" value="part" className="button button-plain">
          {t('form.part')}
        </button>
      </form>
    )
  }
  if (message.same.length === 0) return null
  return (
    <section>
      <h2>{t('message.same')}</h2>
      <ul className="plain-list">
        {message.same.map(({ id, receivedAt, status }) => (
          <li key={id}>
            <a href={deskPaths.message(id)}>{formatMoment(receivedAt, language)}</a> · {t(`status.${status}`)}
            <form method="post" action={deskPaths.message(message.id)} noValidate>
              <input type="hidden" name="id" value={id} />
              <button type="submit" name="do" value="part" className="button button-plain">
                {t('form.part')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
