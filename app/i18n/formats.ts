import type { SeenDate } from '~/lib/seen'
import { languageCodes, languages, type Language } from './registers'

// Making one of these takes longer than using it a hundred times.
const dates = inEach((locale) => ({
  day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }),
}))
const lists = inEach((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))
const collators = inEach((locale) => new Intl.Collator(locale))

function inEach<T>(make: (locale: string) => T): Record<Language, T> {
  return Object.fromEntries(languageCodes.map((code) => [code, make(languages[code].locale)])) as Record<Language, T>
}

/** "31 dhjetor 2021", "dhjetor 2021" or "2021": the date in words, never finer than known. */
export function formatSeen(seen: NonNullable<SeenDate>, language: Language): string {
  return dates[language][seen.precision].format(new Date(seen.on))
}

/** "24 nëntor 2026" or "24 November 2026", from "2026-11-24". */
export const formatDate = (date: string, language: Language): string =>
  formatSeen({ on: date, precision: 'day' }, language)

/** "korrik – shtator 2026", from days in two months. */
export function formatMonths({ from, to }: { from: string; to: string }, language: Language): string {
  return dates[language].month.formatRange(new Date(from), new Date(to))
}

/** "e martë" or "Tuesday", from the ISO number of the day: 1 Monday … 7 Sunday. */
export function formatWeekday(weekday: number, language: Language): string {
  const monday = Date.UTC(2024, 0, 1)
  return new Intl.DateTimeFormat(languages[language].locale, { weekday: 'long', timeZone: 'UTC' }).format(
    monday + (weekday - 1) * 86_400_000,
  )
}

/** "24 nëntor" or "24 November". */
export function formatDayMonth(date: string, language: Language): string {
  return new Intl.DateTimeFormat(languages[language].locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  )
}

/** "08:00"; easy-read writes no zero in front: "8:00". */
export function formatTime(time: string, easy: boolean): string {
  return easy ? time.replace(/^0(?=\d:)/, '') : time
}

/** "12 000" or "12,000": a number of lekë or people. */
export function formatAmount(amount: number, language: Language): string {
  return new Intl.NumberFormat(languages[language].locale).format(amount)
}

/** "a, b dhe c" */
export function formatList(items: string[], language: Language): string {
  return lists[language].format(items)
}

/** Sorts by the alphabet of the language: in Albanian the 36 letters, so that "Shkodër" follows "Skrapar". */
export function byName<T>(language: Language, name: (item: T) => string): (a: T, b: T) => number {
  const { compare } = collators[language]
  return (a, b) => compare(name(a), name(b))
}

const albanianLetters = 'A B C Ç D Dh E Ë F G Gj H I J K L Ll M N Nj O P Q R Rr S Sh T Th U V X Xh Y Z Zh'.split(' ')

/** The 36 letters of the Albanian alphabet, in order. */
export const alphabet: readonly string[] = albanianLetters

/** The Albanian letter a name begins with: "Sh" for Shkodër, "Rr" for Rrogozhinë. */
export function firstLetter(name: string): string {
  const start = name.trim().slice(0, 2)
  const pair = start.charAt(0).toUpperCase() + start.charAt(1).toLowerCase()
  if (albanianLetters.includes(pair)) return pair
  return start.charAt(0).toUpperCase()
}

/** "24 nëntor, 14:05" in Albania's time, for an instant. */
export function formatMoment(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(languages[language].locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Tirane',
  }).format(new Date(instant))
}
