import { describe, expect, test } from 'vitest'
import { accessFeatures, communicationFeatures, physicalFeatures } from '../../app/features/directory/facts'
import {
  countBy,
  groupBy,
  pageSize,
  paginate,
  unknownFeatures,
  unknownFields,
  type ServiceView,
} from '../../app/features/directory/rules'

/** A record of which everything is known. */
const whole: ServiceView = {
  slug: 'qendra',
  name: 'Qendra',
  nameSq: 'Qendra',
  type: 'community_day',
  groups: ['children'],
  municipality: { slug: 'korce', name: 'Korçë' },
  office: null,
  provider: 'Bashkia Korçë',
  accessMode: 'municipality',
  placeHidden: false,
  address: { text: 'Rruga 1', precision: 'address' },
  phone: '022 241 154',
  ages: null,
  isFree: true,
  cost: null,
  hours: 'E hënë–e premte',
  opening: null,
  access: { ramp: true, text_contact: false },
  languages: [],
  documents: [],
  capacity: null,
  notices: [],
  facts: [],
  caution: null,
  seen: null,
  checkedOn: null,
  sources: [],
  otherNames: [],
}

describe('what is not known', () => {
  test('nothing of a record that says it all', () => expect(unknownFields(whole)).toEqual([]))

  test('how to get in and to be understood, apart, and a “no” is an answer', () => {
    expect(unknownFields({ ...whole, access: {} })).toEqual(['access', 'communication'])
    expect(unknownFields({ ...whole, access: { lift: false } })).toEqual(['communication'])
    expect(unknownFields({ ...whole, access: { hearing_loop: false } })).toEqual(['access'])
  })

  test.each([
    ['address', { address: null }],
    ['address', { address: { text: 'Korçë', precision: 'town' } }],
    ['address', { address: { text: 'Voskopojë', precision: 'village' } }],
    ['address', { address: { text: 'Lagjja 1', precision: 'area' } }],
    ['phone', { phone: null }],
    ['hours', { hours: null }],
    ['cost', { isFree: null }],
  ] as const)('the %s: %j', (field, lacking) => {
    expect(unknownFields({ ...whole, ...lacking })).toEqual([field])
  })

  test('all of it, in the order in which a reader needs it', () => {
    const nothing = { ...whole, address: null, phone: null, hours: null, isFree: null, access: {} }
    expect(unknownFields(nothing)).toEqual(['address', 'phone', 'hours', 'cost', 'access', 'communication'])
  })

  test('a price is known also when it is not free', () => {
    expect(unknownFields({ ...whole, isFree: false })).not.toContain('cost')
    expect(unknownFields({ ...whole, isFree: null, cost: { lek: 500, on: '2026-01-01' } })).toEqual([])
  })

  test('hours are known as a recurrence without words', () => {
    const opening: ServiceView['opening'] = {
      hours: { holidays: 'open', periods: [{ week: [] }] },
      on: '2026-01-01',
      state: { state: 'closed' },
      next: null,
    }
    expect(unknownFields({ ...whole, hours: null, opening })).toEqual([])
  })

  test('a place that is kept back is not unknown', () => {
    expect(unknownFields({ ...whole, placeHidden: true, address: null })).toEqual([])
  })

  test('who comes to the reader has no door, unless there is one too', () => {
    const visits = { ...whole, address: null, placeHidden: true, access: { home_visit: true, text_contact: true } }
    expect(unknownFields(visits)).toEqual([])
    expect(unknownFields({ ...visits, placeHidden: false })).toEqual(['address', 'access'])
    expect(unknownFields({ ...visits, access: { home_visit: false } })).toEqual(['access', 'communication'])
  })

  test('a line for the whole country has no door, but people who cannot hear it', () => {
    const line = { ...whole, accessMode: 'phone', municipality: null, address: null, access: {} } as const
    expect(unknownFields(line)).toEqual(['communication'])
  })

  test('a place that one calls first has a door all the same', () => {
    expect(unknownFields({ ...whole, accessMode: 'phone', address: null })).toEqual(['address'])
    expect(unknownFields({ ...whole, municipality: null, address: null })).toEqual(['address'])
  })

  test('ages, dates and cautions are no gaps', () => {
    expect(unknownFields({ ...whole, ages: null, seen: null, checkedOn: null, caution: null })).toEqual([])
  })
})

