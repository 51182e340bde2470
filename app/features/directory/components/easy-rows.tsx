import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import type { ServiceLine } from '../rules'
import { typePicture } from './pictures'
import { placeBeside, useGroupLine } from './words'

type Props = { services: readonly ServiceLine[]; withMunicipality?: boolean }

/** Services in easy-read: a picture, what it is, for whom, where, and the name as the link. */
export function EasyRows({ services, withMunicipality = false }: Props) {
  return (
    <Blocks>
      {services.map((service) => (
        <EasyRow key={service.slug} service={service} withMunicipality={withMunicipality} />
      ))}
    </Blocks>
  )
}

function EasyRow({ service, withMunicipality }: { service: ServiceLine; withMunicipality: boolean }) {
  const { register } = useRegister()
  const { t } = useTranslation(['directory', 'service'])
  const who = useGroupLine(service.groups)
  const [what = ''] = t(`directory:typeLines.${service.type}`, { returnObjects: true }) as string[]
  const where =
    withMunicipality &&
    service.municipality &&
    t('service:place.municipality', { municipality: service.municipality.name })
  const place = withMunicipality && placeBeside(service)
  return (
    <Block picture={typePicture(service.type)} lines={[what, who, where].filter((line) => typeof line === 'string')}>
      <a className="button button-plain" href={paths.service(register, service.slug)} data-name>
        {service.name}
        {place && <span className="hidden">, {place}</span>}
      </a>
    </Block>
  )
}
