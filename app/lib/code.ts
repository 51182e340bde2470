/**
 * The code by which a person follows what they sent: 13 digits, twelve drawn by lot and a check digit, said and shown
 * 3 3 3 4. Digits alone can be read aloud in any language, typed on any phone and written by people who write little.
 */
export type Code = string & { readonly isCode: unique symbol }

const length = 13

/**
 * H. Michael Damm, Total anti-symmetrische Quasigruppen, Marburg 2004: every single wrong digit and every two
 * neighbours that changed places give another check digit.
 */
const quasigroup = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

/** The check digit of digits; of digits that end with their check digit it is 0. */
export function checkDigit(digits: string): number {
  let interim = 0
  for (const digit of digits) interim = quasigroup[interim]?.[Number(digit)] ?? Number.NaN
  return interim
}

/**
 * A new code.
 *
 * @param drawDigit a digit 0–9, each as likely as the others and not to be foreseen: `randomInt(10)` of node:crypto
 */
export function drawCode(drawDigit: () => number): Code {
  const drawn = Array.from({ length: length - 1 }, drawDigit).join('')
  return `${drawn}${checkDigit(drawn)}` as Code
}

/** As it is shown, printed and read aloud: "123 456 789 0123", with spaces that keep it on one line. */
export function formatCode(code: Code): string {
  return code.replace(/^(\d{3})(\d{3})(\d{3})(\d{4})$/, '$1\u00a0$2\u00a0$3\u00a0$4')
}

export type ReadCode =
  | { kind: 'code'; code: Code }
  /** Too few or too many digits; `digits` says how many were typed. */
  | { kind: 'length'; digits: number }
  /** A digit is wrong, or two changed places: no need to look anything up. */
  | { kind: 'check' }

/**
 * A code as people type it: with spaces, hyphens or dots where they like, digits of any script, the letters O and l for
 * the digits they look like. Words are passed over.
 */
export function readCode(text: string): ReadCode {
  const parts = text
    .normalize('NFKC')
    .slice(0, 200)
    .split(/\s+/)
    .filter((part) => /\p{Nd}/u.test(part))
  const digits = [...parts.join('')].map(digitOf).join('')
  if (digits.length !== length) return { kind: 'length', digits: digits.length }
  return checkDigit(digits) === 0 ? { kind: 'code', code: digits as Code } : { kind: 'check' }
}

function digitOf(character: string): string {
  if (/[oO]/.test(character)) return '0'
  if (/[lI|]/.test(character)) return '1'
  if (/\d/.test(character)) return character
  // The decimal digits of every other script stand in runs of ten that begin with its zero.
  if (!/\p{Nd}/u.test(character)) return ''
  let zero = character.codePointAt(0) ?? 0
  const value = zero
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && value - zero < 9) zero -= 1
  return String((value - zero) % 10)
}
