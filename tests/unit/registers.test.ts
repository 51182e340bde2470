import { describe, expect, test } from 'vitest'
import {
  chooseRegister,
  inLanguage,
  isEasy,
  isRegister,
  languageOf,
  pathInRegister,
  registerInPath,
  registers,
  twinOf,
} from '../../app/i18n/registers'

test('each language has two registers', () => {
  expect(registers).toEqual(['sq', 'sq-simple', 'en', 'en-simple'])
  for (const register of registers) {
    expect(twinOf(twinOf(register))).toBe(register)
    expect(isEasy(twinOf(register))).toBe(!isEasy(register))
    expect(languageOf(twinOf(register))).toBe(languageOf(register))
    expect(inLanguage(register, languageOf(register))).toBe(register)
  }
  expect(inLanguage('sq-simple', 'en')).toBe('en-simple')
  expect(inLanguage('en', 'sq')).toBe('sq')
})

test.each(['SQ', 'sq-', 'sq-Simple', 'simple', 'el', '', ' sq', 'constructor', null, undefined, 1, ['sq']])(
  '%j is no register',
  (value) => expect(isRegister(value)).toBe(false),
)

describe('a path', () => {
  test.each([
    ['/sq', 'sq'],
    ['/sq/', 'sq'],
    ['/en-simple/services/x', 'en-simple'],
    ['/', null],
    ['', null],
    ['/sqx/help', null],
    ['/services/sq', null],
    ['//sq', null],
    ['/__proto__', null],
  ])('%j names the register %j', (path, register) => expect(registerInPath(path)).toBe(register))

  test.each([
    ['/sq/services/qendra', 'en', '/en/services/qendra'],
    ['/sq', 'sq-simple', '/sq-simple'],
    ['/sq/', 'en', '/en'],
    ['/', 'en', '/en'],
    ['/nowhere', 'sq', '/sq/nowhere'],
    ['/en-simple/a/b/', 'sq', '/sq/a/b'],
    ['//evil.example', 'sq', '/sq//evil.example'],
    ['/sq//evil.example', 'en', '/en//evil.example'],
  ] as const)('%s in %s is %s', (path, register, expected) => {
    expect(pathInRegister(path, register)).toBe(expected)
    expect(new URL(pathInRegister(path, register), 'http://prane.example').host).toBe('prane.example')
  })
})

describe('the register of a reader who names none', () => {
  test('the stored choice comes first', () => {
    expect(chooseRegister('en-simple', 'sq')).toBe('en-simple')
    expect(chooseRegister('xx', 'en')).toBe('en')
    expect(chooseRegister('', null)).toBe('sq')
  })

  test.each([
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['sq-AL,en;q=0.9', 'sq'],
    ['it,de;q=0.9,en;q=0.5', 'en'],
    ['en;q=0.3, sq;q=0.8', 'sq'],
    ['en;q=0.3,sq;q=0.3', 'en'],
    ['en;q=0', 'sq'],
    ['it', 'sq'],
    ['*', 'sq'],
    ['', 'sq'],
    [';;;,,,q=1', 'sq'],
    ['en;q=abc', 'en'],
    ['en;q=.', 'sq'],
    ['constructor,__proto__', 'sq'],
    [`${'x,'.repeat(400)}en`, 'sq'],
  ])('of the browser’s languages %j it is %s', (header, register) => {
    expect(chooseRegister(undefined, header)).toBe(register)
  })

  test('a header of any length is read quickly', () => {
    const started = performance.now()
    chooseRegister(undefined, 'en;q=0.1,'.repeat(1_000_000))
    expect(performance.now() - started).toBeLessThan(500)
  })
})
