import { dateOfDay, dayNumber, weekdayOf } from './days'

/**
 * Public holidays of Albania: Law 7651, 21.12.1992, "Për festat zyrtare e ditët përkujtimore", as amended (5 September
 * since 2018, 22 November since 2024). A holiday on a Saturday or Sunday moves the day off to the next working day
 * (calendar of the Bank of Albania for 2022, podiumi.com 17.1.2022; noa.al, January 2026).
 */
const fixed = '01-01 01-02 03-14 03-22 05-01 09-05 11-22 11-28 11-29 12-08 12-25'.split(' ')

/**
 * The two Easters and the two Bajrams, in this order, as announced for a year; the Bajrams follow the moon and may still
 * move by a day. Sources: ICE Tirana, calendar for 2025; noa.al, January 2026. A year that is missing here has its fixed
 * holidays only, so pages say "it may be closed on public holidays": add a line each January.
 */
const movable: Record<string, string[]> = {
  '2025': ['04-20', '04-20', '03-30', '06-06'],
  '2026': ['04-05', '04-12', '03-20', '05-27'],
}

/** Years whose movable holidays are known here. */
export const yearsWithAllHolidays: readonly string[] = Object.keys(movable)

const known = new Map<string, ReadonlySet<string>>()

/** The days off of a year by law, as dates: the holidays, and the working days that stand in for those on a weekend. */
export function publicHolidays(year: string): ReadonlySet<string> {
  const found = known.get(year) ?? daysOff(year)
  known.set(year, found)
  return found
}

/** Says of a date whether it is a day off: by law, or with what was announced since. */
export type Holidays = (date: string) => boolean

/** Whether a date is a public holiday or the working day off that stands in for one. */
export function isPublicHoliday(date: string): boolean {
  return publicHolidays(date.slice(0, 4)).has(date)
}

function daysOff(year: string): ReadonlySet<string> {
  const holidays = [...fixed, ...(movable[year] ?? [])].map((day) => dayNumber(`${year}-${day}`))
  const off = new Set(holidays)
  for (const day of [...off].sort((a, b) => a - b)) {
    if (weekdayOf(day) < 6) continue
    let instead = day + 1
    while (weekdayOf(instead) > 5 || off.has(instead)) instead += 1
    off.add(instead)
  }
  return new Set([...off].map(dateOfDay))
}
