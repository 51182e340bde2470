/** An exact rational number p/q with q > 0 and gcd(p, q) = 1. */
export type Fraction = { readonly p: bigint; readonly q: bigint }

/** p/q in lowest terms. Throws RangeError when q is 0. */
export function fraction(p: bigint, q: bigint = 1n): Fraction {
  if (q === 0n) throw new RangeError('A fraction needs a denominator other than 0')
  const divisor = gcd(p, q) * (q < 0n ? -1n : 1n)
  return { p: p / divisor, q: q / divisor }
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.p * b.q + b.p * a.q, a.q * b.q)
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.p * b.p, a.q * b.q)
}

/** Negative, 0 or positive as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  return sign(a.p * b.q - b.p * a.q)
}

export function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0
}

/** "n" when whole, else "p/q". */
export function formatFraction({ p, q }: Fraction): string {
  return q === 1n ? String(p) : `${p}/${q}`
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/**
 * p/q as a double, p ≥ 0, q > 0, with a relative error of at most 2^-52: the quotient is taken to at least 64 bits and
 * rounded once. The parts may have thousands of digits, where Number(p) / Number(q) would be Infinity / Infinity.
 */
export function toDouble(p: bigint, q: bigint): number {
  if (p === 0n) return 0
  const shift = Math.max(0, bits(q) - bits(p) + 68)
  return Number((p << BigInt(shift)) / q) * 2 ** -shift
}

/** The number of binary digits, at most 3 too many. */
function bits(value: bigint): number {
  return value.toString(16).length * 4
}

/** Reads "12" or "12.50" as an exact fraction; null for anything else, as 1e3, 1,5 or -1. */
export function parseDecimal(text: string): Fraction | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) return null
  const [, whole = '', part = ''] = match
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length))
}

/** The value with the given number of places after the point, cut, never rounded up. */
export function formatDecimal({ p, q }: Fraction, places: number): string {
  const digits = String((p * 10n ** BigInt(places)) / q).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