describe('features that are not known', () => {
  test('are named only beside those that are, for each side', () => {
    expect(unknownFeatures({ ...whole, access: {} })).toEqual([])
    expect(unknownFeatures({ ...whole, access: { home_visit: true } })).toEqual([])
    expect(unknownFeatures({ ...whole, access: { ramp: false } })).toEqual(without(physicalFeatures, 'ramp'))
    expect(unknownFeatures({ ...whole, access: { quiet_space: true } })).toEqual(
      without(communicationFeatures, 'quiet_space'),
    )
  })

  test('are none when every one is answered', () => {
    const access = Object.fromEntries(accessFeatures.map((feature) => [feature, false]))
    expect(unknownFeatures({ ...whole, access })).toEqual([])
  })

  test('are none of a line that one calls', () => {
    const line = { ...whole, accessMode: 'phone', municipality: null, access: { text_contact: true } } as const
    expect(unknownFeatures(line)).toEqual([])
  })

  const without = (features: readonly string[], one: string) => features.filter((feature) => feature !== one)
})

describe('pages', () => {
  const items = Array.from({ length: 41 }, (_, index) => index)

  test('count from 1, and together hold everything once', () => {
    const pages = [1, 2, 3].map((page) => paginate(items, page, pageSize.standard))
    expect(pages.map(({ items: part }) => part.length)).toEqual([20, 20, 1])
    expect(pages.flatMap(({ items: part }) => part)).toEqual(items)
    expect(pages.map(({ page, pages: all }) => [page, all])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  test.each([
    [0, 1],
    [-5, 1],
    [4, 3],
    [9999, 3],
    [Number.MAX_SAFE_INTEGER, 3],
  ])('page %d is page %d', (asked, given) => {
    expect(paginate(items, asked, 20).page).toBe(given)
    expect(paginate(items, asked, 20).items.length).toBeGreaterThan(0)
  })

  test('a list that fills its pages has no empty last one', () => {
    expect(paginate(items.slice(0, 40), 3, 20)).toEqual({ items: items.slice(20, 40), page: 2, pages: 2 })
  })

  test('nothing is one empty page', () => {
    expect(paginate([], 1, 20)).toEqual({ items: [], page: 1, pages: 1 })
    expect(paginate([], 7, 5)).toEqual({ items: [], page: 1, pages: 1 })
  })

  test('easy-read shows fewer', () => expect(pageSize.easy).toBeLessThan(pageSize.standard))
})

describe('groups', () => {
  const names = ['Berat', 'Korçë', 'Bulqizë', 'Kamëz', 'Delvinë']
  const first = (name: string) => name.charAt(0)

  test('keep the order in which keys and items come', () => {
    expect(groupBy(names, first)).toEqual([
      { key: 'B', items: ['Berat', 'Bulqizë'] },
      { key: 'K', items: ['Korçë', 'Kamëz'] },
      { key: 'D', items: ['Delvinë'] },
    ])
  })

  test('keys are themselves, not their spelling', () => {
    expect(groupBy([1, '1', null, 'null', undefined], (key) => key)).toHaveLength(5)
    expect(groupBy([NaN, NaN], (key) => key)).toHaveLength(1)
  })

  test('nothing has no group', () => {
    expect(groupBy([], first)).toEqual([])
    expect(countBy([], first)).toEqual({})
  })

  test('are counted', () => expect(countBy(names, first)).toEqual({ B: 2, K: 2, D: 1 }))

  test('names that every object has are counted like others', () => {
    const counts = countBy(['__proto__', 'constructor', '__proto__'], (name) => name)
    expect(Object.entries(counts)).toEqual([
      ['__proto__', 2],
      ['constructor', 1],
    ])
  })
})
