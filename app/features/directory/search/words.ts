import { wordsOf } from './fold'
import { stem } from './stem'
import type { WrittenWord } from './typing-errors'

/** The words of a text as written, small, each with its folded form and stem. */
export function writtenWords(text: string): WrittenWord[] {
  const written = text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []
  return written.flatMap((own) => wordsOf(own).map((word) => ({ written: own, word, stem: stem(word) })))
}
