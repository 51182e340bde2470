import { firstDay, lastDay, yearsOn } from './days'
import { no, unknown, yes, type Truth } from './logic'

/** Bands end where a rule begins, so that none of them leaves a rule open. */
export const ageBands = {
  '0-1': [0, 1],
  '2-5': [2, 5],
  '6-14': [6, 14],
  '15-17': [15, 17],
  '18-25': [18, 25],
  '26-28': [26, 28],
  '29-59': [29, 59],
  '60-64': [60, 64],
  '65-69': [65, 69],
  '70+': [70, 120],
} as const

/** Completed years, a band, or a birth date as exact as it is known: "1956", "1956-03" or "1956-03-02". */
export type Age = number | string

/** The fewest and most completed years that what was told of an age allows on a day. */
export function agesOn(age: Age, day: string): readonly [number, number] {
  if (typeof age === 'number') return [age, age]
  if (Object.hasOwn(ageBands, age)) return ageBands[age as keyof typeof ageBands]
  return [Math.max(0, yearsOn(lastDay(age), day)), Math.max(0, yearsOn(firstDay(age), day))]
}

/** Whether somebody has completed so many years of life on a day. */
export function hasReached(years: number, age: Age, day: string): Truth {
  const [fewest, most] = agesOn(age, day)
  if (fewest >= years) return yes
  return most < years ? no : unknown
}
