import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import type { MunicipalityView } from '../rules'
import { OfficeFacts } from './office-facts'

/** The one thing to do on a municipality's page: whom to ask first, also when nothing is listed. */
export function AskHere({ municipality }: { municipality: MunicipalityView }) {
  const { t } = useTranslation('municipality')
  const { register } = useRegister()
  const { office, name, units } = municipality
  return (
    <>
      <section className="next" id="ask">
        <h2>{t('ask.title')}</h2>
        <ol className="steps">
          {(t('ask.steps', { returnObjects: true, municipality: name }) as string[]).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <details>
          <summary>{t('ask.unit', { count: units.length })}</summary>
          <p>{units.join(', ')}</p>
        </details>
        {office && <OfficeFacts office={office} />}
        {!office?.phone && <p>{t('ask.noPhone')}</p>}
        {office && <OfficeButton phone={office.phone} website={office.website} municipality={name} />}
      </section>
      <p>
        {t('safe.title')} <a href={paths.safePlace(register)}>{t('safe.link')}</a>
      </p>
    </>
  )
}

/** A call where a number is known, otherwise the website. */
export function OfficeButton({
  phone,
  website,
  municipality,
}: {
  phone: string | null
  website: string | null
  municipality: string
}) {
  const { t } = useTranslation('municipality')
  if (phone) {
    return (
      <a className="button" href={`tel:${phone.replaceAll(' ', '')}`}>
        {t('ask.call', { phone })}
      </a>
    )
  }
  if (!website) return null
  return (
    <a className="button" href={website}>
      {t('ask.website', { municipality })}
    </a>
  )
}
