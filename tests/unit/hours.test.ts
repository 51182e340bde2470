import { describe, expect, test } from 'vitest'
import {
  nextOpening,
  openAt,
  toOpeningHours,
  weekOn,
  type Hours,
  type HoursSpan,
} from '../../app/features/directory/hours'
import { hoursSchema } from '../../app/features/directory/schema'
import { clockInTirana, dateOfDay, dayNumber, weekdayOf } from '../../app/lib/days'
import { isPublicHoliday } from '../../app/lib/holidays'
import { randomFrom } from '../../bench/generated-election'

const weekdays = [1, 2, 3, 4, 5]
const always: HoursSpan = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }
const weekly = (week: HoursSpan[], holidays: Hours['holidays'] = 'open'): Hours => ({ holidays, periods: [{ week }] })
const office = weekly([{ days: weekdays, from: '08:00', to: '16:00' }])

/** The instant when clocks in Albania show this; in winter one hour ahead of UTC, in summer two. */
const winter = (local: string) => new Date(`${local}:00+01:00`)
const summer = (local: string) => new Date(`${local}:00+02:00`)
const at = (hours: Hours, instant: Date) => {
  const state = openAt(hours, instant)
  if (state.state === 'open') return state.until ? `open until ${state.until.inDays} ${state.until.time}` : 'open'
  return state.state === 'unknown' ? state.because : state.state
}
const next = (hours: Hours, instant: Date) => {
  const moment = nextOpening(hours, instant)
  return moment && `${moment.date} ${moment.time}`
}

describe('a week', () => {
  test.each([
    ['2026-02-02T07:59', 'closed', '2026-02-02 08:00'],
    ['2026-02-02T08:00', 'open until 0 16:00', '2026-02-03 08:00'],
    ['2026-02-02T15:59', 'open until 0 16:00', '2026-02-03 08:00'],
    ['2026-02-02T16:00', 'closed', '2026-02-03 08:00'],
    ['2026-02-06T16:00', 'closed', '2026-02-09 08:00'],
    ['2026-02-08T12:00', 'closed', '2026-02-09 08:00'],
  ])('at %s it is %s and opens next on %s', (local, state, opens) => {
    expect(at(office, winter(local))).toBe(state)
    expect(next(office, winter(local))).toBe(opens)
  })

  test('says how many days off the next opening is, and which day of the week', () => {
    expect(nextOpening(office, winter('2026-02-06T17:00'))).toEqual({
      date: '2026-02-09',
      time: '08:00',
      weekday: 1,
      inDays: 3,
    })
  })

  const broken = weekly([
    { days: [1], from: '08:00', to: '12:00' },
    { days: [1], from: '13:00', to: '16:00' },
  ])
  test('with a pause opens twice a day', () => {
    expect(at(broken, winter('2026-02-02T09:00'))).toBe('open until 0 12:00')
    expect(at(broken, winter('2026-02-02T12:30'))).toBe('closed')
    expect(next(broken, winter('2026-02-02T12:30'))).toBe('2026-02-02 13:00')
  })

  test('spans that touch are one opening, whatever their order', () => {
    const touching = weekly([
      { days: [1], from: '12:00', to: '16:00' },
      { days: [1], from: '08:00', to: '12:00' },
    ])
    expect(at(touching, winter('2026-02-02T09:00'))).toBe('open until 0 16:00')
    expect(next(touching, winter('2026-02-02T09:00'))).toBe('2026-02-09 08:00')
  })

  test('without an opening is closed, for good', () => {
    expect(at(weekly([]), winter('2026-02-02T09:00'))).toBe('closed')
    expect(nextOpening(weekly([]), winter('2026-02-02T09:00'))).toBeNull()
  })
})

