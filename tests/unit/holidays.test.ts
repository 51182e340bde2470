import { describe, expect, test } from 'vitest'
import { clockInTirana, dateOfDay, dayNumber, weekdayOf } from '../../app/lib/days'
import { isPublicHoliday, publicHolidays, yearsWithAllHolidays } from '../../app/lib/holidays'

describe('days', () => {
  test.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2024-02-29', 19_782, 4],
    ['2026-11-22', 20_779, 7],
    ['2026-11-23', 20_780, 1],
  ])('%s is day %i, weekday %i', (date, number, weekday) => {
    expect(dayNumber(date)).toBe(number)
    expect(dateOfDay(number)).toBe(date)
    expect(weekdayOf(number)).toBe(weekday)
  })

  test.each([
    ['2026-01-15T22:59:59Z', '2026-01-15', 1439],
    ['2026-01-15T23:00:00Z', '2026-01-16', 0],
    ['2026-07-15T21:59:00Z', '2026-07-15', 1439],
    ['2026-07-15T22:00:00Z', '2026-07-16', 0],
    ['2026-03-29T00:59:00Z', '2026-03-29', 119],
    ['2026-03-29T01:00:00Z', '2026-03-29', 180],
    ['2026-10-25T00:59:00Z', '2026-10-25', 179],
    ['2026-10-25T01:00:00Z', '2026-10-25', 120],
  ])('at %s the clock in Tirana shows %s, minute %i', (instant, date, minute) => {
    expect(clockInTirana(new Date(instant))).toEqual({ date, minute })
  })
})

describe('public holidays', () => {
  // noa.al, January 2026: the holidays of 2026, and the Mondays and Tuesdays off instead of those on a weekend.
  test('of 2026', () => {
    const moved = ['03-16', '03-23', '04-06', '04-13', '09-07', '11-23', '11-30', '12-01']
    const own = '01-01 01-02 03-14 03-20 03-22 04-05 04-12 05-01 05-27 09-05 11-22 11-28 11-29 12-08 12-25'.split(' ')
    expect([...publicHolidays('2026')].sort()).toEqual([...own, ...moved].sort().map((day) => `2026-${day}`))
  })

  test('two Easters on one Sunday give one Monday off', () => {
    expect(isPublicHoliday('2025-04-20')).toBe(true)
    expect(isPublicHoliday('2025-04-21')).toBe(true)
    expect(isPublicHoliday('2025-04-22')).toBe(false)
  })

  test('on a Saturday and a Sunday give Monday and Tuesday off', () => {
    // 1 and 2 January 2028.
    expect(['2028-01-03', '2028-01-04', '2028-01-05'].map(isPublicHoliday)).toEqual([true, true, false])
  })

  test('a year without its movable holidays has the fixed ones', () => {
    expect(yearsWithAllHolidays).not.toContain('2027')
    expect(isPublicHoliday('2027-11-28')).toBe(true)
    expect(publicHolidays('2027').size).toBe(11 + 6) // six of the eleven fall on a weekend
  })

  test('an ordinary day is none', () => expect(isPublicHoliday('2026-11-24')).toBe(false))
})
