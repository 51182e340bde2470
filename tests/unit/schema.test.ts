import { describe, expect, test } from 'vitest'
import { homeQuery, readQuery, servicesQuery } from '../../app/features/directory/schema'

const services = (query: string) => readQuery(servicesQuery, new URLSearchParams(query))

test('what is offered is read', () => {
  expect(services('municipality=ura-vajgurore&type=community_day&for=children&page=12')).toEqual({
    values: { municipality: 'ura-vajgurore', type: 'community_day', for: 'children', page: 12 },
    ignored: [],
  })
})

test.each(['', 'municipality=', 'municipality=&type=&for=&page='])('nothing chosen is nothing ignored: %j', (query) => {
  expect(services(query)).toEqual({ values: {}, ignored: [] })
})

describe('what cannot be is left out and named', () => {
  test.each([
    ['type=<script>', 'type'],
    ["municipality='; drop table", 'municipality'],
    ['municipality=Tiranë', 'municipality'],
    ['municipality=%00', 'municipality'],
    [`for=${'a'.repeat(61)}`, 'for'],
    ['type=../../etc', 'type'],
    ['for=a b', 'for'],
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1.5', 'page'],
    ['page=1e3', 'page'],
    ['page=١', 'page'],
    ['page=01', 'page'],
    ['page=10000', 'page'],
    ['page=2%0A', 'page'],
  ])('%s', (query, name) => expect(services(query)).toEqual({ values: {}, ignored: [name] }))

  test('one bad value does not spoil the others', () => {
    expect(services('type=!&for=children')).toEqual({ values: { for: 'children' }, ignored: ['type'] })
  })

  test('a name that is not offered is never repeated', () => {
    expect(services('<b>=1&utm_source=x&q=')).toEqual({ values: {}, ignored: ['other'] })
  })

  test.each(['__proto__=x', 'constructor=x', 'toString=x', 'hasOwnProperty=children'])(
    'names every object has: %s',
    (query) => {
      const { values, ignored } = services(query)
      expect(Object.keys(values)).toEqual([])
      expect(ignored).toEqual(['other'])
    },
  )
})

describe('of several values', () => {
  test('the first counts, and the reader is told', () => {
    expect(services('page=2&page=3')).toEqual({ values: { page: 2 }, ignored: ['page'] })
  })

  test('an empty one is first too', () => {
    expect(services('type=&type=community_day')).toEqual({ values: {}, ignored: ['type'] })
  })
})

test('the longest query that the server takes is read', () => {
  const names = Array.from({ length: 3_300 }, (_, index) => `x${index.toString(36)}`).join('&') // 16 kB
  expect(services(names.replaceAll('&', '=1&')).ignored).toEqual(['other'])
  expect(services('page=1&'.repeat(2_300)).values).toEqual({ page: 1 })
})

test('the first page asks for a municipality alone', () => {
  expect(readQuery(homeQuery, new URLSearchParams('municipality=korce&type=x'))).toEqual({
    values: { municipality: 'korce' },
    ignored: ['other'],
  })
})
