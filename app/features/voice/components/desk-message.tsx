import { useTranslation } from '~/i18n/use-translation'
import { formatDayMonth, formatMoment } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths, paths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import type { OfficeMessage } from '../office-message'
import { helpTextKey } from '../rules'
import { DeskActions, errorTarget } from './desk-actions'
import type { DeskMessageView } from './desk-view'

/** A message and what the office does with it, side by side: the person's words stay visible while writing. */
export function DeskMessagePage(view: DeskMessageView) {
  const { t } = useTranslation('desk')
  const { message, errors, done, isHeld } = view
  const problems = Object.entries(errors)
  return (
    <div className="page desk">
      {problems.length > 0 && (
        <ErrorSummary
          errors={problems.map(([field, error]) => ({ href: errorTarget(field), text: t(`error.${error}`) }))}
        />
      )}
      {done && problems.length === 0 && (
        <p className="notice good" role="status">
          {t('done.next')}
        </p>
      )}
      {isHeld && (
        <p className="notice good" role="status">
          {t('message.held')}
        </p>
      )}
      <p>
        <a href={deskPaths.queue}>{t('message.back')}</a>
      </p>
      <h1>
        <Title message={message} />
      </h1>
      <div className="desk-pair">
        <div className="stack">
          <Words message={message} />
          <Facts {...view} />
          <Files message={message} />
          <Talk {...view} />
        </div>
        <DeskActions {...view} />
      </div>
    </div>
  )
}

function Title({ message }: { message: OfficeMessage }) {
  const { t } = useTranslation(['desk', 'tell'])
  const kind = message.kind === 'need' ? 'need' : (message.category ?? 'problem')
  const about = message.service?.name ?? (message.help ? t(`tell:${helpTextKey(message.help)}`) : null)
  return (
    <>
      {t(`desk:kind.${kind}`)}
      {about && <span data-name>: {about}</span>}
    </>
  )
}

function Facts({ message, places, isLate }: DeskMessageView) {
  const { t } = useTranslation(['desk', 'tell', 'common'])
  const { register, language } = useRegister()
  const { service, entitlement, dueOn, content } = message
  const place = places.find(({ code }) => code === message.municipalityCode)?.name
  const contact = [content?.contact?.phone, content?.contact?.email].filter(Boolean).join(' · ')
  const rows: [string, string | null][] = [
    [t('desk:column.status'), t(`desk:status.${message.status}`)],
    [t('desk:fact.received'), formatMoment(message.receivedAt, language)],
    [
      t('desk:column.due'),
      dueOn &&
        (isLate ? t('desk:due.late', { date: formatDayMonth(dueOn, language) }) : formatDayMonth(dueOn, language)),
    ],
    [t('desk:column.who'), message.assignedTo?.name ?? null],
    [t('tell:label.where'), [place, message.unit].filter(Boolean).join(', ')],
    [t('tell:label.for-whom'), message.forWhom && t(`tell:forWhom.${message.forWhom}`)],
    [t('tell:label.how-many'), message.howMany && t(`tell:howMany.${message.howMany}`)],
    [t('tell:label.since'), message.since && t(`tell:since.${message.since}`)],
    [t('tell:label.without'), message.without && t(`tell:without.${message.without}`)],
    [t('desk:fact.reads'), t(`desk:reads.${message.register}`)],
    [t('desk:fact.origin'), message.origin === 'person' ? null : t(`desk:origin.${message.origin}`)],
    [t('desk:fact.assisted'), message.isAssisted ? t('desk:fact.yes') : null],
    [t('desk:fact.mayShow'), message.mayShow ? t(message.releasedAt ? 'desk:fact.shown' : 'desk:fact.yes') : null],
    [t('tell:label.contact'), contact || null],
    [
      t('tell:label.about-you'),
      Object.entries(content?.aboutYou ?? {})
        .map(([name, value]) => t(`tell:aboutYou.${name}.${value}`))
        .join(' · ') || null,
    ],
  ]
  return (
    <dl className="facts dense">
      {service && (
        <div>
          <dt>{t('desk:fact.service')}</dt>
          <dd data-name>
            <a href={paths.service(register, service.slug)}>{service.name}</a>
          </dd>
        </div>
      )}
      {entitlement && (
        <div>
          <dt>{t('desk:fact.entitlement')}</dt>
          <dd>
            <a href={paths.entitlement(register, entitlement.slug)}>{entitlement.name}</a>
          </dd>
        </div>
      )}
      {rows.flatMap(([label, value]) =>
        value
          ? [
              <div key={label}>
                <dt>{label}</dt>
                <dd className={isLate && label === t('desk:column.due') ? 'late' : undefined} data-name>
                  {value}
                </dd>
              </div>,
            ]
          : [],
      )}
    </dl>
  )
}

function Words({ message: { content } }: { message: OfficeMessage }) {
  const { t } = useTranslation('desk')
  const words = [content?.words, content?.about && t('message.searched', { words: content.about })].filter(Boolean)
  return (
    <section>
      <h2>{t('message.words')}</h2>
      {content === null && <p>{t('message.erased')}</p>}
      {content !== null && words.length === 0 && <p>{t('message.noWords')}</p>}
      {words.map((text) => (
        <p key={text} className="own-words" data-name>
          {text}
        </p>
      ))}
    </section>
  )
}

function Files({ message }: { message: OfficeMessage }) {
  const { t } = useTranslation('desk')
  if (message.files.length === 0) return null
  return (
    <section>
      <h2>{t('message.files')}</h2>
      <ul className="plain-list">
        {message.files.map(({ position, kind }, index) => (
          <li key={position}>
            {kind === 'photo' ? (
              <img
                className="desk-photo"
                src={deskPaths.messageFile(message.id, position)}
                alt={t('message.photo', { number: index + 1 })}
                loading="lazy"
              />
            ) : (
              // What was said can be understood only by hearing it; nobody has written it down.
              // eslint-disable-next-line jsx-a11y/media-has-caption
              <audio controls preload="none" src={deskPaths.messageFile(message.id, position)}>
                {t('message.recording')}
              </audio>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Everything that happened, the newest last. */
function Talk({ message, places }: DeskMessageView) {
  const { t } = useTranslation(['desk', 'track'])
  const { language } = useRegister()
  const nameOf = (code: string) => places.find((place) => place.code === code)?.name ?? ''
  return (
    <section>
      <h2>{t('desk:message.history')}</h2>
      <ol className="plain-list dense">
        {message.events.map((event, index) => (
          <li key={index}>
            {formatMoment(event.at, language)}: {t(`desk:event.${event.kind}`)}
            {event.name && <span data-name> · {event.name}</span>}
            {event.kind === 'passed_on' && event.detail && <> → {nameOf(event.detail)}</>}
            {event.kind === 'closed' && event.detail && <> · {t(`desk:reason.${event.detail}`)}</>}
            {event.words && (
              <p className="own-words" data-name>
                {event.words}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
