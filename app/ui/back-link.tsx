import { Icon } from './icon'

export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="back" href={href}>
      <Icon name="arrow_back" />
      {children}
    </a>
  )
}
