import { useTranslation } from 'react-i18next'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import type { KeptRow } from '../queries.server'

type Props = { rows: KeptRow[]; page: number; more: boolean }

/** The municipality's own services, the oldest check first; each is confirmed with one button. */
export function ServicesList({ rows, page, more }: Props) {
  const { t } = useTranslation('desk-services')
  const { language } = useRegister()
  return (
    <div className="page stack desk">
      <h1>{t('title')}</h1>
      {rows.length === 0 && <p>{t('none')}</p>}
      <ul className="plain-list">
        {rows.map(({ id, name, phone, checkedOn }) => (
          <li key={id} className="day">
            <a href={deskPaths.service(id)}>{name}</a>
            <span>
              {checkedOn === null
                ? t('neverChecked')
                : t('checkedOn', { date: formatSeen({ on: checkedOn, precision: 'day' }, language) })}
            </span>
            {phone === null && <span>{t('noPhone')}</span>}
            <form method="post" action={deskPaths.service(id)} noValidate>
              <button
                type="submit"
                className="button"
                name="do"
                value="confirm"
                aria-label={t('stillTrueOf', { name })}
              >
                {t('stillTrue')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <nav aria-label={t('pages')} className="actions">
        {page > 1 && <a href={`${deskPaths.services}?page=${page - 1}`}>{t('before')}</a>}
        {more && <a href={`${deskPaths.services}?page=${page + 1}`}>{t('after')}</a>}
      </nav>
    </div>
  )
}
