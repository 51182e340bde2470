import { fold } from '~/lib/fold'

/** Words of a query that count; those after them are left out. */
export const mostWords = 20

/** The folded words of a text. An apostrophe joins: “s'kam” is the word “skam”, as many people write it. */
export function wordsOf(text: string): string[] {
  // ´ falls apart into a space and a mark, ŉ into an apostrophe and a letter.
  const joined = fold(text.replace(/´/g, '')).replace(/['’‘`ʼ]/g, '')
  return joined.match(/[\p{L}\p{N}]+/gu) ?? []
}
