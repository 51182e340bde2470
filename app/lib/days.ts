const dayInMs = 86_400_000

/** A date "2026-11-22" as the number of days since 1 January 1970, so that days can be counted and compared. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayInMs
}

/** The date of a day number: the inverse of dayNumber. */
export function dateOfDay(day: number): string {
  return new Date(day * dayInMs).toISOString().slice(0, 10)
}

/** The weekday of a day number as in ISO 8601: 1 Monday … 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1 // day 0 was a Thursday
}

const tirana = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Tirane',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** What calendars and clocks in Albania show at an instant; summer time included. `minute` counts from midnight. */
export function clockInTirana(instant: Date): { date: string; minute: number } {
  const parts = Object.fromEntries(tirana.formatToParts(instant).map(({ type, value }) => [type, value]))
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  }
}
