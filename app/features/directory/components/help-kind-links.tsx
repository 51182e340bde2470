import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import type { PictureName } from '~/ui/pictures'
import { helpKinds, type HelpKind } from '../help-kinds'

const kindPictures: Record<HelpKind, PictureName> = {
  'economic-aid': 'money',
  'social-housing': 'home',
  'assistive-devices': 'disability',
  'sign-language': 'deaf',
  'assistant-teacher': 'special_school',
  'youth-counselling': 'youth',
  'health-counselling': 'specialised',
}

/** The kinds of help that are not places, where people look for places. */
export function HelpKindLinks() {
  const { t } = useTranslation('kinds')
  const { register, easy } = useRegister()
  return (
    <section id="kinds">
      <h2>{t('title')}</h2>
      {easy ? (
        <Blocks>
          {helpKinds.map((kind) => (
            <Block key={kind} picture={kindPictures[kind]}>
              <a className="button button-plain" href={paths.helpKind(register, kind)}>
                {t(`name.${kind}`)}
              </a>
            </Block>
          ))}
        </Blocks>
      ) : (
        <>
          <p>{t('lead')}</p>
          <KindRows kinds={helpKinds} />
        </>
      )}
    </section>
  )
}

/** The kinds that the words of a search ask for, above what the list of services finds. */
export function AskedHelp({ kinds }: { kinds: HelpKind[] }) {
  const { t } = useTranslation('kinds')
  if (kinds.length === 0) return null
  return (
    <section className="next">
      <h2>{t('asked')}</h2>
      <KindRows kinds={kinds} />
    </section>
  )
}

function KindRows({ kinds }: { kinds: readonly HelpKind[] }) {
  const { t } = useTranslation('kinds')
  const { register } = useRegister()
  return (
    <ul className="rows plain">
      {kinds.map((kind) => (
        <li key={kind} className="row">
          <a href={paths.helpKind(register, kind)}>{t(`name.${kind}`)}</a>
        </li>
      ))}
    </ul>
  )
}

/** One way to all of them, where a page has other things to say; easy-read has no room for the list there. */
export function HelpKindDoor() {
  const { t } = useTranslation('kinds')
  const { register, easy } = useRegister()
  const href = `${paths.help(register)}#kinds`
  if (!easy) return <HelpKindLinks />
  return (
    <Blocks>
      <Block picture="help" lines={[t('lead')]}>
        <a className="button button-plain" href={href}>
          {t('all')}
        </a>
      </Block>
    </Blocks>
  )
}
