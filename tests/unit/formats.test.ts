import { describe, expect, test } from 'vitest'
import {
  alphabet,
  byName,
  firstLetter,
  formatAmount,
  formatDayMonth,
  formatList,
  formatSeen,
  formatTime,
  formatWeekday,
} from '../../app/i18n/formats'

describe('a date is as exact as its source', () => {
  test.each([
    ['2021-12-31', 'day', 'sq', '31 dhjetor 2021'],
    ['2021-12-31', 'month', 'sq', 'dhjetor 2021'],
    ['2021-12-31', 'year', 'sq', '2021'],
    ['2024-02-29', 'day', 'en', '29 February 2024'],
    ['2024-02-01', 'month', 'en', 'February 2024'],
    ['2024-01-01', 'year', 'en', '2024'],
  ] as const)('%s to the %s in %s: %s', (on, precision, language, words) => {
    expect(formatSeen({ on, precision }, language)).toBe(words)
  })

  test('the first of January stays in its year wherever the server stands', () => {
    const home = process.env['TZ']
    for (const zone of ['America/Los_Angeles', 'Europe/Tirane', 'Pacific/Kiritimati']) {
      process.env['TZ'] = zone
      expect(formatSeen({ on: '2021-01-01', precision: 'year' }, 'sq')).toBe('2021')
      expect(formatSeen({ on: '2021-01-01', precision: 'day' }, 'en')).toBe('1 January 2021')
    }
    if (home === undefined) delete process.env['TZ']
    else process.env['TZ'] = home
  })

  test('what is no date is refused', () => {
    expect(() => formatSeen({ on: 'dje', precision: 'day' }, 'sq')).toThrow(RangeError)
  })
})

test('lists are joined as in the language', () => {
  expect(formatList([], 'sq')).toBe('')
  expect(formatList(['fëmijë'], 'sq')).toBe('fëmijë')
  expect(formatList(['fëmijë', 'gra', 'të rinj'], 'sq')).toBe('fëmijë, gra dhe të rinj')
  expect(formatList(['children', 'women'], 'en')).toBe('children and women')
})

describe('the Albanian alphabet', () => {
  const sorted = (names: string[]) => [...names].sort(byName('sq', (name) => name))

  test('has 36 letters, in order', () => {
    expect(alphabet).toHaveLength(36)
    expect(sorted([...alphabet].reverse())).toEqual(alphabet)
  })

  test('sorts by letters, not by signs', () => {
    expect(sorted(['Dhërmi', 'Durrës', 'Çorovodë', 'Cërrik', 'Gjirokastër', 'Gramsh'])).toEqual([
      'Cërrik',
      'Çorovodë',
      'Durrës',
      'Dhërmi',
      'Gramsh',
      'Gjirokastër',
    ])
    expect(sorted(['Shkodër', 'Skrapar', 'Rrogozhinë', 'Roskovec', 'Selenicë'])).toEqual([
      'Roskovec',
      'Rrogozhinë',
      'Selenicë',
      'Skrapar',
      'Shkodër',
    ])
  })

  test('English sorts by its own', () => {
    expect(['Shkodër', 'Skrapar'].sort(byName('en', (name) => name))).toEqual(['Shkodër', 'Skrapar'])
  })

  test.each([
    ['Shkodër', 'Sh'],
    ['SHKODËR', 'Sh'],
    ['shijak', 'Sh'],
    ['Skrapar', 'S'],
    ['Rrogozhinë', 'Rr'],
    ['Çorovodë', 'Ç'],
    ['Ëndërr', 'Ë'],
    ['  Xhafzotaj', 'Xh'],
    ['Gj', 'Gj'],
    ['A', 'A'],
    ['', ''],
    ['7 Marsi', '7'],
    ['Wien', 'W'],
  ])('%j begins with %j', (name, letter) => expect(firstLetter(name)).toBe(letter))
})

describe('hours and amounts', () => {
  test.each([
    [1, 'e hënë', 'Monday'],
    [2, 'e martë', 'Tuesday'],
    [7, 'e diel', 'Sunday'],
  ] as const)('weekday %i is %s, %s', (weekday, sq, en) => {
    expect([formatWeekday(weekday, 'sq'), formatWeekday(weekday, 'en')]).toEqual([sq, en])
  })

  test('a day of the year has no year', () => {
    expect(formatDayMonth('2026-11-24', 'sq')).toBe('24 nëntor')
    expect(formatDayMonth('2026-11-24', 'en')).toBe('24 November')
  })

  test('easy-read writes no zero in front of an hour', () => {
    expect(['08:00', '00:30', '16:05'].map((time) => formatTime(time, true))).toEqual(['8:00', '0:30', '16:05'])
    expect(formatTime('08:00', false)).toBe('08:00')
  })

  test('an amount has its thousands apart', () => {
    expect(formatAmount(12_000, 'sq').replace(/\s/g, ' ')).toBe('12 000')
    expect(formatAmount(12_000, 'en')).toBe('12,000')
  })
})
