import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import { ProsePage } from '~/ui/prose-page'
import { helpKindFacts, type HelpKind } from '../help-kinds'
import type { HelpLineView } from '../rules'
import { HelpLines } from './help-lines'

/** A kind of help that is not a place: what it is, how to begin, who may get it, and where these words come from. */
export function HelpKindPage({ kind, lines }: { kind: HelpKind; lines: readonly HelpLineView[] }) {
  const { t } = useTranslation('kinds')
  const { register } = useRegister()
  const { services, entitlement } = helpKindFacts[kind]
  return (
    <ProsePage
      namespace={`help-${kind}`}
      before={<BackLink href={`${paths.help(register)}#kinds`}>{t('back')}</BackLink>}
      afterFirst={lines.length > 0 && <HelpLines lines={lines} />}
    >
      {services && (
        <p>
          <a className="button" href={paths.servicesWith(register, services)}>
            {t('services')}
          </a>
        </p>
      )}
      {entitlement && (
        <p>
          <a className="button button-plain" href={paths.entitlement(register, entitlement)}>
            {t('entitlement')}
          </a>
        </p>
      )}
      <Sources kind={kind} />
    </ProsePage>
  )
}

function Sources({ kind }: { kind: HelpKind }) {
  const { t } = useTranslation(['kinds', 'service'])
  const { easy, language } = useRegister()
  const { sources } = helpKindFacts[kind]
  const says = useSourceSays(kind)
  // Easy-read leads to no page that is hard to read: there a source has its name only.
  const list = (
    <ul className="plain-list" data-name>
      {sources.map(({ title, url, seen }, index) => (
        <li key={says[index]}>
          {url && !easy ? <a href={url}>{title}</a> : title} · {seen ? formatSeen(seen, language) : t('undated')}
          <br />
          {says[index]}
        </li>
      ))}
    </ul>
  )
  return (
    <section className={easy ? undefined : 'source'}>
      <h2>{t('sources')}</h2>
      {easy ? (
        <Blocks>
          <Block picture="source" lines={[t('mayHaveChanged'), t('service:source.unchecked')]}>
            {list}
          </Block>
          <Block picture="read" lines={[t('service:easyDraft')]} />
        </Blocks>
      ) : (
        <>
          {list}
          <p>{t('service:source.unchecked')}</p>
          <p>{t('mayHaveChanged')}</p>
        </>
      )}
    </section>
  )
}

/** What of the page each source says, in the order of the sources. */
function useSourceSays(kind: HelpKind): string[] {
  const { t } = useTranslation(`help-${kind}`)
  return t('sourceSays', { returnObjects: true }) as string[]
}
