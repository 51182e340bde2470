import { useTranslation } from '~/i18n/use-translation'

/** Nothing in a demonstration is real, and every page says so first. */
export function DemoLine() {
  const { t } = useTranslation('common')
  return (
    <aside className="demo" aria-label={t('demo.title')}>
      <p className="page">
        <strong>{t('demo.title')}</strong> {t('demo.what')}
      </p>
    </aside>
  )
}
