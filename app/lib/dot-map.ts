/** The country as dots: where each municipality's seat is, with an area that follows its number of people. */
export type Seat = { slug: string; lat: number; lon: number; population: number }
export type Dot = { slug: string; x: number; y: number; r: number }

/** Drawing size in units of the SVG. */
export const mapWidth = 236
export const mapHeight = 440

const west = 19.2
const north = 42.45
const south = 39.55
const unitsPerDegree = mapHeight / (north - south)
/** A degree of longitude is shorter than one of latitude: cos of Albania's middle latitude, 41°. */
const narrowing = Math.cos((41 * Math.PI) / 180)
const smallestRadius = 3.2

/** Where a place stands in the drawing, in its units. Latitude and longitude in degrees. */
export function positionOf({ lat, lon }: { lat: number; lon: number }): { x: number; y: number } {
  return { x: round(12 + (lon - west) * narrowing * unitsPerDegree), y: round((north - lat) * unitsPerDegree) }
}

/** The place at a position of the drawing: positionOf the other way round. */
export function placeAt({ x, y }: { x: number; y: number }): { lat: number; lon: number } {
  return { lat: north - y / unitsPerDegree, lon: west + (x - 12) / (narrowing * unitsPerDegree) }
}

export function dotsOf(seats: readonly Seat[]): Dot[] {
  return seats.map(({ slug, lat, lon, population }) => ({
    slug,
    ...positionOf({ lat, lon }),
    r: round(Math.max(smallestRadius, Math.sqrt(population) / 52)),
  }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Your municipality is the pair of dots. */
export function ownPair(dot: Dot): [Dot, Dot] {
  const r = Math.max(dot.r * 0.8, 6.5)
  return [
    { ...dot, x: round(dot.x - r * 1.25), r },
    { ...dot, x: round(dot.x + r * 1.25), r },
  ]
}