describe('day and night', () => {
  test('never closes and never opens', () => {
    expect(at(weekly([always]), winter('2026-02-02T03:00'))).toBe('open')
    expect(nextOpening(weekly([always]), winter('2026-02-02T03:00'))).toBeNull()
  })

  test('on weekdays only lasts until Saturday begins', () => {
    const hours = weekly([{ ...always, days: weekdays }])
    expect(at(hours, winter('2026-02-05T12:00'))).toBe('open until 2 00:00')
    expect(next(hours, winter('2026-02-05T12:00'))).toBe('2026-02-09 00:00')
  })

  test('a night belongs to the day on which it begins', () => {
    const nights = weekly([{ days: [7], from: '22:00', to: '06:00' }])
    expect(at(nights, winter('2026-02-01T23:00'))).toBe('open until 1 06:00')
    expect(at(nights, winter('2026-02-02T05:59'))).toBe('open until 0 06:00')
    expect(at(nights, winter('2026-02-02T06:00'))).toBe('closed')
    expect(at(nights, winter('2026-02-02T23:00'))).toBe('closed')
  })
})

describe('periods', () => {
  const season: Hours = {
    holidays: 'open',
    periods: [
      { validFrom: '2026-09-01', validTo: '2026-12-31', week: [{ days: weekdays, from: '09:00', to: '12:00' }] },
      { validFrom: '2027-03-01', week: [{ days: [1], from: '10:00', to: '11:00' }] },
    ],
  }
  test.each([
    ['2026-09-01T10:00', 'open until 0 12:00', '2026-09-02 09:00'],
    ['2026-12-31T10:00', 'open until 0 12:00', '2027-03-01 10:00'],
    ['2027-01-04T10:00', 'outside_validity', '2027-03-01 10:00'],
    ['2027-03-01T10:30', 'open until 0 11:00', '2027-03-08 10:00'],
  ])('on %s: %s', (local, state, opens) => {
    const instant = local.startsWith('2026-09') ? summer(local) : winter(local)
    expect(at(season, instant)).toBe(state)
    expect(next(season, instant)).toBe(opens)
  })

  test('before the first nothing is known but when it begins', () => {
    expect(at(season, winter('2026-02-02T10:00'))).toBe('outside_validity')
    expect(next(season, winter('2026-02-02T10:00'))).toBe('2026-09-01 09:00')
  })

  test('a period that is over for good has no next opening', () => {
    const over: Hours = {
      holidays: 'open',
      periods: [{ validFrom: '2020-01-01', validTo: '2020-07-31', week: [always] }],
    }
    expect(at(over, winter('2026-02-02T10:00'))).toBe('outside_validity')
    expect(nextOpening(over, winter('2026-02-02T10:00'))).toBeNull()
  })

  test('a night that begins on the last day runs to its end', () => {
    const week = [{ days: [5], from: '22:00', to: '06:00' }]
    const hours: Hours = { holidays: 'open', periods: [{ validFrom: '2026-02-01', validTo: '2026-02-06', week }] }
    expect(at(hours, winter('2026-02-07T05:00'))).toBe('open until 0 06:00')
    expect(at(hours, winter('2026-02-07T06:00'))).toBe('outside_validity')
  })
})

