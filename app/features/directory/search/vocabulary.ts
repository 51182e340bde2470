import { wordsOf } from './fold'
import { isParticle } from './small-words'
import { stem } from './stem'
import type { WrittenWord } from './typing-errors'
import file from './vocabulary.json'
import { writtenWords } from './words'

/** Words of violence and trafficking lead to the safe place, words of other danger to the emergency numbers. */
export type Urgent = 'violence' | 'danger'

/**
 * Everyday words for official terms. `find` lists what is meant, the nearest first; what stands in one list must be
 * true together. `unshown` are words people type and Pranë never writes; `whole` counts only as the whole query.
 */
type Entry = {
  find: string[][]
  urgent?: string
  sq?: string[]
  en?: string[]
  unshown?: string[]
  whole?: string[]
}

export type Phrase = { stems: string[]; find: string[][]; urgent: Urgent | null; whole: boolean }

export const vocabularyEntries: Entry[] = file.entries

const phrases = vocabularyEntries.flatMap((entry) => {
  const { sq = [], en = [], unshown = [], whole = [], find, urgent } = entry
  const toPhrase = (isWhole: boolean) => (text: string) => ({
    stems: contentStems(text),
    find: find.map((terms) => terms.map(toTerm)),
    urgent: (urgent as Urgent | undefined) ?? null,
    whole: isWhole,
  })
  return [...[...sq, ...en, ...unshown].map(toPhrase(false)), ...whole.map(toPhrase(true))]
})

/** Phrases by their first stem, the longest first: the longest that fits a query counts. */
const phrasesByStart = new Map<string, Phrase[]>()
for (const phrase of [...phrases].sort((a, b) => b.stems.length - a.stems.length)) {
  const [start = ''] = phrase.stems
  phrasesByStart.set(start, [...(phrasesByStart.get(start) ?? []), phrase])
}

/** All words of the vocabulary that Pranë may write, for guessing what was meant. */
export const vocabularyWords: WrittenWord[] = uniqueWords(
  vocabularyEntries.flatMap(({ sq = [], en = [] }) => [...sq, ...en]),
)

const knownStems = new Set(phrases.flatMap(({ stems }) => stems))

export function isInVocabulary(stemmed: string): boolean {
  return knownStems.has(stemmed)
}

/** The longest phrase that begins at `start`, or null. */
export function phraseAt(stems: string[], start: number): Phrase | null {
  const candidates = phrasesByStart.get(stems[start] ?? '') ?? []
  return (
    candidates.find(
      (phrase) =>
        phrase.stems.every((expected, offset) => stems[start + offset] === expected) &&
        (!phrase.whole || phrase.stems.length === stems.length),
    ) ?? null
  )
}

/** The stems of the words of a phrase or query, without the words that only join others. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isParticle(word))
    .map(stem)
}

function toTerm(written: string): string {
  return written.startsWith('word:') ? (contentStems(written.slice(5))[0] ?? '') : written
}

function uniqueWords(texts: string[]): WrittenWord[] {
  const words = new Map(texts.flatMap(writtenWords).map((word) => [word.word, word]))
  return [...words.values()].filter(({ word }) => !isParticle(word))
}
