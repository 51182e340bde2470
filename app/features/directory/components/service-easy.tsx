import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { groupPicture, typePicture } from './pictures'
import type { ServiceView } from '../rules'
import { EasyFacts } from './easy-facts'
import { Notices } from './notices'
import { agesForm } from './service-page'
import { ServiceBack } from './service-back'
import { StartButton, useStartSteps } from './start-steps'
import { useGroupLine } from './words'

/** A service in easy-read, composed from its fields, so that imported records have one too. */
export function ServiceEasy({ service, children }: { service: ServiceView; children?: ReactNode }) {
  const { t } = useTranslation(['service', 'directory'])
  const { register } = useRegister()
  return (
    <article className="page stack">
      <ServiceBack municipality={service.municipality} />
      <h1 data-name>{service.name}</h1>
      <Notices notices={service.notices} />
      <Blocks>
        <Block
          picture={typePicture(service.type)}
          lines={t(`directory:typeLines.${service.type}`, { returnObjects: true }) as string[]}
        />
        <WhoBlock service={service} />
        <PlaceBlock service={service} />
        <EasyFacts service={service} />
      </Blocks>
      <h2>{t('start.title')}</h2>
      <StartBlocks service={service} />
      {children}
      <h2>{t('unknown.title')}</h2>
      <Blocks>
        <Block picture="unknown" lines={[t('unknown.lead'), t('unknown.do')]} />
        <SourceBlock service={service} />
        <Block picture="read" lines={[t('easyDraft')]} />
        <Block picture="talk" lines={[t('tell.what')]}>
          <a className="button button-plain" href={paths.tellAbout(register, `service:${service.slug}`)} rel="nofollow">
            {t('tell.link')}
          </a>
        </Block>
      </Blocks>
    </article>
  )
}

function WhoBlock({ service }: { service: ServiceView }) {
  const { t } = useTranslation(['service', 'directory'])
  const who = useGroupLine(service.groups)
  const [first] = service.groups
  if (!first || !who) return null
  const lines = [who]
  if (service.ages) lines.push(t(`ages.${agesForm(service.ages)}`, service.ages))
  return <Block picture={groupPicture(first)} lines={lines} />
}

function PlaceBlock({ service }: { service: ServiceView }) {
  const { t } = useTranslation('service')
  const lines = service.municipality
    ? [t('place.municipality', { municipality: service.municipality.name })]
    : [t('place.country')]
  if (service.placeHidden) lines.push(t('place.hidden'))
  if (service.address) {
    lines.push(t(`place.${service.address.precision}`))
    return (
      <Block picture="place" lines={lines}>
        <p data-name>{service.address.text}</p>
      </Block>
    )
  }
  return <Block picture="place" lines={lines} />
}

function StartBlocks({ service }: { service: ServiceView }) {
  const steps = useStartSteps(service)
  const shown =
    service.accessMode === 'phone'
      ? (['phone', 'talk', 'ask'] as const)
      : (['person_who_helps', 'talk', 'office'] as const)
  return (
    <Blocks>
      {steps.map((lines, index) => (
        <Block key={lines[0]} picture={shown[index] ?? 'ask'} lines={lines}>
          {index === steps.length - 1 && <StartButton service={service} />}
        </Block>
      ))}
    </Blocks>
  )
}

function SourceBlock({ service }: { service: ServiceView }) {
  const { t } = useTranslation('service')
  const { language } = useRegister()
  // The day says nothing more to the reader: easy-read names the month.
  const seen =
    service.seen && ({ ...service.seen, precision: service.seen.precision === 'year' ? 'year' : 'month' } as const)
  const first = seen
    ? t(`source.seen.${seen.precision}`, { date: formatSeen(seen, language) })
    : t('source.seen.undated')
  return (
    <Block
      picture="source"
      lines={[
        first,
        service.checkedOn
          ? t('source.checked', { date: formatSeen({ on: service.checkedOn, precision: 'month' }, language) })
          : t('source.unchecked'),
      ]}
    />
  )
}