// 22 November 2026, Alphabet Day, is a Sunday: the Monday after it is a day off.
describe('public holidays', () => {
  test('closed: neither the holiday nor the day off instead of it', () => {
    const hours = { ...office, holidays: 'closed' } as const
    expect(at(hours, winter('2026-11-23T10:00'))).toBe('closed')
    expect(next(hours, winter('2026-11-21T10:00'))).toBe('2026-11-24 08:00')
  })

  test('open: as on any day', () => expect(at(office, winter('2026-11-23T10:00'))).toBe('open until 0 16:00'))

  test('not known: neither open nor closed while it may be open, closed all the same after hours', () => {
    const hours = { ...office, holidays: 'unknown' } as const
    expect(at(hours, winter('2026-11-23T07:00'))).toBe('holiday')
    expect(at(hours, winter('2026-11-23T10:00'))).toBe('holiday')
    expect(at(hours, winter('2026-11-23T16:00'))).toBe('closed')
    expect(at(hours, winter('2026-11-22T10:00'))).toBe('closed') // a Sunday, holiday or not
    expect(next(hours, winter('2026-11-21T10:00'))).toBe('2026-11-24 08:00')
  })

  test('not known, day and night: open until the holiday begins', () => {
    const hours = weekly([always], 'unknown')
    expect(at(hours, winter('2026-11-21T10:00'))).toBe('open until 1 00:00')
    expect(at(hours, winter('2026-11-22T10:00'))).toBe('holiday')
    expect(next(hours, winter('2026-11-22T10:00'))).toBe('2026-11-24 00:00')
  })

  test('a night that began before the holiday runs to its end', () => {
    const hours = weekly([{ days: [6], from: '22:00', to: '06:00' }], 'closed')
    expect(at(hours, winter('2026-11-22T05:00'))).toBe('open until 0 06:00')
  })
})

// Clocks go forward on 29 March 2026 at 02:00 and back on 25 October 2026 at 03:00.
describe('summer time', () => {
  const sundays = weekly([{ days: [7], from: '01:00', to: '05:00' }])
  test('the hour that is left out moves nothing', () => {
    expect(at(sundays, winter('2026-03-29T01:59'))).toBe('open until 0 05:00')
    expect(at(sundays, summer('2026-03-29T03:00'))).toBe('open until 0 05:00')
    expect(at(sundays, summer('2026-03-29T05:00'))).toBe('closed')
  })

  test('the hour that comes twice counts twice', () => {
    expect(at(sundays, summer('2026-10-25T02:30'))).toBe('open until 0 05:00')
    expect(at(sundays, winter('2026-10-25T02:30'))).toBe('open until 0 05:00')
    expect(at(sundays, winter('2026-10-25T05:00'))).toBe('closed')
  })

  test('the office opens at eight on the clock on both sides of it', () => {
    expect(at(office, winter('2026-03-27T08:00'))).toBe('open until 0 16:00')
    expect(at(office, summer('2026-03-30T08:00'))).toBe('open until 0 16:00')
    expect(at(office, summer('2026-03-30T07:59'))).toBe('closed')
  })
})

/**
 * Against a clock-reader that knows nothing of spans joined or days ahead: it looks at the wall clock of one minute and
 * asks every span of today and yesterday.
 */
