import type { Language } from '~/i18n/registers'
import { isAway } from '~/server/away.server'
import { findHelpLines, findMunicipalities, getMunicipality } from '../directory/place-queries.server'

const numbersOfHarm = ['112', '116117', '116006']

/** What the check needs of the directory; without the database it goes on without it. */
async function unlessAway<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (isAway(error)) return otherwise
    throw error
  }
}

export function placesOfCheck(language: Language): Promise<{ slug: string; name: string; seat: string }[]> {
  return unlessAway(async () => {
    const all = await findMunicipalities({ language })
    return all.map(({ slug, name, seat }) => ({ slug, name, seat }))
  }, [])
}

/** The municipality where the family lives, with the office that the directory knows. */
export function placeOfCheck(slug: string | undefined, language: Language) {
  return unlessAway(async () => {
    const found = slug ? await getMunicipality({ slug, language, now: new Date() }) : null
    return found && { slug: found.slug, name: found.name, office: found.office }
  }, null)
}

export function linesOfCheck(language: Language) {
  return unlessAway(() => findHelpLines({ language, numbers: numbersOfHarm }), [])
}
