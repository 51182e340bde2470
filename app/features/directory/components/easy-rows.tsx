import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import type { ServiceLine } from '../rules'
import { typePicture } from './pictures'
import { useGroupLine } from './words'

/** Services in easy-read: a picture, what it is, for whom, and the name as the link. */
export function EasyRows({ services }: { services: readonly ServiceLine[] }) {
  return (
    <Blocks>
      {services.map((service) => (
        <EasyRow key={service.slug} service={service} />
      ))}
    </Blocks>
  )
}

function EasyRow({ service }: { service: ServiceLine }) {
  const { register } = useRegister()
  const { t } = useTranslation('directory')
  const who = useGroupLine(service.groups)
  const [what = ''] = t(`typeLines.${service.type}`, { returnObjects: true }) as string[]
  return (
    <Block picture={typePicture(service.type)} lines={who ? [what, who] : [what]}>
      <a className="button button-plain" href={paths.service(register, service.slug)} data-name>
        {service.name}
      </a>
    </Block>
  )
}
