import { icons, type IconName } from './icons'

/** A sign beside its word, never instead of it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" width="24" height="24" viewBox="0 -960 960 960" aria-hidden="true" focusable="false">
      <path d={icons[name]} />
    </svg>
  )
}
