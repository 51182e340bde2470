import { dateOfDay, dayNumber, weekdayOf } from '~/lib/days'
import type { Holidays } from '~/lib/holidays'

/** Target for the first answer, and for messages of violence or a child at risk. */
export const answerWithin = { ordinary: 10, protection: 1 } as const

/** Answers are due in working days: Monday to Friday without public holidays. */
export function isWorkingDay(date: string, isHoliday: Holidays): boolean {
  return weekdayOf(dayNumber(date)) < 6 && !isHoliday(date)
}

/**
 * The last working day on which something is on time. The day it came in does not count, whatever its hour: what came
 * on a Friday and has one day is due on Monday.
 *
 * @param from the day it came in, as 2026-11-22
 * @param days working days, at least 1
 */
export function dueOn(from: string, days: number, isHoliday: Holidays): string {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`There is no due date after ${days} working days.`)
  let day = dayNumber(from)
  for (let counted = 0; counted < days;) {
    day += 1
    if (isWorkingDay(dateOfDay(day), isHoliday)) counted += 1
  }
  return dateOfDay(day)
}

/** Working days after one date, up to and with another; 0 when that is not later. */
export function workingDaysBetween(from: string, to: string, isHoliday: Holidays): number {
  let counted = 0
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day++) {
    if (isWorkingDay(dateOfDay(day), isHoliday)) counted += 1
  }
  return counted
}

/** A time in which the office waits for the person: from the day it asked to the day of the answer, or still. */
export type Pause = { from: string; to: string | null }

/**
 * The due date with pauses: what was left of the working days when the office asked is left when the answer comes.
 * Null while a pause lasts: nobody knows yet. Pauses follow one another; one that began after the due date changes
 * nothing, for it was late already.
 */
export function dueWithPauses(from: string, days: number, pauses: Pause[], isHoliday: Holidays): string | null {
  let due = dueOn(from, days, isHoliday)
  for (const pause of pauses) {
    if (pause.from > due) continue
    if (pause.to === null) return null
    const left = workingDaysBetween(pause.from, due, isHoliday)
    due = left === 0 ? nextWorkingDay(pause.to, isHoliday) : dueOn(pause.to, left, isHoliday)
  }
  return due
}

/** Asked on the very last day: the office has the day of the answer, or the next on which it works. */
function nextWorkingDay(date: string, isHoliday: Holidays): string {
  return isWorkingDay(date, isHoliday) ? date : dueOn(date, 1, isHoliday)
}
