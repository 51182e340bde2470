import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { keptForm } from '~/lib/head'
import { paths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { PrintButton } from '~/ui/print-button'
import { QuickExit } from '~/ui/quick-exit'
import { formatCode, type Code } from '../code'
import { allHelps, writing, type MessageEvent, type MessageView } from '../rules'
import type { FieldErrors } from '../schema'
import { describedBy, FieldError } from './question-frame'

export type MessagePageView = {
  code: Code
  message: MessageView
  municipality: string
  /** Names of municipalities that events name by their code. */
  names: Record<string, string>
  isLate: boolean
  notice: string | null
  errors: FieldErrors
  typed: string
}

/** Where a message stands, what was answered, and what the person can do now. `children`: what became of a need. */
export function MessagePage({ children, ...view }: MessagePageView & { children?: ReactNode }) {
  const { t } = useTranslation(['track', 'tell'])
  const { register } = useRegister()
  const { message, municipality, notice, errors, code } = view
  const entries = Object.entries(errors)
  return (
    <div className="page stack question">
      {message.isProtection && <QuickExit />}
      {entries.length > 0 && (
        <ErrorSummary
          errors={entries.map(([field, error]) => ({ href: `#${field}`, text: t(`tell:error.${error}`) }))}
        />
      )}
      {notice && (
        <p className="notice good" role="status">
          {t(`done.${notice}`)}
        </p>
      )}
      <p className="kind">{t(`kind.${message.isProtection ? 'harm' : message.kind}`, { municipality })}</p>
      <h1>{t(`status.${message.status}.title`)}</h1>
      <Status {...view} />
      {children}
      <Talk {...view} />
      <Actions {...view} />
      <History {...view} />
      <Own {...view} />
      <section>
        <h2>{t('code.title')}</h2>
        <div className="code">{formatCode(code)}</div>
        <PrintButton>{t('code.print')}</PrintButton>
        <p>
          <a className="alone" href={paths.trackNewCode(register)}>
            {t(message.isAssisted ? 'code.dismiss' : 'code.renew')}
          </a>
        </p>
      </section>
      <Do action="leave" plain />
    </div>
  )
}

function Status({ message, municipality, isLate }: MessagePageView) {
  const { t } = useTranslation('track')
  const { language } = useRegister()
  const date = message.dueOn && formatSeen({ on: message.dueOn, precision: 'day' }, language)
  return (
    <section className="next">
      <p>{t(`status.${message.status}.what`, { municipality })}</p>
      {date && <p>{t(isLate ? 'late' : 'due', { date })}</p>}
      {isLate && <p>{t('lateWhat')}</p>}
      <p>{t(`status.${message.status}.next`)}</p>
    </section>
  )
}

const shownWords = new Set(['asked', 'answered', 'closed', 'passed_on', 'told', 'disputed'])

/** What both sides wrote, in order. */
function Talk({ message, names }: MessagePageView) {
  const { t } = useTranslation('track')
  const said = message.events.filter(({ kind, words }) => words && shownWords.has(kind))
  if (said.length === 0) return null
  return (
    <section>
      <h2>{t('talk')}</h2>
      {said.map((event, index) => (
        <article key={index} className={`said ${event.by}`}>
          <h3>
            <EventLine event={event} names={names} />
          </h3>
          {event.kind === 'closed' && event.detail && <p>{t(`reason.${event.detail}`)}</p>}
          <p className="own-words" data-name>
            {event.words}
          </p>
        </article>
      ))}
    </section>
  )
}

function EventLine({ event, names }: { event: MessageEvent; names: Record<string, string> }) {
  const { t } = useTranslation('track')
  const { language } = useRegister()
  const date = formatSeen({ on: event.at.slice(0, 10), precision: 'day' }, language)
  const municipality = event.detail ? (names[event.detail] ?? '') : ''
  return (
    <>
      {date}: {t(`event.${event.kind}`, { municipality })}
    </>
  )
}

function History({ message, names }: MessagePageView) {
  const { t } = useTranslation('track')
  return (
    <section>
      <h2>{t('history')}</h2>
      <ol className="plain-list">
        {message.events.map((event, index) => (
          <li key={index}>
            <EventLine event={event} names={names} />
            {event.kind === 'agreed' && event.detail && <> – {t(`agreed.${event.detail}`)}</>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What was sent, so that an assisted person sees what was said in their name. */
function Own({ message }: MessagePageView) {
  const { t } = useTranslation(['track', 'tell'])
  const { content, photos, recordings } = message
  if (!content) return <p>{t('track:erased')}</p>
  const rows = [
    [
      t('tell:label.category'),
      message.category && message.category !== 'harm' ? t(`tell:category.${message.category}`) : '',
    ],
    [
      t('tell:label.help'),
      message.help
        ? allHelps.includes(message.help)
          ? t(`tell:help.${message.help}`)
          : t(`tell:area.${message.help}`)
        : '',
    ],
    [t('tell:label.for-whom'), message.forWhom ? t(`tell:forWhom.${message.forWhom}`) : ''],
    [t('tell:label.how-many'), message.howMany ? t(`tell:howMany.${message.howMany}`) : ''],
    [t('tell:label.since'), message.since ? t(`tell:since.${message.since}`) : ''],
    [t('tell:label.without'), message.without ? t(`tell:without.${message.without}`) : ''],
    [t('tell:label.words'), content.words ?? ''],
    [t('tell:label.photos'), photos > 0 ? t('tell:photoCount', { count: photos }) : ''],
    [t('tell:label.recording'), recordings > 0 ? t('tell:recordingKept') : ''],
    [t('tell:label.contact'), [content.contact?.phone, content.contact?.email].filter(Boolean).join(' · ')],
    [
      t('tell:label.about-you'),
      Object.entries(content.aboutYou ?? {})
        .map(([name, value]) => t(`tell:aboutYou.${name}.${value}`))
        .join(' · '),
    ],
  ].filter(([, value]) => value)
  return (
    <section>
      <h2>{t('track:own')}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="given" data-name>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {content.contact && <Do action="forget-contact" plain />}
    </section>
  )
}

/** The forms for what is possible now. */
function Actions({ message: { may }, errors, typed }: MessagePageView) {
  const { t } = useTranslation('track')
  const { register } = useRegister()
  const writes = writing.filter((action) => may.includes(action))
  const [first] = writes
  return (
    <>
      {may.includes('solve') && <Do action="solve" />}
      {first && (
        <section>
          <h2>{t(`write.${first}.title`)}</h2>
          <form method="post" id={keptForm} action={paths.trackMessage(register)} noValidate className="stack">
            <div className="field">
              <label htmlFor="words">{t(`write.${first}.label`)}</label>
              <FieldError name="words" errors={errors} />
              <textarea id="words" name="words" rows={5} defaultValue={typed} {...describedBy('words', errors)} />
            </div>
            {writes.map((action, index) => (
              <p key={action}>
                <button
                  type="submit"
                  name="do"
                  value={action}
                  className={index === 0 ? 'button' : 'button button-plain'}
                >
                  {t(`write.${action}.button`)}
                </button>
              </p>
            ))}
          </form>
        </section>
      )}
      {may.includes('withdraw') && (
        <p>
          <a className="alone" href={paths.trackWithdraw(register)}>
            {t('withdraw.link')}
          </a>
        </p>
      )}
    </>
  )
}

function Do({ action, plain = false }: { action: 'solve' | 'leave' | 'forget-contact'; plain?: boolean }) {
  const { t } = useTranslation('track')
  const { register } = useRegister()
  return (
    <form method="post" action={paths.trackMessage(register)} noValidate>
      <button type="submit" name="do" value={action} className={plain ? 'button button-plain' : 'button'}>
        {t(`do.${action}`)}
      </button>
    </form>
  )
}
