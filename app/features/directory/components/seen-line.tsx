import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import type { SeenDate } from '~/lib/seen'
import { useRegister } from '~/i18n/use-register'

type Dated = { seen: SeenDate; checkedOn?: string | null }

/** "Seen December 2021, not checked": the two dates that are never mixed. */
export function useSeenLine(): (dated: Dated) => string {
  const { t } = useTranslation('directory')
  const { language } = useRegister()
  return ({ seen, checkedOn }) => {
    if (checkedOn) return t('checked', { date: formatSeen({ on: checkedOn, precision: 'day' }, language) })
    return seen ? t(`seen.${seen.precision}`, { date: formatSeen(seen, language) }) : t('seen.undated')
  }
}
