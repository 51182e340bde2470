import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { isInView, mapMoves, moved, pointOf, scaleOf, viewBoxOf } from '../map'
import { outline } from '../outline'
import type { SearchChoice, ServicesOnMap } from '../rules'
import { useSearchHref } from './search-href'

/** The way to the map of a search, on request only. Search engines are kept from views without end. */
export function MapDoor({ chosen }: { chosen: SearchChoice }) {
  const { t } = useTranslation('map')
  const href = useSearchHref(chosen)
  return (
    <p className="map-tools">
      <a className="button button-plain" href={href({ map: 'start' })} rel="nofollow">
        {t('show')}
      </a>
    </p>
  )
}

/**
 * The map of a search: a picture, controls that are links, and in words all that the picture shows. The links are what
 * keyboards and screen readers use; nothing in the picture is pressed.
 */
export function ServicesMap({ map, chosen }: { map: ServicesOnMap; chosen: SearchChoice }) {
  const { t } = useTranslation('map')
  const { register } = useRegister()
  const href = useSearchHref(chosen)
  const counted = map.seats.filter(({ count }) => count > 0)
  return (
    <section className="map stack" aria-labelledby="map">
      <h2 id="map">{t('name')}</h2>
      <p className="map-doors map-tools">
        <a className="alone" href="#results">
          {t('skip')}
        </a>
        <a className="alone" href={href({})}>
          {t('hide')}
        </a>
      </p>
      <p>{t('what.circles')}</p>
      <p>{t('what.numbers')}</p>
      {map.points.length > 0 && <p>{t('what.squares')}</p>}
      <MapControls map={map} chosen={chosen} />
      <MapPicture map={map} />
      {map.withoutPlace > 0 && <p>{t('withoutPlace', { count: map.withoutPlace })}</p>}
      {map.hasTooManyPoints && <p>{t('tooMany')}</p>}
      {map.points.length > 0 && (
        <>
          <h3>{t('places')}</h3>
          <ol className="rows plain">
            {map.points.map(({ slug, name }, index) => (
              <li key={slug} className="row">
                <a href={paths.service(register, slug)}>{`${index + 1}. ${name}`}</a>
              </li>
            ))}
          </ol>
        </>
      )}
      {counted.length > 0 && (
        <>
          <h3>{t('municipalities')}</h3>
          <ul className="grid">
            {counted.map(({ slug, name, count }) => (
              <li key={slug}>
                <a href={href({ municipality: slug, nextDoor: false, map: 'start' })} rel="nofollow">
                  {t('seat', { name, count })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** One link a move; a move that leads nowhere is said and cannot be pressed. */
function MapControls({ map, chosen }: { map: ServicesOnMap; chosen: SearchChoice }) {
  const { t } = useTranslation('map')
  const href = useSearchHref(chosen)
  return (
    <ul className="map-controls map-tools">
      {mapMoves.map((move) => {
        const next = moved(map.view, move)
        return (
          <li key={move}>
            {next ? (
              <a className="button button-plain" href={href({ map: next })} rel="nofollow">
                {t(`move.${move}`)}
              </a>
            ) : (
              <span>{t(`move.${move}`)}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const radiusOf = (count: number) => (count === 0 ? 2.5 : count < 100 ? 9 : 13)

/** Radii and letters keep their size on the screen, whatever the zoom: in pixels of the whole country drawn 476 high. */
function MapPicture({ map }: { map: ServicesOnMap }) {
  const { t } = useTranslation('map')
  const { view, points } = map
  const unit = 1 / scaleOf(view)
  const seats = map.seats.filter((seat) => isInView(seat, view)).sort((a, b) => a.count - b.count)
  return (
    <svg className="map-picture" viewBox={viewBoxOf(view)} role="img" aria-label={t('picture')}>
      <path d={outline} transform="scale(0.1)" />
      {seats.map((seat) => {
        const { x, y } = pointOf(seat)
        const isCounted = seat.count > 0
        return (
          <g key={seat.slug}>
            <circle className={isCounted ? 'counted' : undefined} cx={x} cy={y} r={radiusOf(seat.count) * unit} />
            {isCounted && (
              <text x={x} y={y + 3.6 * unit} fontSize={10 * unit}>
                {seat.count}
              </text>
            )}
            {view.zoom > 1 && (
              <text className="place" x={x} y={y + 20 * unit} fontSize={10 * unit}>
                {seat.name}
              </text>
            )}
          </g>
        )
      })}
      {points.map((point, index) => {
        const { x, y } = pointOf(point)
        return (
          <g key={point.slug}>
            <rect className="point" x={x - 9 * unit} y={y - 9 * unit} width={18 * unit} height={18 * unit} />
            <text className="place" x={x} y={y + 3.6 * unit} fontSize={10 * unit}>
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
