import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outline } from '../../app/features/directory/outline'
import { loadSeedFiles } from '../../prisma/seed/index'
import {
  boundsOf,
  inside,
  isInView,
  mapHeight,
  mapMoves,
  mapWidth,
  maxZoom,
  moved,
  pointOf,
  readView,
  scaleOf,
  viewAround,
  viewBoxOf,
  wholeCountry,
  writeView,
  type MapView,
} from '../../app/features/directory/map'

const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const views: fc.Arbitrary<MapView> = fc.record({ zoom: fc.integer({ min: -3, max: 9 }), x: numbers, y: numbers })

/** Left, top, right, bottom of what is drawn. */
function edges(view: MapView) {
  const [x = 0, y = 0, width = 0, height = 0] = viewBoxOf(view).split(' ').map(Number)
  return { left: x, top: y, right: x + width, bottom: y + height, width, height }
}

describe('a view of the map', () => {
  test('of the whole country shows all of the drawing', () => {
    expect(viewBoxOf(wholeCountry)).toBe(`0 0 ${mapWidth} ${mapHeight}`)
    expect(inside(wholeCountry)).toEqual(wholeCountry)
  })

  test('stays inside the drawing, whatever was asked for', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { left, top, right, bottom } = edges(inside(view))
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-0.5)
        expect(right).toBeLessThanOrEqual(mapWidth + 0.5)
        expect(bottom).toBeLessThanOrEqual(mapHeight + 0.5)
        expect(inside(inside(view))).toEqual(inside(view))
      }),
    )
  })

  test('keeps its shape at every zoom, and is half as wide at the next', () => {
    for (let zoom = 0; zoom <= maxZoom; zoom++) {
      const { width, height } = edges(inside({ ...wholeCountry, zoom }))
      expect(width / height).toBeCloseTo(mapWidth / mapHeight, 10)
      expect(width).toBeCloseTo(mapWidth / 2 ** zoom, 10)
    }
  })

  test('survives the address', () => {
    fc.assert(fc.property(views, (view) => void expect(readView(writeView(view))).toEqual(inside(view))))
  })

  test.each(['', '5-1-1', '-1-1-1', '1-1', '1-1-1-1', '1--1-1', '1-1-1e9', 'a-b-c', '١-1-1', '1-9999-1', ' 1-1-1'])(
    'is not read from %j',
    (text) => expect(readView(text)).toBeNull(),
  )

  test('is never read as one that throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const view = readView(text)
        if (view !== null) expect(scaleOf(view)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('a control', () => {
  test('of the whole country only enlarges', () => {
    const working = mapMoves.filter((move) => moved(wholeCountry, move) !== null)
    expect(working).toEqual(['in'])
  })

  test('leads to every part of the country, and back', () => {
    const corner = { zoom: maxZoom, x: 0, y: 0 }
    let view: MapView | null = inside(corner)
    for (let steps = 0; view !== null && steps < 200; steps++) {
      const next: MapView | null = moved(view, 'east') ?? moved(view, 'south')
      if (next === null) break
      view = next
    }
    expect(view).toEqual(inside({ zoom: maxZoom, x: mapWidth, y: mapHeight }))
    expect(moved({ ...wholeCountry, zoom: 2 }, 'out')?.zoom).toBe(1)
  })

  test('moves the way it says, inside the drawing, or does not exist', () => {
    fc.assert(
      fc.property(views, fc.constantFrom(...mapMoves), (view, move) => {
        const from = inside(view)
        const to = moved(view, move)
        if (to === null) return
        expect(inside(to)).toEqual(to)
        if (move === 'in') expect(to.zoom).toBe(from.zoom + 1)
        if (move === 'out') expect(to.zoom).toBe(from.zoom - 1)
        if (move === 'north') expect(to.y).toBeLessThan(from.y)
        if (move === 'south') expect(to.y).toBeGreaterThan(from.y)
        if (move === 'west') expect(to.x).toBeLessThan(from.x)
        if (move === 'east') expect(to.x).toBeGreaterThan(from.x)
      }),
    )
  })

  test('to enlarge and to reduce is there until the end of the scale', () => {
    expect(moved(inside({ ...wholeCountry, zoom: maxZoom }), 'in')).toBeNull()
    for (let zoom = 0; zoom < maxZoom; zoom++) expect(moved({ ...wholeCountry, zoom }, 'in')?.zoom).toBe(zoom + 1)
  })
})

describe('places', () => {
  const lat = fc.double({ min: 39.7, max: 42.6, noNaN: true })
  const lon = fc.double({ min: 19.3, max: 21, noNaN: true })

  test('lie between the bounds of the view around them, wherever they are', () => {
    fc.assert(
      fc.property(lat, lon, (lat, lon) => {
        const bounds = boundsOf(viewAround({ lat, lon }))
        expect(lat).toBeGreaterThanOrEqual(bounds.lat[0])
        expect(lat).toBeLessThanOrEqual(bounds.lat[1])
        expect(lon).toBeGreaterThanOrEqual(bounds.lon[0])
        expect(lon).toBeLessThanOrEqual(bounds.lon[1])
      }),
    )
  })

  test('lie between the bounds of a view exactly when they are drawn in it', () => {
    fc.assert(
      fc.property(lat, lon, views, (lat, lon, asked) => {
        const view = inside(asked)
        const { left, right, top, bottom } = edges(view)
        const { x, y } = pointOf({ lat, lon })
        const clearly = 0.1 // positions are rounded to a tenth
        const bounds = boundsOf(view)
        const isWithin = lat > bounds.lat[0] && lat < bounds.lat[1] && lon > bounds.lon[0] && lon < bounds.lon[1]
        if (x > left + clearly && x < right - clearly && y > top + clearly && y < bottom - clearly)
          expect(isWithin).toBe(true)
        if (x < left - clearly || x > right + clearly || y < top - clearly || y > bottom + clearly)
          expect(isWithin).toBe(false)
      }),
    )
  })

  test('in view are those between its bounds, and some around them', () => {
    fc.assert(
      fc.property(lat, lon, views, (lat, lon, asked) => {
        const view = inside(asked)
        const bounds = boundsOf(view)
        const isWithin = lat > bounds.lat[0] && lat < bounds.lat[1] && lon > bounds.lon[0] && lon < bounds.lon[1]
        if (isWithin) expect(isInView({ lat, lon }, view)).toBe(true)
      }),
    )
    const [korce, sarande] = [
      { lat: 40.62, lon: 20.78 },
      { lat: 39.87, lon: 20 },
    ]
    expect(isInView(sarande, viewAround(korce))).toBe(false)
    expect(isInView(sarande, wholeCountry)).toBe(true)
  })

  test('of all municipalities lie inside the outline’s box', () => {
    const numbers = outline.match(/-?\d+/g)!.map(Number)
    let [x, y] = [numbers[0]!, numbers[1]!]
    const reached = [{ x, y }]
    for (let i = 2; i < numbers.length; i += 2) reached.push({ x: (x += numbers[i]!), y: (y += numbers[i + 1]!) })
    const [xs, ys] = [reached.map((p) => p.x / 10), reached.map((p) => p.y / 10)]
    for (const seat of loadSeedFiles().municipalities) {
      const at = pointOf(seat)
      expect(at.x, seat.slug).toBeGreaterThan(Math.min(...xs))
      expect(at.x, seat.slug).toBeLessThan(Math.max(...xs))
      expect(at.y, seat.slug).toBeGreaterThan(Math.min(...ys))
      expect(at.y, seat.slug).toBeLessThan(Math.max(...ys))
    }
    expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...xs)).toBeLessThanOrEqual(mapWidth)
    expect(Math.max(...ys)).toBeLessThanOrEqual(mapHeight)
  })
})
