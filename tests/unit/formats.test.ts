import { describe, expect, test } from 'vitest'
import { alphabet, byName, firstLetter, formatList, formatSeen } from '../../app/i18n/formats'

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
