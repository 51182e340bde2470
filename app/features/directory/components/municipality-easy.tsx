import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import type { MunicipalityPageView, MunicipalityView } from '../rules'
import { OfficeButton } from './ask-here'
import { HelpKindDoor } from './help-kind-links'
import { Notices } from './notices'
import { MissingTypes } from './missing-types'
import { EasyRows } from './easy-rows'
import { TypeLinks } from './type-links'

/** One municipality in easy-read: five records a page, a picture beside each. */
export function MunicipalityEasy({
  municipality,
  services,
  national,
  missing,
  children,
}: MunicipalityPageView & { children?: ReactNode }) {
  const { t } = useTranslation('municipality')
  const { register } = useRegister()
  return (
    <div className="page stack">
      <BackLink href={paths.municipalities(register)}>{t('back')}</BackLink>
      <h1>{t('title', { municipality: municipality.name })}</h1>
      <Notices notices={municipality.notices} />
      <AskEasy municipality={municipality} />
      <h2 id="services">{t('services', { count: services.total })}</h2>
      {services.total === 0 && (
        <Blocks>
          <Block picture="unknown" lines={[t('none.what'), t('none.means'), t('none.do')]} />
        </Blocks>
      )}
      {services.items.length > 0 ? (
        <EasyRows services={services.items} />
      ) : (
        <TypeLinks municipality={municipality.slug} counts={services.counts} />
      )}
      <MissingTypes missing={missing} />
      <h2>{t('national')}</h2>
      <EasyRows services={national} />
      <HelpKindDoor />
      {children}
      <Blocks>
        <Block picture="list" lines={[t('check.what')]}>
          <a className="button button-plain" href={paths.check(register)}>
            {t('check.link')}
          </a>
        </Block>
        <Block picture="talk" lines={[t('tell.what')]}>
          <a className="button button-plain" href={paths.tell(register)}>
            {t('tell.link')}
          </a>
        </Block>
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
            {!office.phone && <p>{t('ask.noPhone')}</p>}
            <OfficeButton phone={office.phone} website={office.website} municipality={name} />
          </Block>
        )}
      </Blocks>
    </>
  )
}
