import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import type { Place } from '../rules'

/** From a service back to its municipality; from a service for the whole country, to all services. */
export function ServiceBack({ municipality }: { municipality: Place | null }) {
  const { t } = useTranslation('service')
  const { register } = useRegister()
  if (!municipality) return <BackLink href={paths.services(register)}>{t('backToAll')}</BackLink>
  return (
    <BackLink href={paths.municipality(register, municipality.slug)}>
      {t('back', { municipality: municipality.name })}
    </BackLink>
  )
}
