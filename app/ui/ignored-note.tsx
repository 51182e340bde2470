import { useTranslation } from '~/i18n/use-translation'

/** Said when an address asked for something that is not offered and was left out. */
export function IgnoredNote() {
  const { t } = useTranslation('common')
  return (
    <p className="notice" role="status">
      {t('ignored')}
    </p>
  )
}
