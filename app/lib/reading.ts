import { lix } from './easy-read'

/** How a text reads. `lix` is Björnsson's measure: below 40 most people read a text easily. */
export type Reading = { words: number; sentences: number; longest: number; lix: number }

/** The sentences of a text; a line ends one. */
export function sentencesIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => line.split(/(?<=[.!?…])\s+/))
    .filter((sentence) => /\p{L}/u.test(sentence))
}

/** Counts of a text: its words, its sentences, the words of its longest sentence, and LIX. */
export function readingOf(text: string): Reading {
  const sentences = sentencesIn(text)
  return {
    words: wordsIn(text),
    sentences: sentences.length,
    longest: Math.max(0, ...sentences.map(wordsIn)),
    lix: Math.round(lix(text)),
  }
}

const wordsIn = (part: string): number => part.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0
