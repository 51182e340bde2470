/**
 * The letters a person without an Albanian keyboard would type: small, without marks (ë → e, ç → c, â → a, “ → nothing).
 * Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
}
