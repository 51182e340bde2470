import { useTranslation } from 'react-i18next'
import { mapHeight, positionOf } from '~/lib/dot-map'
import { mapMoves, moved, scaleOf, viewBoxOf, writeView, type MapView } from '../map'

/** A municipality at its seat, with how many services of the list are there. */
export type MapSeat = { slug: string; name: string; lat: number; lon: number; count: number }
/** A service at its own coordinates; a service without any is in the list alone. */
export type MapPoint = { slug: string; name: string; href: string; lat: number; lon: number }

type Props = {
  view: MapView
  seats: MapSeat[]
  points: MapPoint[]
  /** The address of this page with another view, or of another municipality's. */
  viewHref: (view: string) => string
  seatHref: (slug: string) => string
}

/**
 * The map below the list's filters: a picture, controls that are links, and in words all that the picture shows.
 * The lists are what keyboards and screen readers use; nothing in the picture is pressed.
 */
export function ServicesMap({ view, seats, points, viewHref, seatHref }: Props) {
  const { t } = useTranslation('map')
  const counted = seats.filter(({ count }) => count > 0)
  return (
    <section className="map" aria-labelledby="map-name" id="map">
      <h2 id="map-name">{t('name')}</h2>
      <p>
        <a className="alone" href="#results">
          {t('skip')}
        </a>
      </p>
      <p>{t('what')}</p>
      <MapPicture view={view} seats={seats} points={points} />
      <ul className="map-controls">
        {mapMoves.map((move) => {
          const next = moved(view, move)
          return (
            <li key={move}>
              {next ? (
                <a className="button button-plain" href={`${viewHref(writeView(next))}#map`}>
                  {t(`move.${move}`)}
                </a>
              ) : (
                <span className="button button-plain">{t(`move.${move}`)}</span>
              )}
            </li>
          )
        })}
      </ul>
      {points.length > 0 ? (
        <>
          <h3>{t('places')}</h3>
          <ol className="rows plain">
            {points.map(({ slug, name, href }, index) => (
              <li key={slug} className="row">
                <a href={href}>{`${index + 1}. ${name}`}</a>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>{t('noPlaces')}</p>
      )}
      <h3>{t('municipalities')}</h3>
      <ul className="grid">
        {counted.map(({ slug, name, count }) => (
          <li key={slug}>
            <a href={`${seatHref(slug)}#map`}>{`${name} · ${count}`}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Sizes are in pixels of the whole country drawn 440 high, whatever the zoom. */
function MapPicture({ view, seats, points }: Pick<Props, 'view' | 'seats' | 'points'>) {
  const { t } = useTranslation('map')
  const unit = 1 / scaleOf(view)
  const circles = seats.toSorted((a, b) => a.count - b.count)
  return (
    <svg className="map-picture" viewBox={viewBoxOf(view)} role="img" aria-label={t('name')} height={mapHeight}>
      {circles.map((seat) => {
        const { x, y } = positionOf(seat)
        if (seat.count === 0) return <circle key={seat.slug} cx={x} cy={y} r={3 * unit} />
        return (
          <g key={seat.slug}>
            <circle className="counted" cx={x} cy={y} r={9 * unit} />
            <text x={x} y={y + 3.6 * unit} fontSize={10 * unit}>
              {seat.count}
            </text>
            {view.zoom > 1 && (
              <text className="place" x={x} y={y + 20 * unit} fontSize={10 * unit}>
                {seat.name}
              </text>
            )}
          </g>
        )
      })}
      {points.map((point, index) => {
        const { x, y } = positionOf(point)
        return (
          <g key={point.slug}>
            <rect className="point" x={x - 9 * unit} y={y - 9 * unit} width={18 * unit} height={18 * unit} />
            <text className="number" x={x} y={y + 3.6 * unit} fontSize={10 * unit}>
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
