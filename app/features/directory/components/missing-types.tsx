import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import type { MunicipalityPageView } from '../rules'

/** Kinds of service that a complete mapping says a municipality does not have. */
export function MissingTypes({ missing }: Pick<MunicipalityPageView, 'missing'>) {
  const { t } = useTranslation(['municipality', 'directory'])
  const { language } = useRegister()
  if (!missing) return null
  return (
    <section>
      <h2>{t('missing.title')}</h2>
      <p>{t('missing.means', { date: formatSeen({ on: missing.on, precision: 'day' }, language) })}</p>
      <ul>
        {missing.types.map((type) => (
          <li key={type}>{t(`directory:type.${type}`)}</li>
        ))}
      </ul>
      <p>{t('missing.do')}</p>
    </section>
  )
}
