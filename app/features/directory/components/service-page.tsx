import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { formatList, formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Icon } from '~/ui/icon'
import { PrintButton } from '~/ui/print-button'
import { unknownFields, type ServiceView } from '../rules'
import { useAccessWords, useFactWords } from './fact-words'
import { Notices } from './notices'
import { useOpenNow, useWeek } from './opening-words'
import { ServiceBack } from './service-back'
import { StartSteps } from './start-steps'
import { useLead } from './words'

/** A service in the standard register: what it is, how to start, what is known, what is not, what was said, and by whom. */
export function ServicePage({ service, children }: { service: ServiceView; children?: ReactNode }) {
  return (
    <div className="page">
      <ServiceBack municipality={service.municipality} />
      <div className="columns">
        <article className="stack">
          <ServiceHead service={service} />
          <Notices notices={service.notices} />
          <StartSteps service={service} />
          <KnownFacts service={service} />
          <UnknownFacts service={service} />
          {children}
        </article>
        <SourceAside service={service} />
      </div>
    </div>
  )
}

function ServiceHead({ service }: { service: ServiceView }) {
  const { t } = useTranslation(['service', 'directory'])
  const { language } = useRegister()
  const lead = useLead()
  return (
    <div>
      <p className="kind">{t(`directory:type.${service.type}`)}</p>
      <h1>{service.name}</h1>
      {language !== 'sq' && service.nameSq !== service.name && (
        <p className="small">
          {t('inAlbanian')} <span lang="sq">{service.nameSq}</span>
        </p>
      )}
      <p className="lead">{lead(service)}</p>
      {service.caution && <p className="notice">{service.caution}</p>}
    </div>
  )
}

function KnownFacts({ service }: { service: ServiceView }) {
  const { t } = useTranslation(['service', 'directory'])
  const place = usePlaceWords(service)
  const words = useFactWords()
  const access = useAccessWords().known(service)
  const rows: [string, ReactNode][] = [
    ['what', (t(`directory:typeLines.${service.type}`, { returnObjects: true }) as string[]).join(' ')],
    ['who', service.ages && t(`ages.${agesForm(service.ages)}`, service.ages)],
    ['provider', service.provider],
    ['where', place],
    ['access', access.length > 0 && <Lines lines={access} />],
    ['phone', service.phone && <PhoneLink phone={service.phone} />],
    ['hours', (service.opening || service.hours) && <OpeningHours service={service} />],
    ['cost', words.cost(service)],
    ['documents', service.documents.length > 0 && <Lines lines={service.documents} />],
    ['languages', words.languages(service)],
    ['capacity', words.capacity(service)],
    ['otherNames', service.otherNames.join(', ')],
    ['more', service.facts.length > 0 && <Lines lines={service.facts} />],
  ]
  return (
    <section>
      <h2>{t('known')}</h2>
      <dl className="facts">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <p key={line} className="fact">
      {line}
    </p>
  ))
}

/** Open now or not, which paper leaves out; then the week, in the source's words where there are any. */
function OpeningHours({ service: { hours, opening, checkedOn } }: { service: ServiceView }) {
  const { t } = useTranslation('facts')
  const now = useOpenNow()
  const week = useWeek()
  if (!opening) return hours
  return (
    <>
      <p className="fact now">
        <strong>{now(opening).join('. ')}</strong>
      </p>
      <Lines lines={hours ? [hours] : week(opening)} />
      <Lines lines={[t(`open.holidays.${opening.hours.holidays}`)]} />
      {!checkedOn && <p className="small">{t('open.bySource')}</p>}
    </>
  )
}

export function agesForm({ from, to }: NonNullable<ServiceView['ages']>): 'range' | 'from' | 'to' {
  if (from === null) return 'to'
  return to === null ? 'from' : 'range'
}

function usePlaceWords(service: ServiceView): string {
  const { t } = useTranslation('service')
  if (service.address) return t(`place.${service.address.precision}`, { address: service.address.text })
  if (service.placeHidden) return t('place.hidden')
  return service.municipality ? '' : t('place.country')
}

function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="tel" href={`tel:${phone.replaceAll(' ', '')}`}>
      {phone}
    </a>
  )
}

function UnknownFacts({ service }: { service: ServiceView }) {
  const { t } = useTranslation('service')
  const { language } = useRegister()
  const unknown = unknownFields(service)
  const missing = useAccessWords().missing(service)
  if (unknown.length + missing.length === 0) return null
  return (
    <section className="unknown">
      <h2>{t('unknown.title')}</h2>
      {unknown.length > 0 && (
        <p>
          {t('unknown.lead', {
            fields: formatList(
              unknown.map((field) => t(`unknown.${field}`)),
              language,
            ),
          })}
        </p>
      )}
      {missing.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{t('unknown.do')}</p>
    </section>
  )
}

function SourceAside({ service }: { service: ServiceView }) {
  const { t } = useTranslation('service')
  const { language, register } = useRegister()
  const { seen } = service
  return (
    <aside className="source" aria-label={t('source.title')}>
      <h2>{t('source.title')}</h2>
      <ul className="plain-list">
        {service.sources.map(({ title, url }) => (
          <li key={title + (url ?? '')}>{url ? <a href={url}>{title}</a> : title}</li>
        ))}
      </ul>
      <p>
        {seen ? t(`source.seen.${seen.precision}`, { date: formatSeen(seen, language) }) : t('source.seen.undated')}
      </p>
      <p>
        {service.checkedOn
          ? t('source.checked', { date: formatSeen({ on: service.checkedOn, precision: 'day' }, language) })
          : t('source.unchecked')}
      </p>
      <p>
        {t('tell.what')}{' '}
        <a className="alone" href={paths.tellAbout(register, `service:${service.slug}`)} rel="nofollow">
          {t('tell.link')}
        </a>
      </p>
      <PrintButton>
        <Icon name="print" />
        {t('print')}
      </PrintButton>
    </aside>
  )
}
