import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueOn, dueWithPauses, isWorkingDay, workingDaysBetween, type Pause } from '../../../app/features/voice/clock'
import type { Holidays } from '../../../app/lib/holidays'
import { dateOfDay, dayNumber } from '../../../app/lib/days'
import { isPublicHoliday } from '../../../app/lib/holidays'

const none: Holidays = () => false
const dates = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2026-12-01') }).map(dateOfDay)
const counts = fc.integer({ min: 1, max: 30 })

describe('a working day', () => {
  test.each([
    ['2026-11-20', true], // Friday
    ['2026-11-21', false],
    ['2026-11-22', false], // Sunday, and the day of the alphabet
    ['2026-11-23', false], // instead of it
    ['2026-11-24', true],
    ['2026-11-27', true],
    ['2026-11-28', false], // Saturday, the flag
    ['2026-11-30', false], // instead of it
    ['2026-12-01', false], // instead of the 29th
    ['2026-12-08', false], // the day of the young
    ['2027-01-01', false],
  ])('%s: %j', (date, is) => expect(isWorkingDay(date, isPublicHoliday)).toBe(is))
})

describe('the due date', () => {
  test.each([
    ['2026-11-16', 1, '2026-11-17'],
    ['2026-11-20', 1, '2026-11-24'], // over a weekend whose Sunday is a holiday
    ['2026-11-21', 1, '2026-11-24'],
    ['2026-11-22', 1, '2026-11-24'],
    ['2026-11-13', 10, '2026-11-30'],
  ] as const)('%s and %i working days: %s', (from, days, expected) => {
    const isHoliday = days === 10 ? (date: string) => date === '2026-11-23' : isPublicHoliday
    expect(dueOn(from, days, isHoliday)).toBe(expected)
  })

  test('is ten working days later in weeks without holidays: two weeks', () => {
    for (const monday of ['2026-06-01', '2026-06-15', '2026-09-14']) {
      expect(dueOn(monday, 10, none)).toBe(dateOfDay(dayNumber(monday) + 14))
    }
  })

  test('is a working day, with exactly so many after the day it came in', () => {
    fc.assert(
      fc.property(dates, counts, (from, days) => {
        const due = dueOn(from, days, isPublicHoliday)
        expect(isWorkingDay(due, isPublicHoliday)).toBe(true)
        expect(workingDaysBetween(from, due, isPublicHoliday)).toBe(days)
      }),
    )
  })

  test('never comes earlier for what comes in later, or has more days, or meets a holiday', () => {
    fc.assert(
      fc.property(dates, fc.nat(20), counts, fc.nat(5), (from, later, days, more) => {
        const after = dateOfDay(dayNumber(from) + later)
        expect(dueOn(after, days + more, isPublicHoliday) >= dueOn(from, days, isPublicHoliday)).toBe(true)
        expect(dueOn(from, days, isPublicHoliday) >= dueOn(from, days, none)).toBe(true)
      }),
    )
  })

  test.each([0, -1, 1.5, Number.NaN])('%d working days are none', (days) => {
    expect(() => dueOn('2026-11-16', days, none)).toThrow(RangeError)
  })
})

describe('working days between', () => {
  test('of a day and itself, or an earlier one, there are none', () => {
    expect(workingDaysBetween('2026-11-16', '2026-11-16', none)).toBe(0)
    expect(workingDaysBetween('2026-11-16', '2026-11-10', none)).toBe(0)
  })

  test('add up', () => {
    fc.assert(
      fc.property(dates, fc.nat(40), fc.nat(40), (from, first, second) => {
        const middle = dateOfDay(dayNumber(from) + first)
        const end = dateOfDay(dayNumber(middle) + second)
        const between = (a: string, b: string) => workingDaysBetween(a, b, isPublicHoliday)
        expect(between(from, middle) + between(middle, end)).toBe(between(from, end))
      }),
    )
  })
})

describe('a pause', () => {
  const due = (from: string, days: number, ...pauses: Pause[]) => dueWithPauses(from, days, pauses, none)

  test('gives back what was left', () => {
    // Monday 1 June and ten days: Monday 15. Asked on Wednesday 3 (eight days left), answered on Wednesday 10.
    expect(due('2026-06-01', 10, { from: '2026-06-03', to: '2026-06-10' })).toBe('2026-06-22')
  })

  test('that is over on the day it began changes nothing', () => {
    fc.assert(
      fc.property(dates, counts, fc.nat(40), (from, days, after) => {
        const day = dateOfDay(dayNumber(from) + after)
        const expected = dueOn(from, days, isPublicHoliday)
        if (isWorkingDay(day, isPublicHoliday))
          expect(dueWithPauses(from, days, [{ from: day, to: day }], isPublicHoliday)).toBe(expected)
      }),
    )
  })

  test('that lasts leaves no due date', () =>
    expect(due('2026-06-01', 10, { from: '2026-06-03', to: null })).toBeNull())

  test('that began when it was late already changes nothing', () => {
    expect(due('2026-06-01', 2, { from: '2026-06-10', to: '2026-06-20' })).toBe('2026-06-03')
    expect(due('2026-06-01', 2, { from: '2026-06-10', to: null })).toBe('2026-06-03')
  })

  test('that began on the last day leaves the day of the answer', () => {
    expect(due('2026-06-01', 2, { from: '2026-06-03', to: '2026-06-10' })).toBe('2026-06-10')
    expect(due('2026-06-01', 2, { from: '2026-06-03', to: '2026-06-13' })).toBe('2026-06-15')
  })

  test('after another counts from what that one left', () => {
    const pauses = [
      { from: '2026-06-03', to: '2026-06-10' },
      { from: '2026-06-18', to: '2026-06-25' },
    ]
    expect(due('2026-06-01', 10, ...pauses)).toBe('2026-06-29')
  })

  test('never makes the answer due earlier, and a longer one never earlier than a shorter', () => {
    fc.assert(
      fc.property(dates, counts, fc.nat(30), fc.nat(20), fc.nat(20), (from, days, after, lasts, longer) => {
        const start = dateOfDay(dayNumber(from) + after)
        const to = (length: number) => dateOfDay(dayNumber(start) + length)
        const of = (length: number) =>
          dueWithPauses(from, days, [{ from: start, to: to(length) }], isPublicHoliday) ?? ''
        expect(of(lasts) >= dueOn(from, days, isPublicHoliday)).toBe(true)
        expect(of(lasts + longer) >= of(lasts)).toBe(true)
      }),
    )
  })
})
