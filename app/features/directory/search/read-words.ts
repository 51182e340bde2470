import { longestQuery, mostWords, wordsOf } from './fold'
import { isShortName, placeAt, type PlaceName, type PlaceNames } from './places'
import { announcesPlace, isLight, isParticle } from './small-words'
import { stem } from './stem'
import { phraseAt, type Phrase, type Urgent } from './vocabulary'
import type { KnownWord } from './typing-errors'
import { writtenWords } from './words'

/** A word of a query, folded, with its stem and what stood before it. */
export type QueryWord = KnownWord & { before: string | null }

/** All of `terms` together are worth `points`; with `inName`, when the name has them, and they find nothing alone. */
export type Alternative = { terms: string[]; points: number; inName?: true }

/** One thing that was asked for: a record has it by any of the alternatives. */
export type Clause = { required: boolean; alternatives: Alternative[] }

export type Reading = {
  clauses: Clause[]
  /** Codes of the municipalities that the words name. */
  municipalities: string[]
  urgent: Urgent | null
  /** Words that are nowhere known. */
  unknown: string[]
}

/** What a record's own words are worth, and what stands for them, nearest first. */
const pointsOfWords = 3
const pointsOfMeanings = [2, 1.5, 0.8, 0.5]

/** The words of a query, cut to what a person would type. Words that only join others are left out. */
export function queryWords(query: string): QueryWord[] {
  const all = wordsOf(query.slice(0, longestQuery))
  const words = all.map((word, index) => ({ word, stem: stem(word), before: all[index - 1] ?? null }))
  return words.filter(({ word }) => !isParticle(word)).slice(0, mostWords)
}

/** A folded word of a query as it stands there: “demencë” for “demence”. */
export function asTyped(query: string, word: string): string {
  return writtenWords(query).find((written) => written.word === word)?.written ?? word
}

/**
 * Reads what the words of a query mean. From left to right the longest phrase of the vocabulary or name of a place
 * counts; every other word stands for itself.
 *
 * A clause is required unless its word says little (“ndihmë”, “qendër”): then it only adds to the score. When there are
 * only such words, they are required after all. A word that no record has makes no clause and is told.
 *
 * @param isTerm whether any shown record has the stem
 */
export function readWords(words: QueryWord[], places: PlaceNames, isTerm: (stemmed: string) => boolean): Reading {
  const reading: Reading = { clauses: [], municipalities: [], urgent: null, unknown: [] }
  const stems = words.map((word) => word.stem)
  for (let start = 0; start < words.length;) {
    const phrase = phraseAt(stems, start)
    const place = announcedPlace(places, words, start)
    if (place && place.stems.length > (phrase?.stems.length ?? 0)) {
      takePlace(reading, place)
      start += place.stems.length
    } else if (phrase) {
      takePhrase(reading, phrase)
      start += phrase.stems.length
    } else {
      takeWord(reading, words[start] as QueryWord, isTerm)
      start += 1
    }
  }
  const required = reading.clauses.some((clause) => clause.required)
  const alone = !required && reading.municipalities.length === 0 && reading.unknown.length === 0
  return alone ? { ...reading, clauses: reading.clauses.map((clause) => ({ ...clause, required: true })) } : reading
}

function announcedPlace(places: PlaceNames, words: QueryWord[], start: number): PlaceName | null {
  const place = placeAt(places, words, start)
  if (place === null || !isShortName(place)) return place
  const before = words[start]?.before ?? null
  return words.length === 1 || (before !== null && announcesPlace(before)) ? place : null
}

function takePlace(reading: Reading, { municipalities, isPart, stems }: PlaceName) {
  reading.municipalities = [...new Set([...reading.municipalities, ...municipalities])]
  if (isPart) reading.clauses.push({ required: false, alternatives: [{ terms: stems, points: pointsOfWords }] })
}

function takePhrase(reading: Reading, { stems, find, urgent }: Phrase) {
  reading.urgent = reading.urgent === 'violence' ? 'violence' : (urgent ?? reading.urgent)
  if (find.length === 0) return
  const meanings = find.map((terms, index) => ({ terms, points: pointsOfMeanings[index] ?? 0.5 }))
  // Several words may stand in a text far from each other and mean something else; in a name they belong together.
  const inName = stems.length > 1 ? { inName: true as const } : {}
  const own = { terms: stems, points: pointsOfWords, ...inName }
  reading.clauses.push({ required: !stems.every(isLight), alternatives: [own, ...meanings] })
}

function takeWord(reading: Reading, { word, stem: stemmed }: QueryWord, isTerm: (stemmed: string) => boolean) {
  const light = isLight(stemmed)
  if (isTerm(stemmed)) {
    reading.clauses.push({ required: !light, alternatives: [{ terms: [stemmed], points: pointsOfWords }] })
  } else if (!light) reading.unknown.push(word)
}
