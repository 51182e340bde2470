import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { DotMap } from '~/ui/dot-map'
import type { MunicipalityPageView, MunicipalityView } from '../rules'
import { AskHere } from './ask-here'
import { HelpKindDoor } from './help-kind-links'
import { MissingTypes } from './missing-types'
import { MunicipalityEasy } from './municipality-easy'
import { Notices } from './notices'
import { OfficeFacts } from './office-facts'
import { ServiceList } from './service-list'
import { TypeLinks } from './type-links'
import { useSeenLine } from './seen-line'

/** `children`: how the municipality answers. */
export function MunicipalityPage(props: MunicipalityPageView & { children?: ReactNode }) {
  const { easy } = useRegister()
  return easy ? <MunicipalityEasy {...props} /> : <MunicipalityStandard {...props} />
}

/** One municipality: ask here first, then what is known, then who else is there. */
function MunicipalityStandard({
  municipality,
  services,
  national,
  missing,
  seats,
  children,
}: MunicipalityPageView & { children?: ReactNode }) {
  const { t } = useTranslation('municipality')
  const { register } = useRegister()
  return (
    <div className="page">
      <BackLink href={paths.municipalities(register)}>{t('back')}</BackLink>
      <div className="columns">
        <div className="stack">
          <MunicipalityHead municipality={municipality} />
          <Notices notices={municipality.notices} />
          <AskHere municipality={municipality} />
          <section id="services">
            <h2>{t('services', { count: services.total })}</h2>
            {services.total === 0 && <NoRecord />}
            {services.items.length > 0 ? (
              <>
                <p>{t('servicesNote')}</p>
                <ServiceList services={services.items} counts={services.counts} />
              </>
            ) : (
              <TypeLinks municipality={municipality.slug} counts={services.counts} />
            )}
          </section>
          <MissingTypes missing={missing} />
          <section>
            <h2>{t('national')}</h2>
            <ServiceList services={national} />
          </section>
          <HelpKindDoor />
          <p>
            {t('tell.what')}{' '}
            <a className="alone" href={paths.tell(register)}>
              {t('tell.link')}
            </a>
          </p>
          <p>
            {t('check.what')}{' '}
            <a className="alone" href={paths.check(register)}>
              {t('check.link')}
            </a>
          </p>
          {children}
          <OtherOffices municipality={municipality} />
          <Organizations municipality={municipality} />
        </div>
        <aside aria-label={t('aside')}>
          <DotMap seats={seats} own={municipality.slug} />
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
      <details>
        <summary>{t('offices', { count: offices.length })}</summary>
        <p>{t('officesNote')}</p>
        {offices.map((office) => (
          <section key={office.id}>
            <h2 className="minor">{office.name}</h2>
            <OfficeFacts office={office} />
          </section>
        ))}
      </details>
    </section>
  )
}

function Organizations({ municipality }: { municipality: MunicipalityView }) {
  const { t } = useTranslation('municipality')
  const seenLine = useSeenLine()
  const { organizations } = municipality
  if (organizations.length === 0) return null
  return (
    <section>
      <details>
        <summary>{t('organizations', { count: organizations.length })}</summary>
        <ul className="rows">
          {organizations.map((organization) => (
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
      </details>
    </section>
  )
}
