import { useTranslation } from '~/i18n/use-translation'
import { formatDate } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import type { KeptRow } from '../kept-service'

type Props = {
  rows: KeptRow[]
  page: number
  more: boolean
  total: number
  checked: number
  /** The service that was confirmed just now. */
  done: { id: string; name: string } | null
}

/** The municipality's own services, the oldest check first; each is confirmed with one button. */
export function ServicesList({ rows, page, more, total, checked, done }: Props) {
  const { t } = useTranslation('desk-services')
  return (
    <div className="page desk">
      {done && (
        <p className="notice good" role="status">
          {t('done.confirmed', { name: done.name })} <a href={deskPaths.service(done.id)}>{t('see')}</a>
        </p>
      )}
      <h1>{t('title')}</h1>
      <div className="day">
        <p>{t('counts', { total, checked })}</p>
        <p>
          <a href={deskPaths.newService}>{t('new.link')}</a>
        </p>
      </div>
      {rows.length === 0 && <p>{t('none')}</p>}
      <ul className="plain-list people">
        {rows.map((row) => (
          <Row key={row.id} {...row} />
        ))}
      </ul>
      <nav aria-label={t('pages')} className="actions">
        {page > 1 && <a href={`${deskPaths.services}?page=${page - 1}`}>{t('before')}</a>}
        {more && <a href={`${deskPaths.services}?page=${page + 1}`}>{t('after')}</a>}
      </nav>
    </div>
  )
}

function Row({ id, name, checkedOn, closedOn, lacking }: KeptRow) {
  const { t } = useTranslation('desk-services')
  const { language } = useRegister()
  return (
    <li className="kept-row">
      <div>
        <p data-name>
          <a href={deskPaths.service(id)}>{name}</a>
        </p>
        <p className="hint">
          {closedOn
            ? t('closedOn', { date: formatDate(closedOn, language) })
            : checkedOn
              ? t('checkedOn', { date: formatDate(checkedOn, language) })
              : t('neverChecked')}
          {!closedOn && lacking.length > 0 && (
            <> · {t('lacking', { parts: lacking.map((part) => t(`part.${part}`)).join(', ') })}</>
          )}
        </p>
      </div>
      {!closedOn && (
        <form method="post" action={deskPaths.service(id)} noValidate>
          <button type="submit" className="button" name="do" value="confirm" aria-label={t('stillTrueOf', { name })}>
            {t('stillTrue')}
          </button>
        </form>
      )}
    </li>
  )
}
