import { wordsOf } from './fold'
import persons from './persons.json'
import situations from './situations.json'
import { isLight, isParticle } from './small-words'
import { apart, stem } from './stem'
import type { WrittenWord } from './typing-errors'
import { isStrongWord } from './urgent-words'
import file from './vocabulary.json'
import { writtenWords } from './words'

/** Words of violence and trafficking lead to the safe place, words of other danger to the emergency numbers. */
export type Urgent = 'violence' | 'danger'

/**
 * Everyday words for official terms. `find` lists what is meant, the nearest first; what stands in one list must be
 * true together. `unshown` are words people type and Pranë never writes; `whole` counts only as the whole query.
 * `soft` entries say whom it is for: what suits them comes first, and the rest stays. `outside` are words of what no
 * service gives. In a phrase, “@child” stands for each of the words for a child (`phraseClasses`).
 */
type Entry = {
  find: string[][]
  urgent?: string
  soft?: boolean
  outside?: boolean
  sq?: string[]
  en?: string[]
  unshown?: string[]
  whole?: string[]
}

export type Phrase = {
  stems: string[]
  find: string[][]
  urgent: Urgent | null
  whole: boolean
  soft: boolean
  outside: boolean
}

export const vocabularyEntries: Entry[] = [...file.entries, ...situations.entries, ...persons.entries]

/** Words that a phrase may name together, as “@child”. */
const phraseClasses: Record<string, string[]> = persons.classes

/** The phrases that a text of the vocabulary stands for, as stems. */
export function stemsOfPhrases(text: string): string[][] {
  return text.split(' ').reduce<string[][]>(
    (phrases, word) => {
      const ways = word.startsWith('@') ? (phraseClasses[word.slice(1)] ?? []) : [word]
      return phrases.flatMap((phrase) => ways.map((way) => [...phrase, ...contentStems(way)]))
    },
    [[]],
  )
}

const phrases = vocabularyEntries.flatMap((entry) => {
  const { sq = [], en = [], unshown = [], whole = [], find, urgent, soft = false, outside = false } = entry
  const toPhrases = (isWhole: boolean) => (text: string) =>
    stemsOfPhrases(text).map((stems) => ({
      stems,
      find: find.map((terms) => terms.map(toTerm)),
      urgent: (urgent as Urgent | undefined) ?? null,
      whole: isWhole,
      soft,
      outside,
    }))
  return [...[...sq, ...en, ...unshown].flatMap(toPhrases(false)), ...whole.flatMap(toPhrases(true))]
})

/** Phrases by their first stem, the longest first: the longest that fits a query counts. */
const phrasesByStart = new Map<string, Phrase[]>()
for (const phrase of [...phrases].sort((a, b) => b.stems.length - a.stems.length)) {
  const [start = ''] = phrase.stems
  const others = phrasesByStart.get(start)
  if (others) others.push(phrase)
  else phrasesByStart.set(start, [phrase])
}

/** All words of the vocabulary that Pranë may write, for guessing what was meant. */
export const vocabularyWords: WrittenWord[] = uniqueWords(
  vocabularyEntries.flatMap(({ sq = [], en = [] }) => [...sq, ...en].map((text) => text.replace(/@\w+/g, ''))),
)

const knownStems = new Set(phrases.flatMap(({ stems }) => stems))

const urgentStems = new Set(phrases.flatMap(({ stems, urgent }) => (urgent && stems.length === 1 ? stems : [])))

/** Whether a word alone leads to the numbers. */
export function isUrgentWord({ word, stem: stemmed }: Pick<WrittenWord, 'word' | 'stem'>): boolean {
  return isStrongWord(word) || urgentStems.has(stemmed)
}

export function isInVocabulary(stemmed: string): boolean {
  return knownStems.has(stemmed)
}

/** What each word of a phrase means, where all phrases that have it mean the same; otherwise null. */
const hints = new Map<string, string[][] | null>()
for (const { stems, find, soft, urgent } of phrases) {
  const meaning = soft || urgent !== null || find.length === 0 ? null : find
  for (const one of stems) hints.set(one, hints.has(one) && !isSame(hints.get(one), meaning) ? null : meaning)
}

function isSame(a: string[][] | null | undefined, b: string[][] | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What is probably meant by a word that stands in phrases of one meaning only, without the rest of them. */
export function meaningHintedBy(stemmed: string): string[][] | null {
  return hints.get(stemmed) ?? null
}

/** So many words that say little may stand between two words of a phrase. */
const widestGap = 3

/**
 * The longest phrase that begins at `start`, with the places of its words, or null. Between them may stand words that
 * say little or whom it is for: “nuk [më] flet”, “s'ka kush [e] mban [nënën]”.
 */
export function phraseAt(stems: string[], start: number): { phrase: Phrase; at: number[] } | null {
  for (const phrase of phrasesByStart.get(stems[start] ?? '') ?? []) {
    const at = placesOf(phrase.stems, stems, start)
    if (at !== null && (!phrase.whole || phrase.stems.length === stems.length)) return { phrase, at }
  }
  return null
}

function placesOf(expected: string[], stems: string[], start: number): number[] | null {
  const at = [start]
  for (const next of expected.slice(1)) {
    const from = (at.at(-1) ?? start) + 1
    let place = from
    while (stems[place] !== next && place - from < widestGap && isSkipped(stems[place])) place++
    if (stems[place] !== next) return null
    at.push(place)
  }
  return at
}

const softStems = new Set(phrases.filter(({ soft }) => soft).flatMap(({ stems }) => (stems.length === 1 ? stems : [])))

const isSkipped = (stemmed: string | undefined) => stemmed !== undefined && (isLight(stemmed) || softStems.has(stemmed))

/** The stems of the words of a phrase or query, without the words that only join others. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .flatMap(apart)
    .filter((word) => !isParticle(word))
    .map(stem)
}

function toTerm(written: string): string {
  return written.startsWith('word:') ? (contentStems(written.slice(5))[0] ?? '') : written
}

function uniqueWords(texts: string[]): WrittenWord[] {
  const words = new Map(texts.flatMap(writtenWords).map((word) => [word.word, word]))
  return [...words.values()].filter(({ word }) => !isParticle(word) && apart(word).length === 1)
}
