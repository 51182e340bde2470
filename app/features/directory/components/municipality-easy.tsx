import { useTranslation } from 'react-i18next'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import { IgnoredNote } from '~/ui/ignored-note'
import { PageLinks } from '~/ui/page-links'
import type { MunicipalityView } from '../rules'
import { OfficeButton } from './ask-here'
import type { MunicipalityPageProps } from './municipality-page'
import { EasyRows } from './services-page'

/** One municipality in easy-read: five records a page, a picture beside each. */
export function MunicipalityEasy({ municipality, services, national, ignored }: MunicipalityPageProps) {
  const { t } = useTranslation('municipality')
  const { register } = useRegister()
  const lastPage = services.page === services.pages
  return (
    <div className="page stack">
      <BackLink href={paths.municipalities(register)}>{t('back')}</BackLink>
      {ignored && <IgnoredNote />}
      <h1>{t('title', { municipality: municipality.name })}</h1>
      {services.page === 1 && <AskEasy municipality={municipality} />}
      <h2 id="services">{t('services', { count: services.total })}</h2>
      {services.total === 0 && (
        <Blocks>
          <Block picture="unknown" lines={[t('none.what'), t('none.means'), t('none.do')]} />
        </Blocks>
      )}
      <EasyRows services={lastPage ? [...services.items, ...national] : services.items} />
      <PageLinks
        page={services.page}
        pages={services.pages}
        href={(page) => `${paths.municipality(register, municipality.slug)}?page=${page}#services`}
      />
      <Blocks>
        <Block picture="safe" lines={[t('safe.title')]}>
          <a className="button button-plain" href={paths.safePlace(register)}>
            {t('safe.link')}
          </a>
        </Block>
      </Blocks>
    </div>
  )
}

function AskEasy({ municipality }: { municipality: MunicipalityView }) {
  const { t } = useTranslation('municipality')
  const { office, name } = municipality
  const steps = t('ask.steps', { returnObjects: true, municipality: name }) as string[]
  return (
    <>
      <h2 id="ask">{t('ask.title')}</h2>
      <Blocks>
        <Block picture="person_who_helps" lines={steps.slice(0, 2)} />
        <Block picture="talk" lines={steps.slice(2)} />
        {office && (
          <Block picture="office" lines={[t('office.where', { municipality: name })]}>
            {office.address && <p data-name>{office.address}</p>}
            {office.phone && (
              <p data-name>
                <a className="button button-plain" href={`tel:${office.phone.replaceAll(' ', '')}`}>
                  {office.phone}
                </a>
              </p>
            )}
            <OfficeButton website={office.website} municipality={name} />
          </Block>
        )}
      </Blocks>
    </>
  )
}
