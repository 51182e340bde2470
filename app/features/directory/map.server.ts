import type { Prisma } from '../../../generated/prisma/client'
import { byName } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import { getDatabase } from '~/server/db.server'
import { boundsOf, type MapView } from './map'
import type { ServicesOnMap } from './rules'
import type { SearchPlaces } from './search-words.server'
import { pick, shownServices } from './views.server'

/** More squares than this hide one another and are not drawn: the reader is told to look closer. */
const mostPoints = 60

/**
 * Where services are: every municipality with how many it has, and in the part of the country that is shown those with
 * coordinates of their own. No others have a place on the map.
 */
export async function findOnMap(
  where: Prisma.ServiceWhereInput,
  view: MapView,
  language: Language,
  places: SearchPlaces,
): Promise<ServicesOnMap> {
  const { prisma } = await getDatabase()
  const shown = { AND: [shownServices, where] }
  const { lat, lon } = boundsOf(view)
  const within = { lat: { gte: lat[0], lte: lat[1] }, lon: { gte: lon[0], lte: lon[1] }, visibility: 'public' } as const
  const [counts, points] = await Promise.all([
    prisma.service.groupBy({ by: ['municipalityCode'], where: shown, _count: true }),
    prisma.service.findMany({
      where: { AND: [shown, within] },
      orderBy: { id: 'asc' },
      take: mostPoints + 1,
      select: { slug: true, nameSq: true, nameEn: true, lat: true, lon: true },
    }),
  ])
  const countOf = new Map(counts.map(({ municipalityCode, _count }) => [municipalityCode, _count]))
  return {
    view,
    seats: places.seats
      .map(({ code, lat, lon }) => ({ ...places.byCode(code, language), lat, lon, count: countOf.get(code) ?? 0 }))
      .sort(byName(language, ({ name }) => name)),
    points: points
      .slice(0, points.length > mostPoints ? 0 : mostPoints)
      .flatMap(({ slug, lat, lon, ...row }) =>
        slug === null || lat === null || lon === null ? [] : [{ slug, lat, lon, name: pick(row, 'name', language) }],
      )
      .sort(byName(language, ({ name }) => name)),
    hasTooManyPoints: points.length > mostPoints,
    withoutPlace: countOf.get(null) ?? 0,
  }
}
