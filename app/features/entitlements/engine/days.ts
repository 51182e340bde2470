/**
 * Dates as exact as their source: "2022", "2022-04" or "2022-04-12". They compare as texts; the first and last day make
 * a period of them.
 */
export type SourceDate = string

export function firstDay(date: SourceDate): string {
  return `${date}${'-01-01'.slice(date.length - 4)}`.slice(0, 10)
}

/** The last day of a date; 31 for every month, because it is only compared. */
export function lastDay(date: SourceDate): string {
  return `${date}${'-12-31'.slice(date.length - 4)}`.slice(0, 10)
}

/** Completed years of life on a day; a birthday on 29 February comes on 1 March in other years. */
export function yearsOn(born: string, day: string): number {
  const had = day.slice(5) >= born.slice(5)
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (had ? 0 : 1)
}

/** The day a number of months before another; where that month is shorter, its last day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const index = year * 12 + month - 1 - months
  const [y, m] = [Math.floor(index / 12), index % 12]
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate()
  return new Date(Date.UTC(y, m, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Whether a text is a day of the calendar, "2026-02-28". */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
