/** The parts and fields of a form, and how single texts are read into values and written back. Pure. */

import type { Hours } from '../directory/hours'
import type { ServiceValues } from '../mapping/rules'

/** What stands in the fields of a form, by name; a field that is empty or not ticked need not be there. */
export type Fields = Record<string, string>

export type Fault =
  | 'missing'
  | 'tooLong'
  | 'notPhone'
  | 'phoneNeeded'
  | 'notTimes'
  | 'notAge'
  | 'ages'
  | 'notNumber'
  | 'lines'
  | 'refuge'
  | 'changed'
  | 'double'
  | 'notDate'
  | 'dates'
  | 'settled'
export type Faults = Record<string, Fault>

export type Read = { values: ServiceValues } | { faults: Faults }

/** In the order in which people miss them, after what every record has. */
export const partNames = [
  'name',
  'provider',
  'type',
  'groups',
  'start',
  'place',
  'phone',
  'hours',
  'address',
  'cost',
  'access',
  'ages',
  'documents',
  'languages',
  'capacity',
] as const
export type PartName = (typeof partNames)[number]

/** What there is to choose from, and what the form does not show but must keep. */
export type Choices = { types: readonly string[]; groups: readonly string[] }
export const accessModes = ['municipality', 'state_social_service', 'phone', 'direct', 'order'] as const
export const providerKinds = ['public', 'ngo', 'private', 'religious', 'project'] as const
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const holidayChoices = ['unknown', 'closed', 'open'] as const
/** In characters. */
export const longestLine = 200
const longestHours = 1000

/** What no keyboard types is a space, except the end of a line. */
export function clean(typed: Fields): Fields {
  return Object.fromEntries(
    Object.entries(typed).map(([name, text]) => [
      name,
      text
        .replaceAll('\r\n', '\n')
        .replaceAll(/[^\P{C}\n]+/gu, ' ')
        .trim(),
    ]),
  )
}

type Pair = { sq: string; en: string }

export function writePair(name: string, pair: Pair | null | undefined): Fields {
  const { sq = '', en = '' } = pair ?? {}
  return { [`${name}Sq`]: sq, [`${name}En`]: en === sq ? '' : en }
}

export function readPair(
  fields: Fields,
  name: string,
  isNeeded: boolean,
  toValues: (pair: Pair | null) => ServiceValues,
): Read {
  const [sq = '', en = ''] = [fields[`${name}Sq`], fields[`${name}En`]].map((text) => text?.replaceAll(/\s+/g, ' '))
  if (sq === '' && (isNeeded || en !== '')) return { faults: { [`${name}Sq`]: 'missing' } }
  const long = name === 'hours' ? longestHours : longestLine
  if (sq.length > long) return { faults: { [`${name}Sq`]: 'tooLong' } }
  if (en.length > long) return { faults: { [`${name}En`]: 'tooLong' } }
  return { values: toValues(sq === '' ? null : { sq, en: en === '' ? sq : en }) }
}

export function ticks(name: string, values: readonly string[]): Fields {
  return Object.fromEntries(values.map((value) => [`${name}-${value}`, '1']))
}

export function tickedOf<T extends string>(name: string, values: readonly T[], fields: Fields): T[] {
  return values.filter((value) => fields[`${name}-${value}`] === '1')
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

export function readNumber(text: string, most: number): number | undefined {
  return /^\d{1,7}$/.test(text) && Number(text) <= most ? Number(text) : undefined
}

/** A week without seasons, a line a day: "08:00-12:00, 13:00-16:00". Other hours have no form here and stay as they are. */
export function writeWeek(hours: Hours | null): Fields {
  const [period, ...more] = hours?.periods ?? []
  if (!hours || !period || more.length > 0 || period.validFrom) return { holidays: 'unknown' }
  const times = weekdays.map((day) => {
    const spans = period.week.filter(({ days }) => days.includes(day)).sort((a, b) => a.from.localeCompare(b.from))
    return [`day-${day}`, spans.map(({ from, to }) => `${from}-${to}`).join(', ')]
  })
  return { ...(Object.fromEntries(times) as Fields), holidays: hours.holidays }
}

export function readWeek(fields: Fields): { hours: Hours | null } | { faults: Faults } {
  const faults: Faults = {}
  const week = weekdays.flatMap((day) => {
    const spans = readTimes(fields[`day-${day}`] ?? '')
    if (spans === undefined) faults[`day-${day}`] = 'notTimes'
    return (spans ?? []).map((span) => ({ days: [day as number], ...span }))
  })
  if (Object.keys(faults).length > 0) return { faults }
  const holidays = holidayChoices.find((choice) => choice === fields['holidays']) ?? 'unknown'
  return { hours: week.length === 0 ? null : { holidays, periods: [{ week }] } }
}

/** "8-12, 13.00-16.30" as spans of one day; undefined for what is none, or spans that overlap or are out of order. */
function readTimes(text: string): { from: string; to: string }[] | undefined {
  if (text === '') return []
  const spans = text.split(/[,;]/).map((span) => {
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] =
      /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(span) ?? []
    return { from: `${fromHour.padStart(2, '0')}:${fromMinute}`, to: `${toHour.padStart(2, '0')}:${toMinute}` }
  })
  const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  const areRight = spans.every(
    ({ from, to }, index) =>
      isTime(from) &&
      (isTime(to) || to === '24:00') &&
      from < to &&
      (index === 0 || (spans[index - 1]?.to ?? '') <= from),
  )
  return areRight ? spans : undefined
}
