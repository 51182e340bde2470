import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { whereOf, type EntitlementId } from '../engine'

/** Pages that go with an entitlement: services that help with it, a page that says more, and the safe place. */
export function Related({ id }: { id: EntitlementId }) {
  const { t } = useTranslation('rights')
  const { register } = useRegister()
  const { services, help } = whereOf(id)
  const links = [
    services && { href: paths.servicesWith(register, services), text: t('services') },
    help && { href: paths.helpKind(register, help), text: t('more') },
    id === 'E20' && { href: paths.safePlace(register), text: t('safe') },
  ].filter((link) => !!link)
  if (links.length === 0) return null
  return (
    <ul className="plain-list">
      {links.map(({ href, text }) => (
        <li key={href}>
          <a className="alone" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}
