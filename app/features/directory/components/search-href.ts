import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { writeView, type MapView } from '../map'
import type { SearchChoice } from '../rules'

/** Builds addresses of a search in the reader's register: of one of its pages, or with the map as it starts or in a view. */
export function useSearchHref(chosen: SearchChoice) {
  const { register } = useRegister()
  return ({ page, map, ...other }: Partial<SearchChoice> & { page?: number; map?: MapView | 'start' }): string => {
    const { query, municipality, nextDoor, type, group, access } = { ...chosen, ...other }
    const values = {
      q: query,
      municipality,
      near: nextDoor && '1',
      type,
      for: group,
      access,
      page: page && page > 1 && String(page),
      view: map && 'map',
      at: map && map !== 'start' && writeView(map),
    }
    const given = new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]))
    return `${paths.services(register)}?${given.toString()}#${map ? 'map' : 'results'}`
  }
}
