import { useContext } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from './blocks'
import { ReferenceContext } from './reference'
import { useSiteLinks } from './site-links'

/** The page for an address that does not exist, for a service that has closed, and for a fault of ours. */
export function ErrorPage({ kind: fault }: { kind: 'missing' | 'closed' | 'notYours' | 'broken' }) {
  const { t } = useTranslation('errors')
  const { easy } = useRegister()
  const links = useSiteLinks()
  const { reference, isAway } = useContext(ReferenceContext)
  const kind = fault === 'broken' && isAway ? 'away' : fault
  const lines = t(`${kind}.lines`, { returnObjects: true }) as string[]
  const number = kind === 'broken' ? [t('reference', { reference })] : []
  const ways = [
    [links.services, t('toServices')],
    [links.municipalities, t('toMunicipalities')],
    [links.help, t('toHelp')],
  ] as const
  return (
    <div className="page stack">
      <h1>{t(`${kind}.title`)}</h1>
      {easy ? (
        <Blocks>
          <Block picture={fault === 'broken' ? 'warning' : 'unknown'} lines={[...lines, ...number]} />
        </Blocks>
      ) : (
        [...lines, ...number].map((line) => <p key={line}>{line}</p>)
      )}
      <ul className="rows plain">
        {ways.map(([href, text]) => (
          <li key={href} className="row">
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
