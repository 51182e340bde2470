import { expect, test } from 'vitest'
import { dotsOf, mapHeight, mapWidth, ownPair } from '../../app/lib/dot-map'
import { loadSeedFiles } from '../../prisma/seed/index'

const seats = loadSeedFiles().municipalities.map(({ slug, lat, lon, population }) => ({ slug, lat, lon, population }))
const dots = dotsOf(seats)
const dotOf = (slug: string) => dots.find((dot) => dot.slug === slug)!

test('61 dots lie whole inside the drawing, the own pair too', () => {
  expect(dots).toHaveLength(61)
  for (const dot of [...dots, ...dots.flatMap(ownPair)]) {
    expect(dot.x - dot.r, dot.slug).toBeGreaterThanOrEqual(0)
    expect(dot.x + dot.r, dot.slug).toBeLessThanOrEqual(mapWidth)
    expect(dot.y - dot.r, dot.slug).toBeGreaterThanOrEqual(0)
    expect(dot.y + dot.r, dot.slug).toBeLessThanOrEqual(mapHeight)
  }
})

test('north is up and east is right', () => {
  expect(dotOf('shkoder').y).toBeLessThan(dotOf('tirane').y)
  expect(dotOf('tirane').y).toBeLessThan(dotOf('sarande').y)
  expect(dotOf('vlore').x).toBeLessThan(dotOf('korce').x)
})

test('a kilometre is as long to the east as to the north', () => {
  const [a, north, east] = dotsOf([
    { slug: 'a', lat: 41, lon: 20, population: 1 },
    { slug: 'north', lat: 41.1, lon: 20, population: 1 },
    { slug: 'east', lat: 41, lon: 20 + 0.1 / Math.cos((41 * Math.PI) / 180), population: 1 },
  ])
  expect(east!.x - a!.x).toBeCloseTo(a!.y - north!.y, 0)
})

test('the area of a dot follows the number of people, down to a smallest one', () => {
  const [four, one, tiny, none] = dotsOf(
    [400_000, 100_000, 3, 0].map((population) => ({ slug: '', lat: 41, lon: 20, population })),
  )
  expect(four!.r).toBeCloseTo(2 * one!.r, 0)
  expect(tiny!.r).toBe(none!.r)
  expect(none!.r).toBeGreaterThan(2)
})

test('the own pair stands side by side where the dot was, without touching', () => {
  const [left, right] = ownPair({ slug: 'x', x: 100, y: 50, r: 3.2 })
  expect(left.r).toBe(right.r)
  expect([left.y, right.y]).toEqual([50, 50])
  expect((left.x + right.x) / 2).toBeCloseTo(100)
  expect(right.x - left.x).toBeGreaterThan(left.r + right.r)
})

test('numbers are short: the drawing is in every page', () => {
  for (const { x, y, r } of dots) for (const value of [x, y, r]) expect(String(value)).toMatch(/^\d+(\.\d)?$/)
})
