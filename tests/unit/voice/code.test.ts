import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, drawCode, formatCode, readCode, type Code } from '../../../app/features/voice/code'

const digit = fc.integer({ min: 0, max: 9 })
const codes = fc.array(digit, { minLength: 12, maxLength: 12 }).map((digits) => drawCode(() => digits.shift() ?? 0))

describe('the check digit', () => {
  test('is that of the published example', () => expect(checkDigit('572')).toBe(4))

  test('of digits and their check digit is 0', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,30}$/), (digits) => {
        expect(checkDigit(`${digits}${checkDigit(digits)}`)).toBe(0)
      }),
    )
  })

  test('tells every single wrong digit', () => {
    fc.assert(
      fc.property(codes, fc.nat(12), digit, (code, at, other) => {
        const wrong = code.slice(0, at) + String(other) + code.slice(at + 1)
        expect(readCode(wrong).kind).toBe(wrong === code ? 'code' : 'check')
      }),
    )
  })

  test('tells every two neighbours that changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(11), (code, at) => {
        const wrong = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`
        expect(readCode(wrong).kind).toBe(wrong === code ? 'code' : 'check')
      }),
    )
  })

  test('no digit twice in a row or column of its table: each of ten digits leads to another value', () => {
    for (let first = 0; first < 10; first++) {
      const row = Array.from({ length: 10 }, (_, second) => checkDigit(`${first}${second}`))
      expect(new Set(row).size).toBe(10)
    }
  })
})

describe('a code', () => {
  test('is 13 digits, shown 3 3 3 4 on one line', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^\d{13}$/)
        expect(formatCode(code)).toMatch(/^\d{3}\u00a0\d{3}\u00a0\d{3}\u00a0\d{4}$/)
        expect(formatCode(code).replace(/\D/g, '')).toBe(code)
      }),
    )
  })

  test('may begin with zeros and keeps them', () => {
    const code = drawCode(() => 0)
    expect(code).toBe('0000000000000')
    expect(readCode(formatCode(code))).toEqual({ kind: 'code', code })
  })

  test('drawn by lot hardly comes twice', () => {
    const drawn = new Set(Array.from({ length: 20_000 }, () => drawCode(() => randomInt(10))))
    expect(drawn.size).toBe(20_000)
  })
})

describe('what a person types', () => {
  const code = '1234567890123' as Code
  const arabic = [...code].map((each) => String.fromCodePoint(0x660 + Number(each))).join('')
  const bold = [...code].map((each) => String.fromCodePoint(0x1d7ce + Number(each))).join('')
  const wide = [...code].map((each) => String.fromCodePoint(0xff10 + Number(each))).join('')

  test('begins with a code that is one', () => expect(checkDigit(code)).toBe(0))

  test.each([
    code,
    '123 456 789 0123',
    '123-456-789-0123',
    ' 123.456.789.0123\n',
    '123\u00a0456\u00a0789\u00a00123',
    'Kodi: 123 456 789 0123.',
    'I23456789OI23',
    'l23 456 789 O|23',
    '12/34/56/78/90/12/3',
    arabic,
    bold,
    wide,
  ])('%j is read', (text) => expect(readCode(text)).toEqual({ kind: 'code', code }))

  test.each([
    ['', 0],
    ['nuk e kam', 0],
    ['Kodi im', 0],
    ['123 456 789 012', 12],
    ['123 456 789 01232', 14],
    ['1'.repeat(10_000), 200],
  ])('%j has %i digits, which are too few or too many', (text, digits) => {
    expect(readCode(text)).toEqual({ kind: 'length', digits })
  })

  test('is never an error of ours', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9 .-]*$/)), (text) => {
        const read = readCode(text)
        if (read.kind === 'code') expect(checkDigit(read.code)).toBe(0)
      }),
    )
  })

  test('a code is read however its digits are parted', () => {
    fc.assert(
      fc.property(codes, fc.array(fc.constantFrom(' ', '-', '.', '\t', '/'), { maxLength: 12 }), (code, between) => {
        const text = [...code].map((each, index) => each + (between[index] ?? '')).join('')
        expect(readCode(text)).toEqual({ kind: 'code', code })
      }),
    )
  })
})
