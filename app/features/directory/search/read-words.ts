import { longestQuery } from '~/lib/longest-query'
import { mostWords, wordsOf } from './fold'
import { isShortName, placeAt, type PlaceName, type PlaceNames } from './places'
import { announcesPlace, isLight, isParticle, isSilent, isUnit } from './small-words'
import { apart, stem } from './stem'
import { urgentAt } from './urgent-words'
import { meaningHintedBy, phraseAt, type Phrase, type Urgent } from './vocabulary'
import type { KnownWord } from './typing-errors'
import { writtenWords } from './words'

/** A word of a query, folded, with its stem, what stood before it, and whether it speaks of violence or trafficking. */
export type QueryWord = KnownWord & { before: string | null; isUrgent: boolean }

/** All of `terms` together are worth `points`; with `inName`, when the name has them, and they find nothing alone. */
export type Alternative = { terms: string[]; points: number; inName?: true }

/**
 * One thing that was asked for: a record has it by any of the alternatives. A `known` one is of the vocabulary: it is
 * sure to ask for something that services give.
 */
export type Clause = { required: boolean; known?: true; alternatives: Alternative[] }

export type Reading = {
  clauses: Clause[]
  /** Codes of the municipalities that the words name. */
  municipalities: string[]
  urgent: Urgent | null
  /** Words that are nowhere known. */
  unknown: string[]
  /** How many words are of things that no service gives. */
  outside: number
}

/** What a record's own words are worth, and what stands for them, nearest first. */
const pointsOfWords = 3
const pointsOfMeanings = [2, 1.5, 0.8, 0.5]
const leastPoints = 0.3

/** The words of a query, cut to what a person would type. Words that only join others are left out. */
export function queryWords(query: string): QueryWord[] {
  const all = wordsOf(query.slice(0, longestQuery)).flatMap(apart)
  const urgent = urgentAt(all)
  const words = all.map((word, index) => ({
    word,
    stem: stem(word),
    before: all[index - 1] ?? null,
    isUrgent: urgent.has(index),
  }))
  return words.filter(({ word }) => !isParticle(word)).slice(0, mostWords)
}

/** A folded word of a query as it stands there: “demencë” for “demence”. */
export function asTyped(query: string, word: string): string {
  return writtenWords(query).find((written) => written.word === word)?.written ?? word
}

/**
 * Reads what the words of a query mean. From left to right the longest phrase of the vocabulary or name of a place
 * counts; every other word stands for itself. A word that no record has makes no clause and is told.
 *
 * Every thing of the vocabulary that is asked for is required. Where there is none, the words that only one thing
 * of the vocabulary is spoken of with are (“thyer kofshën”); then the words that stand for themselves, then whom it is for, and at last words that say little (“ndihmë”, “qendër”). What is
 * not required adds to the score.
 *
 * @param isTerm whether any shown record has the stem
 */
export function readWords(words: QueryWord[], places: PlaceNames, isTerm: (stemmed: string) => boolean): Reading {
  const urgent = words.some(({ isUrgent }) => isUrgent) ? 'violence' : null
  const reading: Reading = { clauses: [], municipalities: [], urgent, unknown: [], outside: 0 }
  const found: Found[] = []
  const stems = words.map((word) => word.stem)
  const read = new Set<number>()
  for (let start = 0; start < words.length; start++) {
    if (read.has(start)) continue
    const match = phraseAt(stems, start)
    // What speaks of violence asks for nothing else: a safe house is no help at home.
    if (words[start]?.isUrgent && !match?.phrase.urgent) continue
    const place = announcedPlace(places, words, start)
    if (place && place.stems.length > (match?.at.length ?? 0)) {
      found.push(...takePlace(reading, place))
      place.stems.forEach((_, offset) => read.add(start + offset))
    } else if (isUnit(words[start]?.word ?? '') && announcedPlace(places, words, start + 1)) {
      continue
    } else if (match) {
      found.push(...takePhrase(reading, match.phrase))
      match.at.forEach((at) => read.add(at))
      if (match.phrase.outside) reading.unknown.push(...match.at.map((at) => words[at]?.word ?? ''))
    } else {
      found.push(...takeWord(reading, words[start] as QueryWord, isTerm))
    }
  }
  // The rest of “me abuzon burri” is no search of its own.
  const asksForMore = found.some(({ rank }) => rank === 'meaning' || rank === 'hint')
  if (reading.urgent === 'violence' && !asksForMore) return { ...reading, unknown: [] }
  const said = reading.municipalities.length > 0 || reading.unknown.length > 0 || reading.outside > 0
  const decisive = (['meaning', 'hint', 'word', 'person', 'light'] as const).find(
    (rank) => found.some((one) => one.rank === rank) && !(rank === 'light' && said),
  )
  return { ...reading, clauses: found.map(({ rank, clause }) => ({ ...clause, required: rank === decisive })) }
}

