import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { groupBy, type ServiceLine } from '../rules'
import { useSeenLine } from './seen-line'
import { placeBeside, useGroupLine, useLead } from './words'

type Props = { services: readonly ServiceLine[]; counts?: Record<string, number>; withMunicipality?: boolean }

/** Services under their kinds; each row is one link. `counts` are the totals over all pages. */
export function ServiceList({ services, counts, withMunicipality = false }: Props) {
  const { t } = useTranslation('directory')
  return (
    <>
      {groupBy(services, ({ type }) => type).map(({ key, items }) => (
        <section key={key}>
          <h3>
            {t(`type.${key}`)}
            {counts?.[key] !== undefined && <span className="count"> · {counts[key]}</span>}
          </h3>
          <ServiceRows services={items} withMunicipality={withMunicipality} />
        </section>
      ))}
    </>
  )
}

/** Services in the order given; each row is one link. */
export function ServiceRows({ services, withMunicipality = false }: Omit<Props, 'counts'>) {
  return (
    <ul className="rows">
      {services.map((service) => (
        <ServiceRow key={service.slug} service={service} withMunicipality={withMunicipality} />
      ))}
    </ul>
  )
}

function ServiceRow({ service, withMunicipality }: { service: ServiceLine; withMunicipality: boolean }) {
  const { register } = useRegister()
  const seenLine = useSeenLine()
  const lead = useLead()
  const who = useGroupLine(service.groups)
  const place = withMunicipality && placeBeside(service)
  return (
    <li className="row">
      <a href={paths.service(register, service.slug)}>
        {service.name}
        {place && <span className="hidden">, {place}</span>}
      </a>
      {withMunicipality ? <p>{lead(service)}</p> : who && <p>{who}</p>}
      <p className="small">{seenLine(service)}</p>
    </li>
  )
}