describe('invented hours, minute by minute', () => {
  const scan = ({ holidays, periods }: Hours, instant: Date): 'open' | 'closed' | 'unknown' => {
    const { date, minute } = clockInTirana(instant)
    const answers = [0, 1].flatMap((ago) => {
      const day = dayNumber(date) - ago
      const own = dateOfDay(day)
      const period = periods.find((p) => (p.validFrom ?? '0') <= own && own <= (p.validTo ?? '9'))
      const off = isPublicHoliday(own) && holidays !== 'open'
      const doubtful = off && holidays === 'unknown'
      const open = (period?.week ?? []).some(({ days, from, to }) => {
        if (!days.includes(weekdayOf(day))) return false
        const [first, last] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [
          number,
          number,
        ]
        const now = minute + ago * 1440
        // What may open on a holiday is in doubt from the morning on.
        const begun = first <= now || doubtful
        return begun && now < (last <= first ? last + 1440 : last)
      })
      if (!open) return []
      return off ? [holidays === 'closed' ? 'closed' : 'unknown'] : ['open']
    })
    if (answers.includes('open')) return 'open'
    if (answers.includes('unknown')) return 'unknown'
    const covered = periods.some((p) => (p.validFrom ?? '0') <= date && date <= (p.validTo ?? '9'))
    return covered ? 'closed' : 'unknown'
  }

  const times = ['00:00', '06:30', '08:00', '12:00', '12:30', '16:00', '22:00', '23:45']
  const starts = ['2026-03-27', '2026-10-23', '2026-11-20', '2026-11-27', '2026-12-30', '2027-02-26']
  const minutes = 5 * 1440

  test.each(Array.from({ length: 36 }, (_, seed) => seed))('week %i', (seed) => {
    const next = randomFrom(seed)
    const pick = <T>(items: T[]): T => items[Math.floor(next() * items.length)] as T
    const some = <T>(items: T[]): T[] => items.filter(() => next() < 0.5)
    const week = (): HoursSpan[] =>
      Array.from({ length: 1 + (seed % 3) }, () => {
        const from = pick(times)
        return {
          days: some([1, 2, 3, 4, 5, 6, 7]),
          from,
          to: pick([...times, '24:00'].filter((time) => time !== from)),
        }
      }).filter(({ days }) => days.length > 0)
    const start = starts[seed % starts.length] ?? ''
    const change = dateOfDay(dayNumber(start) + 2)
    const hours: Hours = {
      holidays: pick(['open', 'closed', 'unknown']),
      periods:
        seed % 2
          ? [{ week: week() }]
          : [
              { validFrom: '2026-01-01', validTo: change, week: week() },
              { validFrom: dateOfDay(dayNumber(change) + 2), week: week() },
            ],
    }
    const first = winter(`${start}T00:00`).getTime()
    const states = Array.from({ length: minutes }, (_, index) => scan(hours, new Date(first + index * 60_000)))
    for (let index = 0; index < minutes; index += 7) {
      const instant = new Date(first + index * 60_000)
      expect(openAt(hours, instant).state, instant.toISOString()).toBe(states[index])
    }
    // An opening is a minute that is open after one that is not; looked for from a few places in each case.
    for (let index = 0; index < minutes; index += 487) {
      const turn = states.findIndex(
        (state, minute) => minute > index && state === 'open' && states[minute - 1] !== 'open',
      )
      const opens = nextOpening(hours, new Date(first + index * 60_000))
      const { date, minute } = clockInTirana(new Date(first + turn * 60_000))
      const horizon = clockInTirana(new Date(first + minutes * 60_000)).date
      if (turn === -1) expect(opens?.date ?? horizon, `${index}`).toSatisfy((found: string) => found >= horizon)
      else expect(opens && [opens.date, opens.time], `${index}`).toEqual([date, toTime(minute)])
    }
  })

  const toTime = (minute: number) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
})

describe('the week in lines', () => {
  test('neighbours with the same hours stand together, others apart', () => {
    const hours = weekly([
      { days: [5], from: '08:00', to: '14:00' },
      { days: [1, 2, 3, 4, 7], from: '13:00', to: '16:30' },
      { days: [1, 2, 3, 4], from: '08:00', to: '12:00' },
    ])
    const both = [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '16:30' },
    ]
    expect(weekOn(hours, '2026-02-02')).toEqual([
      { days: [1, 2, 3, 4], times: both },
      { days: [5], times: [{ from: '08:00', to: '14:00' }] },
      { days: [7], times: [{ from: '13:00', to: '16:30' }] },
    ])
  })

  test('are those that hold on the date, or the next to hold', () => {
    const of = (day: number) => [{ days: [day], from: '08:00', to: '09:00' }]
    const hours: Hours = {
      holidays: 'open',
      periods: [
        { validFrom: '2026-01-01', validTo: '2026-01-31', week: of(1) },
        { validFrom: '2026-03-01', week: of(2) },
      ],
    }
    const days = (date: string) => weekOn(hours, date).flatMap((line) => line.days)
    const turned = { ...hours, periods: [...hours.periods].reverse() }
    expect(weekOn(turned, '2025-12-31')).toEqual(weekOn(hours, '2025-12-31'))
    expect([days('2025-12-31'), days('2026-01-31'), days('2026-02-01'), days('2026-03-01')]).toEqual([
      [1],
      [1],
      [2],
      [2],
    ])
  })
})

