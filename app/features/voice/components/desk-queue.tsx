import { useTranslation } from '~/i18n/use-translation'
import { formatDayMonth } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import { Icon } from '~/ui/icon'
import { PrintButton } from '~/ui/print-button'
import { SelectField } from '~/ui/select-field'
import {
  initialsOf,
  perPage,
  queueChoices,
  queueQuery,
  type QueueCounts,
  type QueueFilter,
  type QueueRow,
} from '../queue'
import { helpTextKey } from '../rules'

type Props = {
  rows: QueueRow[]
  found: number
  counts: QueueCounts
  filter: QueueFilter
  units: { number: number; name: string }[]
  done: string | null
  isProtection: boolean
  mail: { isSet: boolean; waiting: number; failing: number }
}

/** What there is to answer, the first to be late first. */
export function QueuePage(view: Props) {
  const { t } = useTranslation('desk')
  const { rows, found, counts, filter, done } = view
  return (
    <div className="page desk">
      {done && (
        <p className="notice good" role="status">
          {t(`done.${done}`)}
        </p>
      )}
      <div className="day">
        <h1>{t('queue.title')}</h1>
        <p>
          <a href={`${deskPaths.queue}?overdue=1`} className={counts.overdue > 0 ? 'late' : undefined}>
            {t('queue.overdue', { count: counts.overdue })}
          </a>{' '}
          · {t('queue.week', { count: counts.week })} · {t('queue.open', { count: counts.open })}
        </p>
      </div>
      <MailLine {...view} />
      <div className="desk-columns">
        <Filters {...view} />
        <section aria-labelledby="found" className="desk-list">
          <h2 id="found" className="hidden">
            {t('queue.found', { count: found })}
          </h2>
          {rows.length === 0 ? (
            <p>{t(counts.open === 0 ? 'queue.nothing' : 'queue.noneHere')}</p>
          ) : (
            <Table rows={rows} />
          )}
          <Pages filter={filter} found={found} />
          {rows.length > 0 && <PrintButton>{t('queue.print')}</PrintButton>}
        </section>
      </div>
    </div>
  )
}

/** That people are not told of news must not pass unseen. */
function MailLine({ mail: { isSet, waiting, failing } }: Props) {
  const { t } = useTranslation('desk')
  if (!isSet && waiting > 0) return <p className="notice">{t('mail.notSet', { count: waiting })}</p>
  if (failing > 0) return <p className="notice">{t('mail.failing', { count: failing })}</p>
  return null
}

function Filters({ filter, units, isProtection }: Props) {
  const { t } = useTranslation('desk')
  return (
    <form method="get" action={deskPaths.queue} noValidate className="desk-filters">
      <SelectField
        name="status"
        label={t('filter.status')}
        value={filter.status}
        options={queueChoices.status.map((value) => [value, t(`statusChoice.${value}`)])}
      />
      {!isProtection && (
        <SelectField
          name="kind"
          label={t('filter.kind')}
          all={t('filter.allKinds')}
          value={filter.kind}
          options={queueChoices.kind.filter((kind) => kind !== 'harm').map((value) => [value, t(`kind.${value}`)])}
        />
      )}
      <SelectField
        name="unit"
        label={t('filter.unit')}
        all={t('filter.allUnits')}
        value={filter.unit === undefined ? undefined : String(filter.unit)}
        options={units.map(({ number, name }) => [String(number), name])}
      />
      {filter.service && <input type="hidden" name="service" value={filter.service} />}
      {(['mine', 'overdue', 'assisted'] as const).map((name) => (
        <label key={name} className="tick">
          <input type="checkbox" name={name} value="1" defaultChecked={filter[name] !== undefined} />
          {t(`filter.${name}`)}
        </label>
      ))}
      <button type="submit" className="button">
        {t('filter.button')}
      </button>
      {queueQuery({ ...filter, page: 1 }) !== '' && <a href={deskPaths.queue}>{t('filter.clear')}</a>}
    </form>
  )
}

const columns = ['due', 'what', 'kind', 'unit', 'status', 'who'] as const

function Table({ rows }: { rows: QueueRow[] }) {
  const { t } = useTranslation('desk')
  return (
    <table className="queue">
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: QueueRow }) {
  const { t } = useTranslation('desk')
  const kind = row.kind === 'need' ? 'need' : (row.category ?? 'problem')
  return (
    <tr>
      <td data-label={t('column.due')}>
        <Due row={row} />
      </td>
      <td className="what">
        <a href={deskPaths.message(row.id)}>
          <What row={row} />
        </a>
      </td>
      <td data-label={t('column.kind')}>{t(`kind.${kind}`)}</td>
      <td data-label={t('column.unit')}>{row.unit ?? '–'}</td>
      <td data-label={t('column.status')}>{t(`status.${row.status}`)}</td>
      <td data-label={t('column.who')} data-name>
        {row.assignedTo ? initialsOf(row.assignedTo) : '–'}
      </td>
    </tr>
  )
}

function Due({ row: { dueOn, isLate, status } }: { row: QueueRow }) {
  const { t } = useTranslation('desk')
  const { language } = useRegister()
  if (dueOn === null) return <>{t(status === 'needs_information' ? 'due.waits' : 'due.none')}</>
  const date = formatDayMonth(dueOn, language)
  if (!isLate) return <>{date}</>
  return (
    <strong className="late">
      <Icon name="schedule" /> {t('due.late', { date })}
    </strong>
  )
}

/** What a message is about, from what was chosen: nobody's words stand in a list. */
function What({ row }: { row: QueueRow }) {
  const { t } = useTranslation(['desk', 'tell'])
  const subject = row.about ?? (row.help ? t(`tell:${helpTextKey(row.help)}`) : t('desk:what.message'))
  return (
    <>
      <span data-name>{subject}</span>
      {row.same > 0 && <> · {t('desk:what.same', { count: row.same })}</>}
    </>
  )
}

function Pages({ filter, found }: Pick<Props, 'filter' | 'found'>) {
  const { t } = useTranslation('desk')
  const last = Math.ceil(found / perPage)
  if (last <= 1) return null
  const to = (page: number) => `${deskPaths.queue}${queueQuery({ ...filter, page })}`
  return (
    <nav aria-label={t('pages.label')} className="actions">
      {filter.page > 1 && <a href={to(filter.page - 1)}>{t('pages.before')}</a>}
      <span>{t('pages.where', { page: filter.page, last })}</span>
      {filter.page < last && <a href={to(filter.page + 1)}>{t('pages.after')}</a>}
    </nav>
  )
}
