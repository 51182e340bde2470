import { useTranslation } from 'react-i18next'
import type { MunicipalityView } from '../rules'
import { OfficeFacts } from './office-facts'

/** The one thing to do on a municipality's page: whom to ask first, also when nothing is listed. */
export function AskHere({ municipality }: { municipality: MunicipalityView }) {
  const { t } = useTranslation('municipality')
  const { office, name } = municipality
  return (
    <section className="next" id="ask">
      <h2>{t('ask.title')}</h2>
      <ol className="steps">
        {(t('ask.steps', { returnObjects: true, municipality: name }) as string[]).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {office && (
        <>
          <OfficeFacts office={office} />
          <OfficeButton website={office.website} municipality={name} />
        </>
      )}
    </section>
  )
}

export function OfficeButton({ website, municipality }: { website: string | null; municipality: string }) {
  const { t } = useTranslation('municipality')
  if (!website) return null
  return (
    <a className="button" href={website}>
      {t('ask.website', { municipality })}
    </a>
  )
}