function announcedPlace(places: PlaceNames, words: QueryWord[], start: number): PlaceName | null {
  const place = placeAt(places, words, start)
  if (place === null || !isShortName(place)) return place
  const isAnnounced = announcesPlace(words[start]?.before ?? '') || isUnit(words[start - 1]?.word ?? '')
  return isAnnounced || isBesideNeed(words, start) ? place : null
}

/** Whether all other words, if any, are one thing that services give: “logoped Mat”, but not “my son has autism”. */
function isBesideNeed(words: QueryWord[], start: number): boolean {
  const others = words.filter((_, at) => at !== start).map((word) => word.stem)
  if (others.length === 0) return true
  const match = phraseAt(others, 0)
  return match !== null && !match.phrase.soft && match.phrase.find.length > 0 && match.at.length === others.length
}

/** What a clause comes from: the first kind that a query has decides. */
type Found = { rank: 'meaning' | 'hint' | 'word' | 'person' | 'light'; clause: Omit<Clause, 'required'> }

function takePlace(reading: Reading, { municipalities, isPart, stems }: PlaceName): Found[] {
  reading.municipalities = [...new Set([...reading.municipalities, ...municipalities])]
  return isPart ? [{ rank: 'light', clause: { alternatives: [{ terms: stems, points: pointsOfWords }] } }] : []
}

function takePhrase(reading: Reading, { stems, find, urgent, soft, outside }: Phrase): Found[] {
  reading.urgent = reading.urgent === 'violence' ? 'violence' : (urgent ?? reading.urgent)
  reading.outside += Number(outside)
  if (find.length === 0) return []
  const meanings = toAlternatives(find)
  if (soft) return [{ rank: 'person', clause: { alternatives: meanings } }]
  // Several words may stand in a text far from each other and mean something else; in a name they belong together.
  const inName = stems.length > 1 ? { inName: true as const } : {}
  const own = { terms: stems, points: pointsOfWords, ...inName }
  return [{ rank: 'meaning', clause: { known: true, alternatives: [own, ...meanings] } }]
}

/** What is for all persons with a disability is for children too, though after what is for children alone. */
const widerGroups: Readonly<Record<string, string>> = {
  'group:children_with_disabilities': 'group:persons_with_disabilities',
  'group:children_blind': 'group:blind',
}

function toAlternatives(find: string[][]): Alternative[] {
  const written = new Set(find.map((terms) => terms.join()))
  const wider = find
    .map((terms) => terms.map((term) => widerGroups[term] ?? term))
    .filter((terms) => !written.has(terms.join()))
  const named = find.map((terms, index) => ({ terms, points: pointsOfMeanings[index] ?? leastPoints }))
  return [...named, ...wider.map((terms) => ({ terms, points: leastPoints }))]
}

function takeWord(reading: Reading, { word, stem: stemmed }: QueryWord, isTerm: (stemmed: string) => boolean): Found[] {
  if (isSilent(stemmed)) return []
  const isSmall = isLight(stemmed)
  const hinted = isSmall ? null : meaningHintedBy(stemmed)
  if (hinted !== null) {
    const meanings = toAlternatives(hinted)
    const own = { terms: [stemmed], points: pointsOfWords }
    return [{ rank: 'hint', clause: { alternatives: [own, ...meanings] } }]
  }
  if (isTerm(stemmed)) {
    const clause = { alternatives: [{ terms: [stemmed], points: pointsOfWords }] }
    return [{ rank: isSmall ? 'light' : 'word', clause }]
  }
  if (!isSmall) reading.unknown.push(word)
  return []
}
