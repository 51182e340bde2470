/** Errors forgiven in a word: none in short ones, where another word is one letter away. */
export function allowedErrors(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/** Of four letters only a fifth that was left out is forgiven; with another first letter, one error in long words. */
function isPlausible(given: string, candidate: string, errors: number): boolean {
  if (given.length === 4 && candidate.length !== 5) return false
  return given[0] === candidate[0] || (errors === 1 && given.length > 5)
}

/**
 * Typing errors between two words: letters added, left out, changed, or two neighbours swapped.
 *
 * @returns the number, or null when it is above `limit`
 */
export function typingErrors(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const changed = Number(previous[column - 1]) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? Number(beforePrevious[column - 2]) + 1 : changed
      current.push(Math.min(changed, swapped, Number(previous[column]) + 1, Number(current[column - 1]) + 1))
    }
    if (Math.min(...current) > limit) return null
    beforePrevious = previous
    previous = current
  }
  const errors = Number(previous[b.length])
  return errors <= limit ? errors : null
}

function withoutDoubles(word: string): string {
  return word.replace(/(.)\1/g, '$1')
}

/** A folded word with its stem. */
export type KnownWord = { stem: string; word: string }

/** The same, and how it is written with its marks. */
export type WrittenWord = KnownWord & { written: string }

/**
 * The known word that was probably meant, or null: fewest errors first, then a letter that was only not doubled ("rr",
 * "ll"), then the same first letter, then the alphabet.
 * A beginning of four letters or more stands for the shortest word that begins with it.
 */
export function nearestWord<T extends KnownWord>(given: string, known: Iterable<T>): T | null {
  const limit = allowedErrors(given.length)
  if (limit === 0) return null
  const found = [...known].flatMap((candidate) => {
    const errors = typingErrors(given, candidate.word, limit)
    if (errors !== null && isPlausible(given, candidate.word, errors)) return [{ candidate, errors }]
    return candidate.word.startsWith(given) ? [{ candidate, errors: limit + candidate.word.length }] : []
  })
  const letters = withoutDoubles(given)
  const sameLetters = ({ word }: T) => Number(withoutDoubles(word) === letters)
  const sameStart = ({ word }: T) => Number(word[0] === given[0])
  found.sort(
    (a, b) =>
      a.errors - b.errors ||
      sameLetters(b.candidate) - sameLetters(a.candidate) ||
      sameStart(b.candidate) - sameStart(a.candidate) ||
      (a.candidate.word < b.candidate.word ? -1 : 1),
  )
  return found[0]?.candidate ?? null
}
