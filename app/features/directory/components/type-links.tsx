import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'

/** The kinds of service a municipality has, with counts; each leads to its list. */
export function TypeLinks({ municipality, counts }: { municipality: string; counts: Record<string, number> }) {
  const { t } = useTranslation(['municipality', 'directory'])
  const { register } = useRegister()
  return (
    <ul className="rows plain">
      {Object.entries(counts).map(([type, count]) => (
        <li key={type} className="row">
          <a href={paths.servicesOf(register, municipality, type)}>
            {t('typeCount', { type: t(`directory:type.${type}`), count })}
          </a>
        </li>
      ))}
    </ul>
  )
}
