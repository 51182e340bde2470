import { useTranslation } from '~/i18n/use-translation'
import { formatList } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import type { SearchView } from '../rules'

/** How many were found, where, in which order, and how the words were read. Announced when the page opens. */
export function SearchNotes({ search }: { search: SearchView }) {
  const { t } = useTranslation('services')
  const { language } = useRegister()
  const { total, isMore, national, isNationalOnly, municipalities, corrected, unknown, isPartial, order } = search
  const places = formatList(
    municipalities.map(({ name }) => name),
    language,
  )
  return (
    <div role="status" id="results">
      <h2>
        {isMore
          ? t('more', { limit: total.toLocaleString(language) })
          : t('count', { count: isNationalOnly ? national.length : total })}
      </h2>
      {isNationalOnly && <p>{t('national')}</p>}
      {municipalities.length > 0 && !isNationalOnly && <p>{t('where', { count: municipalities.length, places })}</p>}
      {corrected.map(({ from, to }) => (
        <p key={from}>{t('corrected', { from, to })}</p>
      ))}
      {unknown.length > 0 && <p>{t('unknown', { words: unknown.join(', ') })}</p>}
      {isPartial && <p>{t('partial')}</p>}
      {total > 1 && <p className="small">{order === 'match' ? t('order.match') : t('order.kind')}</p>}
      {isMore && <p>{t('fewer')}</p>}
    </div>
  )
}

type Field = 'q' | 'municipality' | 'near' | 'type' | 'for' | 'access' | 'page' | 'view' | 'at' | 'other'

/** Which parts of the address were left out. */
export function IgnoredFields({ fields }: { fields: string[] }) {
  const { t } = useTranslation(['services', 'map'])
  const { language } = useRegister()
  const names: Record<Field, string> = {
    q: t('query'),
    municipality: t('municipality'),
    near: t('nextDoor'),
    access: t('access'),
    type: t('type'),
    for: t('for'),
    page: t('ignored.page'),
    view: t('map:name'),
    at: t('map:name'),
    other: t('ignored.other'),
  }
  if (fields.length === 0) return null
  return (
    <p className="notice" role="status">
      {t('ignored.what', {
        fields: formatList([...new Set(fields.map((field) => names[field as Field]))], language),
      })}
    </p>
  )
}
