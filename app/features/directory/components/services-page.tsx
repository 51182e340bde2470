import { useTranslation } from 'react-i18next'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { IgnoredNote } from '~/ui/ignored-note'
import { PageLinks } from '~/ui/page-links'
import { SelectField } from '~/ui/select-field'
import { typePicture } from './pictures'
import { HelpKindDoor } from './help-kind-links'
import type { Place, ServiceLine } from '../rules'
import { ServiceList } from './service-list'
import { useGroupLine } from './words'

type Chosen = { municipality?: string; type?: string; group?: string }
type Props = {
  services: { items: ServiceLine[]; page: number; pages: number; total: number }
  choices: { municipalities: Place[]; types: string[]; groups: string[] }
  chosen: Chosen
  national: ServiceLine[]
  ignored: boolean
}

/** All services, narrowed by an ordinary form. Services for the whole country are never narrowed away. */
export function ServicesPage({ services, choices, chosen, national, ignored }: Props) {
  const { t } = useTranslation('services')
  const { register, easy } = useRegister()
  return (
    <div className="page stack">
      <h1>{t('title')}</h1>
      {ignored && <IgnoredNote />}
      <Filters choices={choices} chosen={chosen} />
      <div role="status" id="results">
        <h2>{t('count', { count: services.total })}</h2>
      </div>
      {services.total === 0 && <NothingFound chosen={chosen} choices={choices} />}
      {easy ? <EasyRows services={services.items} /> : <ServiceList services={services.items} withMunicipality />}
      <PageLinks page={services.page} pages={services.pages} href={pageHref(paths.services(register), chosen)} />
      {national.length > 0 && (
        <section>
          <h2>{t('national')}</h2>
          {easy ? <EasyRows services={national} /> : <ServiceList services={national} />}
        </section>
      )}
      <HelpKindDoor />
    </div>
  )
}

function pageHref(path: string, { municipality, type, group }: Chosen) {
  return (page: number) => {
    const values = { municipality, type, for: group, page: String(page) }
    const query = new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]))
    return `${path}?${query.toString()}#results`
  }
}

function Filters({ choices, chosen }: Pick<Props, 'choices' | 'chosen'>) {
  const { t } = useTranslation(['services', 'directory'])
  const { register } = useRegister()
  return (
    <form className="ask" action={paths.services(register)} noValidate>
      <SelectField
        name="municipality"
        label={t('municipality')}
        all={t('allMunicipalities')}
        value={chosen.municipality}
        options={choices.municipalities.map(({ slug, name }) => [slug, name])}
      />
      <SelectField
        name="type"
        label={t('type')}
        all={t('allTypes')}
        value={chosen.type}
        options={choices.types.map((code) => [code, t(`directory:type.${code}`)])}
      />
      <SelectField
        name="for"
        label={t('for')}
        all={t('allGroups')}
        value={chosen.group}
        options={choices.groups.map((code) => [code, t(`directory:group.${code}`)])}
      />
      <button className="button" type="submit">
        {t('show')}
      </button>
    </form>
  )
}

function NothingFound({ chosen, choices }: Pick<Props, 'choices' | 'chosen'>) {
  const { t } = useTranslation('services')
  const { register } = useRegister()
  const municipality = choices.municipalities.find(({ slug }) => slug === chosen.municipality)
  return (
    <div className="unknown">
      <p>{t('none.what')}</p>
      <p>{t('none.means')}</p>
      <p>
        <a className="alone" href={paths.services(register)}>
          {t('none.all')}
        </a>
      </p>
      {municipality && (
        <p>
          <a className="alone" href={`${paths.municipality(register, municipality.slug)}#ask`}>
            {t('none.ask', { municipality: municipality.name })}
          </a>
        </p>
      )}
    </div>
  )
}

export function EasyRows({ services }: { services: ServiceLine[] }) {
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
