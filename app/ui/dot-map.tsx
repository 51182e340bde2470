import { dotsOf, mapHeight, mapWidth, ownPair, type Seat } from '~/lib/dot-map'

/** The country drawn as its municipalities' seats; the reader's own is the pair of dots. Decorative. */
export function DotMap({ seats, own }: { seats: Seat[]; own?: string }) {
  const dots = dotsOf(seats)
  const mine = dots.find((dot) => dot.slug === own)
  return (
    <svg className="country" viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true" focusable="false">
      {dots
        .filter((dot) => dot !== mine)
        .map(({ slug, x, y, r }) => (
          <circle key={slug} cx={x} cy={y} r={r} />
        ))}
      {mine && ownPair(mine).map(({ x, y, r }) => <circle key={x} className="own" cx={x} cy={y} r={r} />)}
    </svg>
  )
}
