import { clockInTirana, dateOfDay, dayNumber, weekdayOf } from '~/lib/days'
import { isPublicHoliday, type Holidays } from '~/lib/holidays'

/**
 * When a service is open, as a weekly recurrence. Everything is said and reckoned on the clock of Albania, as people
 * read it: a change to or from summer time moves no opening hour.
 */
export type Hours = {
  /** On public holidays; a source that does not say leaves it unknown. */
  holidays: 'open' | 'closed' | 'unknown'
  /** One without dates always holds. Periods do not overlap; between them nothing is known. */
  periods: HoursPeriod[]
}
export type HoursPeriod = { validFrom?: string | undefined; validTo?: string | undefined; week: HoursSpan[] }
/** Days as in ISO 8601, 1 Monday … 7 Sunday. A `to` at or before `from` is on the next day; "24:00" ends the day. */
export type HoursSpan = { days: number[]; from: string; to: string }

/** A time on a day to come; `inDays` is 0 today, 1 tomorrow; `weekday` is 1 Monday … 7 Sunday. */
export type Moment = { date: string; time: string; weekday: number; inDays: number }

export type OpenState =
  | { state: 'open'; until: Moment | null } // null: it does not close within a week
  | { state: 'closed' }
  | { state: 'unknown'; because: 'holiday' | 'outside_validity' }

const minutesInDay = 1440
const daysOfOpenEnd = 8
const daysToLookAhead = 366

/** Whether a service is open at an instant, and until when. `isHoliday`: by law, unless more was announced since. */
export function openAt(hours: Hours, instant: Date, isHoliday: Holidays = isPublicHoliday): OpenState {
  const { today, now } = clock(instant)
  const around = spansBetween(hours, today - 1, today + daysOfOpenEnd, isHoliday)
  const open = joined(around.filter(({ sure }) => sure)).find((span) => holds(span, now))
  if (open) {
    const endless = open.end >= (today + daysOfOpenEnd) * minutesInDay
    return { state: 'open', until: endless ? null : momentAt(open.end, today) }
  }
  // Also before the doubtful hours of today: "closed, opens tomorrow" would send away who could come at eight.
  const endOfToday = (today + 1) * minutesInDay
  if (around.some(({ start, end, sure }) => !sure && now < end && start < endOfToday)) {
    return { state: 'unknown', because: 'holiday' }
  }
  return periodOn(hours, dateOfDay(today)) ? { state: 'closed' } : { state: 'unknown', because: 'outside_validity' }
}

/** The first certain opening after an instant, within a year; null when there is none, or it never closes. */
export function nextOpening(hours: Hours, instant: Date, isHoliday: Holidays = isPublicHoliday): Moment | null {
  const { today, now } = clock(instant)
  // Nearly always it is within days: the rest of the year is laid out only when it is not.
  for (const days of [daysOfOpenEnd, daysToLookAhead]) {
    const certain = spansBetween(hours, today - 1, today + days, isHoliday).filter(({ sure }) => sure)
    const next = joined(certain).find(({ start }) => start > now)
    if (next) return momentAt(next.start, today)
  }
  return null
}

/** The week that holds on a date, or the next one to hold: neighbouring days with the same hours stand together. */
export function weekOn(hours: Hours, date: string): { days: number[]; times: { from: string; to: string }[] }[] {
  const later = hours.periods.filter(({ validFrom = '' }) => validFrom > date)
  const [next] = later.sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))
  const period = periodOn(hours, date) ?? next
  const lines: ReturnType<typeof weekOn> = []
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const times = (period?.week ?? [])
      .filter(({ days }) => days.includes(day))
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => a.from.localeCompare(b.from))
    if (times.length === 0) continue
    const last = lines.at(-1)
    if (last?.days.at(-1) === day - 1 && JSON.stringify(last.times) === JSON.stringify(times)) last.days.push(day)
    else lines.push({ days: [day], times })
  }
  return lines
}

/** In OpenStreetMap's notation for opening hours, for the open files: "Mo-Fr 08:00-16:00; PH off". */
export function toOpeningHours(hours: Hours): string {
  const holidays = { open: '', closed: '; PH off', unknown: '; PH unknown' }[hours.holidays]
  return hours.periods.map(periodNotation).join('; ') + holidays
}

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function periodNotation(period: HoursPeriod): string {
  const { validFrom, validTo } = period
  const dates = validFrom ? `${dateNotation(validFrom)}${validTo ? `-${dateNotation(validTo)}` : '+'} ` : ''
  const lines = weekOn({ holidays: 'unknown', periods: [period] }, validFrom ?? '').map(({ days, times }) => {
    const [first = 1, last = first] = [days[0], days.at(-1)]
    const range = first === last ? weekdays[first - 1] : `${weekdays[first - 1]}-${weekdays[last - 1]}`
    return `${dates}${range} ${times.map(({ from, to }) => `${from}-${to}`).join(',')}`
  })
  return lines.length > 0 ? lines.join('; ') : `${dates}off`
}

function dateNotation(date: string): string {
  const [year, month, day] = date.split('-')
  return `${year} ${months[Number(month) - 1]} ${day}`
}

/** Minutes since 1 January 1970 on Albania's clock. A span that may be closed for a holiday is not sure. */
type Span = { start: number; end: number; sure: boolean }

function spansBetween(hours: Hours, firstDay: number, lastDay: number, isHoliday: Holidays): Span[] {
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index)
  return days.flatMap((day) => spansFrom(hours, day, isHoliday))
}

/** The spans that begin on a day. One that began the day before a holiday still runs to its end. */
function spansFrom(hours: Hours, day: number, isHoliday: Holidays): Span[] {
  const date = dateOfDay(day)
  const holiday = hours.holidays !== 'open' && isHoliday(date)
  if (holiday && hours.holidays === 'closed') return []
  return (periodOn(hours, date)?.week ?? [])
    .filter(({ days }) => days.includes(weekdayOf(day)))
    .map(({ from, to }) => {
      const [start, end] = [minuteOf(from), minuteOf(to)]
      const begin = day * minutesInDay
      return { start: begin + start, end: begin + end + (end <= start ? minutesInDay : 0), sure: !holiday }
    })
}

function periodOn({ periods }: Hours, date: string): HoursPeriod | undefined {
  return periods.find(({ validFrom = '', validTo = '9999-12-31' }) => validFrom <= date && date <= validTo)
}

/** Spans that touch or overlap are one: nobody sees a door close at noon that opens at noon. */
function joined(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

const holds = ({ start, end }: Span, minute: number) => start <= minute && minute < end

function clock(instant: Date): { today: number; now: number } {
  const { date, minute } = clockInTirana(instant)
  const today = dayNumber(date)
  return { today, now: today * minutesInDay + minute }
}

function momentAt(minute: number, today: number): Moment {
  const day = Math.floor(minute / minutesInDay)
  const [hour, rest] = [Math.floor((minute % minutesInDay) / 60), minute % 60]
  const time = [hour, rest].map((part) => String(part).padStart(2, '0')).join(':')
  return { date: dateOfDay(day), time, weekday: weekdayOf(day), inDays: day - today }
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
