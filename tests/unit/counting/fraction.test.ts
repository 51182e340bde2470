import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  formatFraction,
  fraction,
  gcd,
  multiply,
  parseDecimal,
  toDouble,
} from '~/features/budget/counting/fraction'

describe('fraction', () => {
  it('is kept in lowest terms with a positive denominator', () => {
    expect(fraction(6n, -4n)).toEqual({ p: -3n, q: 2n })
    expect(fraction(0n, 7n)).toEqual({ p: 0n, q: 1n })
  })

  it('refuses the denominator 0', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError)
  })

  it('adds, multiplies and compares exactly where doubles cannot', () => {
    const third = fraction(1n, 3n)
    expect(add(add(third, third), third)).toEqual(fraction(1n))
    expect(multiply(fraction(1n, 10n), fraction(3n))).toEqual(fraction(3n, 10n))
    expect(compare(fraction(10n ** 30n + 1n, 10n ** 30n), fraction(1n))).toBe(1)
    expect(compare(third, fraction(2n, 6n))).toBe(0)
    expect(compare(fraction(-1n), fraction(0n))).toBe(-1)
  })

  it('is written as n or p/q', () => {
    expect(formatFraction(fraction(8n, 2n))).toBe('4')
    expect(formatFraction(fraction(25000n, 21n))).toBe('25000/21')
  })

  it('finds the greatest common divisor of any signs', () => {
    expect(gcd(-12n, 18n)).toBe(6n)
    expect(gcd(0n, 5n)).toBe(5n)
  })
})

describe('toDouble', () => {
  it.each([
    [1n, 3n, 1 / 3],
    [2n ** 80n + 1n, 2n ** 79n, 2],
    [7n, 1n, 7],
    [0n, 9n, 0],
    [123456789n, 1000n, 123456.789],
  ])('%d/%d is the nearest double or its neighbour', (p, q, expected) => {
    expect(Math.abs(toDouble(p, q) - expected)).toBeLessThanOrEqual(expected * 2 ** -52)
  })

  it('takes parts that are far beyond a double', () => {
    const huge = 3n ** 3000n
    expect(toDouble(huge * 5n, huge * 4n)).toBe(1.25)
    expect(toDouble(huge, huge * 10n ** 200n)).toBeCloseTo(0, 10)
  })
})

describe('parseDecimal', () => {
  it('reads whole and decimal numbers exactly', () => {
    expect(parseDecimal('216829.41')).toEqual(fraction(21682941n, 100n))
    expect(parseDecimal('12.50')).toEqual(fraction(25n, 2n))
  })

  it.each(['', '1,5', '-1', '1e3', '.5', '5.', ' 5', '0x10'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })
})
