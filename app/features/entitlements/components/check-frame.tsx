import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'

/** What stands at the foot of every page with answers: wipe them, or wipe them and begin for the next family. */
export function CheckEnd() {
  const { t } = useTranslation('check')
  const { register } = useRegister()
  return (
    <form method="post" action={paths.check(register)} className="wipe actions" noValidate>
      <button type="submit" name="do" value="wipe" className="button button-plain">
        {t('wipe')}
      </button>
      <button type="submit" name="do" value="next" className="button button-plain">
        {t('next')}
      </button>
    </form>
  )
}

/** A page of the check: what it shows, and the way to end it. */
export function CheckFrame({ children }: { children: ReactNode }) {
  return (
    <div className="page stack question">
      {children}
      <CheckEnd />
    </div>
  )
}
