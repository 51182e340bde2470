import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { QuickExit } from '~/ui/quick-exit'
import type { HelpLineView, SearchView } from '../rules'
import { HelpLines } from './help-lines'

type Props = { urgent: NonNullable<SearchView['urgent']>; lines: readonly HelpLineView[] }

/** Above every result when the words speak of violence, trafficking or other danger: numbers, and where more is said. */
export function UrgentNumbers({ urgent, lines }: Props) {
  const { t } = useTranslation('services')
  const { register } = useRegister()
  const isViolence = urgent === 'violence'
  return (
    <section className="stack">
      {isViolence && <QuickExit />}
      <p role="status" className="lead">
        {isViolence ? t('urgent.violence') : t('urgent.danger')}
      </p>
      <HelpLines lines={lines} />
      <p>
        <a className="alone" href={isViolence ? paths.safePlace(register) : paths.emergency(register)}>
          {isViolence ? t('urgent.safePlace') : t('urgent.emergency')}
        </a>
      </p>
    </section>
  )
}
