import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import type { ServiceView } from '../rules'
import { OfficeFacts } from './office-facts'

/** How to start: always something a person can do today, with the page's one button. */
export function StartSteps({ service }: { service: ServiceView }) {
  const { t } = useTranslation(['service', 'municipality'])
  const steps = useStartSteps(service)
  const { office, municipality } = service
  return (
    <section className="next">
      <h2>{t('service:start.title')}</h2>
      <ol className="steps">
        {steps.map((lines) => (
          <li key={lines[0]}>{lines.join(' ')}</li>
        ))}
      </ol>
      {service.accessMode !== 'phone' && office && municipality && (
        <section>
          <h3>{t('municipality:office.where', { municipality: municipality.name })}</h3>
          <OfficeFacts office={office} brief />
        </section>
      )}
      <StartButton service={service} />
    </section>
  )
}

/** The steps, each as one or more lines: easy-read explains a hard word in the next line. */
export function useStartSteps(service: ServiceView): string[][] {
  const { t } = useTranslation('service')
  const steps = t(`start.${service.accessMode}`, {
    returnObjects: true,
    municipality: service.municipality?.name ?? '',
    phone: service.phone ?? '',
  }) as (string | string[])[]
  return steps.map((step) => [step].flat())
}

export function StartButton({ service }: { service: ServiceView }) {
  const { t } = useTranslation('service')
  const { register } = useRegister()
  if (service.accessMode === 'phone' && service.phone) {
    return (
      <a className="button" href={`tel:${service.phone.replaceAll(' ', '')}`}>
        {t('start.call', { phone: service.phone })}
      </a>
    )
  }
  if (!service.municipality) return null
  return (
    <a className="button" href={`${paths.municipality(register, service.municipality.slug)}#ask`}>
      {t('start.office', { municipality: service.municipality.name })}
    </a>
  )
}
