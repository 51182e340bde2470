import { useTranslation } from '~/i18n/use-translation'
import { formatDayMonth, formatList, formatTime, formatWeekday } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { weekOn, type Moment } from '../hours'
import type { Opening } from '../rules'

/** Whether it is open now and when it opens next, a sentence a line: "Hapur tani, deri në 16:00". */
export function useOpenNow(): (opening: Opening) => string[] {
  const { t } = useTranslation('facts')
  const values = useMomentWords()
  const nextForm = ({ inDays }: Moment) => (['nextToday', 'nextTomorrow'] as const)[inDays] ?? 'nextDay'
  return ({ state, next }) => {
    if (state.state === 'open') {
      if (!state.until) return [t('open.always')]
      return [t(`open.${untilForm(state.until)}`, values(state.until))]
    }
    const now = state.state === 'closed' ? t('open.closed') : t(`open.${state.because}`)
    return next ? [now, t(`open.${nextForm(next)}`, values(next))] : [now]
  }
}

function untilForm({ inDays, time }: Moment) {
  if (inDays === 1 && time === '00:00') return 'nowUntilMidnight'
  return (['now', 'nowUntilTomorrow'] as const)[inDays] ?? 'nowUntilDay'
}

/** The week in words, a line for the days with the same hours; empty when every hour of the week is open. */
export function useWeek(): (opening: Opening) => string[] {
  const { t } = useTranslation('facts')
  const { language, easy } = useRegister()
  return ({ hours, on }) => {
    const week = weekOn(hours, on)
    if (week.length === 1 && week[0]?.days.length === 7 && week[0].times[0]?.to === '24:00') return []
    return week.flatMap(({ days, times }) => {
      const [first = 1, last = first] = [days[0], days.at(-1)]
      const names = { first: capital(formatWeekday(first, language)), last: formatWeekday(last, language) }
      const spans = times.map(({ from, to }) =>
        t('open.times', { from: formatTime(from, easy), until: formatTime(to, easy) }),
      )
      // Two times in one sentence are two ideas: easy-read gives each its line.
      return (easy ? spans : [formatList(spans, language)]).map((text) =>
        first === last ? t('open.day', { ...names, times: text }) : t('open.days', { ...names, times: text }),
      )
    })
  }
}

function useMomentWords() {
  const { language, easy } = useRegister()
  return ({ date, time, weekday }: Moment) => ({
    time: formatTime(time, easy),
    weekday: formatWeekday(weekday, language),
    date: formatDayMonth(date, language),
  })
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sq') + text.slice(1)
}
