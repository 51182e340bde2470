import { useTranslation } from '~/i18n/use-translation'
import { formatMoment } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { isAtWork, type FileAct, type FileView, type ReportView } from '../desk-view'
import { SentBy } from './mapping-files'

/** One mapping that was sent in: how far it is, what was found, and what can be done with it. */
export function MappingFile(file: FileView) {
  const { t } = useTranslation('desk-mapping')
  const { id, name, state, report, fault, may } = file
  return (
    <div className="page desk stack">
      <BackLink href={deskPaths.mapping}>{t('back')}</BackLink>
      <h1 className="typed-secret">{name}</h1>
      <SentBy {...file} />
      {isAtWork(state) ? <Work {...file} /> : <Outcome {...file} />}
      {fault && <p>{fault}</p>}
      {report && !isAtWork(state) && <Counts {...report} />}
      {may.length > 0 && (
        <form method="post" action={deskPaths.mappingFile(id)} noValidate className="actions">
          {may.map((act) => (
            <Button key={act} act={act} isFirst={act === may[0]} />
          ))}
        </form>
      )}
      {state === 'loaded' && may.length === 0 && file.outcome !== 'notNewest' && (
        <p className="hint">{t('notNewestHint')}</p>
      )}
      {report && !isAtWork(state) && <Errors {...report} />}
    </div>
  )
}

function Button({ act, isFirst }: { act: FileAct; isFirst: boolean }) {
  const { t } = useTranslation('desk-mapping')
  const isPlain = !isFirst || act === 'drop' || act === 'undo'
  return (
    <button type="submit" name="do" value={act} className={isPlain ? 'button button-plain' : 'button'}>
      {t(`act.${act}`)}
    </button>
  )
}

/** What is being done with the file now. Nothing moves by itself: the link shows how it stands. */
function Work({ id, state, rows, rowsRead, movedAt, isStill }: FileView) {
  const { t } = useTranslation('desk-mapping')
  const { language } = useRegister()
  return (
    <>
      <div className="notice" role="status">
        <p>{t(`work.${state}`)}</p>
        {state !== 'undoing' && (
          <p>{rows === null ? t('work.waiting') : t('work.rows', { read: Math.min(rowsRead, rows), rows })}</p>
        )}
        {isStill && <p>{t('work.still', { when: formatMoment(movedAt, language) })}</p>}
      </div>
      <p>
        <a className="button" href={deskPaths.mappingFile(id)}>
          {t('work.again')}
        </a>
      </p>
      <p className="hint">{t('work.leave')}</p>
    </>
  )
}

function Outcome({ state, outcome }: FileView) {
  const { t } = useTranslation('desk-mapping')
  const word =
    state === 'failed'
      ? outcome === 'loading'
        ? 'failedLoad'
        : 'failedTrial'
      : state === 'undone' || state === 'unreadable'
        ? state
        : (outcome ?? 'loaded')
  return (
    <p className={state === 'loaded' || state === 'undone' ? 'notice good' : 'notice'} role="status">
      {t(`outcome.${word}`)}
    </p>
  )
}

const counted = ['rows', 'new', 'changed', 'unchanged', 'refused'] as const

function Counts({ counts, ignored }: ReportView) {
  const { t } = useTranslation('desk-mapping')
  return (
    <section className="stack" aria-labelledby="report">
      <h2 id="report">{t('report')}</h2>
      <ul className="plain-list dense">
        {counted.map((name) => (
          <li key={name}>
            {t(`counts.${name}`)}: {counts[name]}
          </li>
        ))}
      </ul>
      {ignored && <p data-name>{t('ignored', { columns: ignored })}</p>}
    </section>
  )
}

function Errors({ errors, more }: ReportView) {
  const { t } = useTranslation('desk-mapping')
  if (errors.length === 0) return null
  return (
    <section className="stack" aria-labelledby="errors">
      <h2 id="errors">{t('errors')}</h2>
      <ul className="plain-list dense">
        {errors.map((error, index) => (
          <li key={index} data-name>
            {error}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('more', { more })}</p>}
    </section>
  )
}