test.each([
  [office, 'Mo-Fr 08:00-16:00'],
  [weekly([always], 'unknown'), 'Mo-Su 00:00-24:00; PH unknown'],
  [weekly([{ days: [6], from: '22:00', to: '06:00' }], 'closed'), 'Sa 22:00-06:00; PH off'],
  [
    {
      holidays: 'open',
      periods: [
        { validFrom: '2026-06-01', validTo: '2026-08-31', week: [] },
        { validFrom: '2026-09-01', week: [{ days: [1, 3], from: '08:00', to: '12:00' }] },
      ],
    } satisfies Hours,
    '2026 Jun 01-2026 Aug 31 off; 2026 Sep 01+ Mo 08:00-12:00; 2026 Sep 01+ We 08:00-12:00',
  ],
])('in the notation of the open files: %#', (hours, notation) => {
  expect(toOpeningHours(hours)).toBe(notation)
})

describe('stored hours', () => {
  test('are taken as they are', () => {
    for (const hours of [office, weekly([always], 'unknown'), weekly([])])
      expect(hoursSchema.parse(hours)).toEqual(hours)
  })

  const period = (validFrom?: string, validTo?: string) => ({ validFrom, validTo, week: [always] })
  test.each([
    ['no time', { days: [1], from: '8:00', to: '16:00' }],
    ['no hour', { days: [1], from: '24:00', to: '16:00' }],
    ['no minute', { days: [1], from: '08:60', to: '16:00' }],
    ['no end', { days: [1], from: '08:00', to: '08:00' }],
    ['no day', { days: [], from: '08:00', to: '16:00' }],
    ['no weekday', { days: [0], from: '08:00', to: '16:00' }],
    ['a day twice', { days: [1, 1], from: '08:00', to: '16:00' }],
    ['more than hours', { days: [1], from: '08:00', to: '16:00', place: 'here' }],
  ])('are refused with %s', (_, span) => {
    expect(hoursSchema.safeParse({ holidays: 'open', periods: [{ week: [span] }] }).success).toBe(false)
  })

  test.each([
    [
      'of one day that overlap',
      [
        { days: [1, 2], from: '08:00', to: '12:00' },
        { days: [2], from: '11:00', to: '13:00' },
      ],
      false,
    ],
    [
      'of a night and a later evening',
      [
        { days: [2], from: '20:00', to: '04:00' },
        { days: [2], from: '23:00', to: '23:30' },
      ],
      false,
    ],
    [
      'that touch',
      [
        { days: [1], from: '08:00', to: '12:00' },
        { days: [1], from: '12:00', to: '13:00' },
      ],
      true,
    ],
    [
      'of different days',
      [
        { days: [1], from: '08:00', to: '12:00' },
        { days: [2], from: '08:00', to: '12:00' },
      ],
      true,
    ],
  ])('spans %s', (_, week, taken) => {
    expect(hoursSchema.safeParse({ holidays: 'open', periods: [{ week }] }).success).toBe(taken)
  })

  test.each([
    ['none', [], false],
    ['an end without a beginning', [period(undefined, '2026-01-01')], false],
    ['an end before the beginning', [period('2026-02-01', '2026-01-01')], false],
    ['no date', [period('2026-02-30')], false],
    ['two that overlap in a day', [period('2026-01-01', '2026-02-01'), period('2026-02-01')], false],
    ['one without end before another', [period('2026-01-01'), period('2027-01-01')], false],
    ['two without dates', [period(), period()], false],
    ['two in any order', [period('2026-02-01'), period('2026-01-01', '2026-01-31')], true],
  ])('periods: %s', (_, periods, taken) => {
    expect(hoursSchema.safeParse({ holidays: 'open', periods }).success).toBe(taken)
  })

  test.each([null, undefined, '', 'Mo-Fr', [], {}, { holidays: 'maybe', periods: [{ week: [] }] }])(
    'are not: %j',
    (value) => {
      expect(hoursSchema.safeParse(value).success).toBe(false)
    },
  )
})
