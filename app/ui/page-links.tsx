import { useTranslation } from '~/i18n/use-translation'
import { Icon } from './icon'

/** Leads to the pages before and after; nothing when there is one page. */
export function PageLinks({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const { t } = useTranslation('common')
  if (pages <= 1) return null
  return (
    <nav className="pages" aria-label={t('pages.nav')}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          <Icon name="arrow_back" />
          {t('pages.previous')}
        </a>
      )}
      <p>{t('pages.where', { page, pages })}</p>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {t('pages.next')}
          <Icon name="arrow_forward" />
        </a>
      )}
    </nav>
  )
}
