import type { Language } from '~/i18n/registers'
import { getDatabase } from '~/server/db.server'
import { untilChange } from '~/server/until-change.server'
import type { Place } from './rules'
import type { SeatOf } from './search/neighbours'
import { placeNames, type PlaceNames } from './search/places'
import type { QueryWord } from './search/read-words'
import { isLight } from './search/small-words'
import { allowedErrors, nearestWord, typingErrors, type KnownWord } from './search/typing-errors'
import { isStrongWord } from './search/urgent-words'
import { isInVocabulary, isUrgentWord, vocabularyWords } from './search/vocabulary'
import { pick, placeColumns } from './views.server'

export type SearchPlaces = {
  names: PlaceNames
  seats: SeatOf[]
  byCode: (code: string, language: Language) => Place
  codeOf: (slug: string) => string | undefined
}

/** The municipalities with every name they go by: reading a thousand names takes longer than a search. */
export function findPlaces(): Promise<SearchPlaces> {
  return untilChange('places of the search', readPlaces)
}

async function readPlaces(): Promise<SearchPlaces> {
  const { prisma } = await getDatabase()
  const rows = await prisma.municipality.findMany({
    select: {
      ...placeColumns,
      seatLat: true,
      seatLon: true,
      names: { select: { name: true } },
      units: { select: { name: true } },
    },
  })
  const names = placeNames(
    rows.map(({ code, nameSq, nameSqDefinite, nameEn, seat, names: others, units }) => ({
      code,
      names: [nameSq, nameSqDefinite, nameEn, seat, ...others.map(({ name }) => name)],
      unitNames: units.map(({ name }) => name),
    })),
  )
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return {
    names,
    seats: rows.map(({ code, seatLat, seatLon }) => ({ code, lat: seatLat, lon: seatLon })),
    byCode: (code, language) => {
      const row = byCode.get(code)
      return { slug: row?.slug ?? '', name: row ? pick(row, 'name', language) : '' }
    },
    codeOf: (slug) => rows.find((row) => row.slug === slug)?.code,
  }
}

/** The stems among the words that some shown service has. */
export async function knownStems(words: KnownWord[]): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const { prisma } = await getDatabase()
  const found = await prisma.searchTerm.findMany({
    where: { stem: { in: words.map((word) => word.stem) } },
    select: { stem: true },
  })
  return new Set(found.map((row) => row.stem))
}

/**
 * Puts in the place of each word that is nowhere known the one that was probably meant: of the vocabulary, of the names
 * of places, or of the words of shown services.
 *
 * @returns the words, and what was put for what, to be said
 */
export async function correctWords(
  words: QueryWord[],
  places: SearchPlaces,
): Promise<{ words: QueryWord[]; corrected: { from: string; to: string }[] }> {
  const terms = await knownStems(words)
  const placeStems = new Set(places.names.words.map((word) => word.stem))
  const isKnown = ({ stem: own, isUrgent }: QueryWord) =>
    isUrgent || terms.has(own) || placeStems.has(own) || isInVocabulary(own) || isLight(own)
  const corrected: { from: string; to: string }[] = []
  const mended = await Promise.all(
    words.map(async (word) => {
      const meant = isKnown(word) ? null : await findMeant(word, places)
      if (meant === null) return word
      corrected.push({ from: word.word, to: meant.written })
      return { ...word, word: meant.word, stem: meant.stem, isUrgent: isStrongWord(meant.word) }
    }),
  )
  return { words: mended, corrected }
}

async function findMeant({ word }: QueryWord, { names }: SearchPlaces) {
  const { prisma } = await getDatabase()
  const limit = allowedErrors(word.length)
  if (limit === 0) return null
  const length = { gte: word.length - limit, lte: word.length + limit }
  const rows = await prisma.searchTerm.findMany({
    where: {
      // All that nearestWord can accept, and little else: another first letter is one error, so the rest is the same.
      OR: [
        { length, folded: { startsWith: word.slice(0, 1) } },
        { length, folded: { endsWith: word.slice(1) } },
        { length, folded: { startsWith: `${word[1]}${word[0]}` } },
        { folded: { startsWith: word } },
      ],
    },
    select: { stem: true, word: true, folded: true },
  })
  const terms = rows.map((row) => ({ stem: row.stem, word: row.folded, written: row.word }))
  const known = [...vocabularyWords, ...names.words, ...terms]
  return nearestWord(
    word,
    known.filter((one) => !isUrgentWord(one) || isSurely(word, one)),
  )
}

/** “dune” is no “dhunë” and “trafik” no beginning of “trafikim”; “violance” is “violence”. */
const isSurely = (given: string, { word }: KnownWord) => given.length >= 6 && typingErrors(given, word, 1) !== null
