export type SeatOf = { code: string; lat: number; lon: number }

const mostNeighbours = 4
const farthestKm = 40
const earthRadiusKm = 6371

/** The straight line between two points on the ground, in kilometres. A road is longer. */
export function distanceKm(a: Omit<SeatOf, 'code'>, b: Omit<SeatOf, 'code'>): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const height = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const width = Math.sin(radians(b.lon - a.lon) / 2) ** 2 * Math.cos(radians(a.lat)) * Math.cos(radians(b.lat))
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(height + width))
}

/**
 * The municipalities “next door”: the four whose seats are nearest, as far as they lie within 40 km in a straight line;
 * the nearest one always. No source says which municipalities share a border, and a border says little about the way.
 */
export function neighboursOf(code: string, seats: SeatOf[]): string[] {
  const home = seats.find((seat) => seat.code === code)
  if (home === undefined) return []
  return seats
    .filter((seat) => seat.code !== code)
    .map((seat) => ({ code: seat.code, km: distanceKm(home, seat) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, mostNeighbours)
    .filter(({ km }, index) => index === 0 || km <= farthestKm)
    .map((neighbour) => neighbour.code)
}
