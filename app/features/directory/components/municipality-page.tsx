import { useTranslation } from 'react-i18next'
import { useRegister } from '~/i18n/use-register'
import type { Seat } from '~/lib/dot-map'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { DotMap } from '~/ui/dot-map'
import { IgnoredNote } from '~/ui/ignored-note'
import { PageLinks } from '~/ui/page-links'
import type { MunicipalityView, ServiceLine } from '../rules'
import { AskHere } from './ask-here'
import { MunicipalityEasy } from './municipality-easy'
import { OfficeFacts } from './office-facts'
import { ServiceList } from './service-list'
import { useSeenLine } from './seen-line'

export type MunicipalityPageProps = {
  municipality: MunicipalityView
  services: { items: ServiceLine[]; page: number; pages: number; total: number; counts: Record<string, number> }
  national: ServiceLine[]
  seats: Seat[]
  ignored: boolean
}

export function MunicipalityPage(props: MunicipalityPageProps) {
  const { easy } = useRegister()
  return easy ? <MunicipalityEasy {...props} /> : <MunicipalityStandard {...props} />
}

/** One municipality: ask here first, then what is known, then who else is there. */
function MunicipalityStandard({ municipality, services, national, seats, ignored }: MunicipalityPageProps) {
  const { t } = useTranslation('municipality')
  const { register } = useRegister()
  return (
    <div className="page">
      <BackLink href={paths.municipalities(register)}>{t('back')}</BackLink>
      {ignored && <IgnoredNote />}
      <div className="columns">
        <div className="stack">
          <MunicipalityHead municipality={municipality} />
          <AskHere municipality={municipality} />
          <section id="services">
            <h2>{t('services', { count: services.total })}</h2>
            {services.total === 0 ? <NoRecord /> : <p>{t('servicesNote')}</p>}
            <ServiceList services={services.items} counts={services.counts} />
            <PageLinks
              page={services.page}
              pages={services.pages}
              href={(page) => `${paths.municipality(register, municipality.slug)}?page=${page}#services`}
            />
          </section>
          <section>
            <h2>{t('national')}</h2>
            <ServiceList services={national} />
          </section>
          <OtherOffices municipality={municipality} />
          <Organizations municipality={municipality} />
        </div>
        <aside aria-label={t('aside')}>
          <DotMap seats={seats} own={municipality.slug} />
          <h2 className="aside-title">{t('safe.title')}</h2>
          <p>
            <a className="row-link" href={paths.safePlace(register)}>
              {t('safe.link')}
            </a>
          </p>
          <Units municipality={municipality} />
        </aside>
      </div>
    </div>
  )
}

function MunicipalityHead({ municipality }: { municipality: MunicipalityView }) {
  const { t } = useTranslation('municipality')
  const { minorityName, seat, formerNames } = municipality
  return (
    <div>
      <p className="kind">{t('kind', { county: municipality.county.name })}</p>
      <h1>
        {municipality.name}
        {minorityName && <span lang={minorityName.language}> · {minorityName.text}</span>}
      </h1>
      {seat && <p className="small">{t('seat', { seat })}</p>}
      {formerNames.length > 0 && <p className="small">{t('former', { names: formerNames.join(', ') })}</p>}
    </div>
  )
}

function NoRecord() {
  const { t } = useTranslation('municipality')
  return (
    <div className="unknown">
      <p>{t('none.what')}</p>
      <p>{t('none.means')}</p>
      <p>{t('none.do')}</p>
    </div>
  )
}

function OtherOffices({ municipality }: { municipality: MunicipalityView }) {
  const { t } = useTranslation('municipality')
  const offices = [...(municipality.stateOffice ? [municipality.stateOffice] : []), ...municipality.offices]
  if (offices.length === 0) return null
  return (
    <section>
      <h2>{t('offices')}</h2>
      <p>{t('officesNote')}</p>
      {offices.map((office) => (
        <section key={office.id}>
          <h3>{office.name}</h3>
          <OfficeFacts office={office} />
        </section>
      ))}
    </section>
  )
}

function Organizations({ municipality }: { municipality: MunicipalityView }) {
  const { t } = useTranslation('municipality')
  const seenLine = useSeenLine()
  if (municipality.organizations.length === 0) return null
  return (
    <section>
      <h2>{t('organizations')}</h2>
      <ul className="rows">
        {municipality.organizations.map((organization) => (
          <li key={organization.id} className="row">
            {organization.website ? (
              <a href={organization.website}>{organization.name}</a>
            ) : (
              <strong>{organization.name}</strong>
            )}
            <p>{organization.what}</p>
            <p className="small">{seenLine(organization)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Units({ municipality }: { municipality: MunicipalityView }) {
  const { t } = useTranslation('municipality')
  return (
    <details>
      <summary>{t('units', { count: municipality.units.length })}</summary>
      <ul>
        {municipality.units.map((unit) => (
          <li key={unit}>{unit}</li>
        ))}
      </ul>
    </details>
  )
}
