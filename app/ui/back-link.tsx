import { keptForm, goingBack } from '~/lib/head'
import { Icon } from './icon'

export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="back" href={href}>
      <Icon name="arrow_back" />
      {children}
    </a>
  )
}

/** The same where something may have been typed: the form goes along, and what is in it is kept. */
export function BackWithForm({ children }: { children: string }) {
  return (
    <button type="submit" form={keptForm} {...goingBack} className="link back">
      <Icon name="arrow_back" />
      {children}
    </button>
  )
}
