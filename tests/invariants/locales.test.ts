import { describe, expect, test } from 'vitest'
import { accessFeatures, serviceLanguages } from '../../app/features/directory/facts'
import { helpKinds } from '../../app/features/directory/help-kinds'
import { inLanguage, isEasy, languageOf, registers, twinOf, type Register } from '../../app/i18n/registers'
import { statement } from '../../app/lib/accessibility-statement'
import { settingChoices } from '../../app/lib/settings'
import { siteLinks } from '../../app/paths'
import { inventoryIds } from '../../app/server/data-inventory.server'
import type { Section } from '../../app/ui/sections'
import { loadSeedFiles } from '../../prisma/seed/index'
import { stringsIn, texts, type Leaf } from '../support/texts'
import { findTextUses } from '../support/text-uses'

const keysOf = (register: Register) => [...texts[register].keys()].sort()
const strings = (register: Register) =>
  [...texts[register]].flatMap(([key, leaf]) => stringsIn(leaf).map((text) => ({ key, text })))
const placeholders = (leaf: Leaf) =>
  [...new Set(stringsIn(leaf).flatMap((text) => text.match(/\{\{\w+\}\}/g) ?? []))].sort()

/** Namespaces of the pages behind the sign-in. */
const staffOnly = /^(account|desk[a-z-]*):/

/** The names of languages stand in their own language everywhere. */
const inTheirOwnLanguage = /^settings:register\./

describe.each(registers)('%s', (register) => {
  const language = languageOf(register)

  test('has the keys of every other register; the staff’s pages have no easy-read twin', () => {
    const expected = isEasy(register) ? keysOf('sq').filter((key) => !staffOnly.test(key)) : keysOf('sq')
    expect(keysOf(register)).toEqual(expected)
  })

  test('has both forms of every plural', () => {
    const keys = keysOf(register)
    for (const key of keys.filter((name) => /_(zero|one|other)$/.test(name))) {
      for (const form of ['one', 'other']) expect(keys).toContain(key.replace(/_(zero|one|other)$/, `_${form}`))
    }
  })

  test('has the placeholders of its other language', () => {
    const other = texts[inLanguage(register, language === 'sq' ? 'en' : 'sq')]
    for (const [key, leaf] of texts[register])
      expect(placeholders(leaf), key).toEqual(placeholders(other.get(key) ?? ''))
  })

  test('has lists as long, and of the same pictures and pages, as its other language', () => {
    const other = texts[inLanguage(register, language === 'sq' ? 'en' : 'sq')]
    for (const [key, leaf] of texts[register]) expect(shapeOf(leaf), key).toEqual(shapeOf(other.get(key)))
  })

  test('has no empty text and none with spaces at its ends', () => {
    expect(strings(register).filter(({ text }) => text === '' || text !== text.trim() || /\s{2}/.test(text))).toEqual(
      [],
    )
  })

  test('has balanced tags, placeholders and quotation marks', () => {
    expect(strings(register).filter(({ text }) => !isBalanced(text))).toEqual([])
  })

  test('is in its language', () => {
    const foreign = language === 'sq' ? englishWords : albanianWords
    const found = strings(register).filter(
      ({ key, text }) => !inTheirOwnLanguage.test(key) && foreign.test(text.replace(/\{\{\w+\}\}/g, '')),
    )
    expect(found).toEqual([])
  })

  test('has no word that hurts or says nothing', () => {
    expect(strings(register).filter(({ text }) => [...derogatory, ...banned].some((word) => word.test(text)))).toEqual(
      [],
    )
  })

  test('links in prose lead to pages that exist', () => {
    const sections = [...texts[register]]
      .filter(([key]) => key.endsWith(':sections'))
      .map(([, leaf]) => leaf as Section[])
    const led = sections.flat().flatMap(({ blocks }) => blocks.flatMap(({ link }) => (link ? [link.to] : [])))
    expect(led.filter((page) => !Object.hasOwn(siteLinks(register), page))).toEqual([])
  })

  test('links say where they lead', () => {
    const inLinks = findTextUses().filter(({ inLink }) => inLink)
    expect(inLinks.length).toBeGreaterThan(10)
    const linked = [...texts[register]].flatMap(([key, leaf]) => {
      if (key.endsWith(':sections'))
        return (leaf as Section[]).flatMap(({ blocks }) => blocks.map(({ link }) => link?.text))
      return inLinks.some(({ pattern }) => pattern.test(withoutPlural(key))) ? stringsIn(leaf) : []
    })
    expect(linked.filter((text) => text !== undefined && vagueLink.test(text))).toEqual([])
  })
})

/** The code gives both registers the same values; an easy text may leave one out, but cannot ask for more. */
test.each(registers.filter(isEasy))('%s asks for no placeholder that its standard twin does not have', (register) => {
  const standard = texts[twinOf(register)]
  for (const [key, leaf] of texts[register]) {
    const known = placeholders(standard.get(key) ?? '')
    expect(
      placeholders(leaf).filter((name) => !known.includes(name)),
      key,
    ).toEqual([])
  }
})

test.each(['sq', 'sq-simple'] as const)('%s says “ju”', (register) => {
  expect(strings(register).filter(({ text }) => familiar.test(text) || familiarOrder.test(text))).toEqual([])
})

describe('texts and the code', () => {
  const uses = findTextUses()
  const keys = keysOf('sq')

  test('every text that the code names exists', () => {
    const names = new Set(keys.map(withoutPlural))
    const missing = uses.filter(({ literal, pattern }) =>
      literal ? !names.has(literal) : ![...names].some((name) => pattern.test(name)),
    )
    expect(missing.map(({ place, pattern }) => `${place}: ${pattern.source}`)).toEqual([])
  })

  test('every text is used', () => {
    expect(keys.filter((key) => !uses.some(({ pattern }) => pattern.test(withoutPlural(key))))).toEqual([])
  })

  /** What the code names by a computed part, against the lists that part comes from. */
  const seed = loadSeedFiles()
  const types = seed.serviceTypes.map(({ code }) => code)
  test.each([
    ['directory:type.', types],
    ['directory:typeLines.', types],
    ['directory:group.', seed.targetGroups.filter(({ isPublic }) => isPublic).map(({ code }) => code)],
    ['kinds:name.', helpKinds],
    ['facts:feature.', accessFeatures],
    ['facts:language.', serviceLanguages],
    ['privacy:item.', inventoryIds()],
    ['accessibility:failure.', statement.failures.map(({ id }) => id)],
    ['settings:', [...Object.keys(settingChoices), 'register']],
    ['settings:register.', ['title', ...registers]],
    ['emergency:line.', seed.helpLines.slice(0, 5).map(({ number }) => number)],
  ] as const)('%s* has a text for each entry and no other', (prefix, entries) => {
    const named = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
    const groups = named
      .filter((name) => prefix !== 'settings:' || name.includes('.'))
      .map((name) => name.split('.')[0])
    expect([...new Set(groups)].sort()).toEqual([...entries].sort())
  })

  test.each(Object.entries(settingChoices))('settings:%s has a text for each choice and no other', (name, choices) => {
    const prefix = `settings:${name}.`
    const named = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
    expect(named.sort()).toEqual(['title', ...choices].sort())
  })
})

function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|other)$/, '')
}

/** Lengths of lists, and the names in them that are for the program. */
function shapeOf(leaf: unknown): unknown {
  if (Array.isArray(leaf)) return leaf.map(shapeOf)
  if (leaf === null || typeof leaf !== 'object') return typeof leaf
  return Object.fromEntries(
    Object.entries(leaf).map(([name, value]) => [name, ['picture', 'to'].includes(name) ? value : shapeOf(value)]),
  )
}

function isBalanced(text: string): boolean {
  const count = (part: string) => text.split(part).length - 1
  const tags = [...text.matchAll(/<(\/?)([a-z]\w*)[^<>]*?(\/?)>/g)].filter(([, , , selfClosing]) => !selfClosing)
  const open: string[] = []
  for (const [, closing, name] of tags) {
    if (!closing) open.push(name ?? '')
    else if (open.pop() !== name) return false
  }
  const withoutTags = text.replace(/<[^<>]*>/g, '')
  const withoutPlaceholders = withoutTags.replace(/\{\{\w+\}\}/g, '')
  return (
    open.length === 0 &&
    !/[<>{}]/.test(withoutPlaceholders) &&
    count('“') === count('”') &&
    count('(') === count(')') &&
    !/["']/.test(withoutPlaceholders) // typographic marks only: “ ” ’
  )
}

/** One of these is enough: no word of the other language is spelled so. */
const englishWords = words('the and you your with this that are from what where when not have has for of is it our')
const albanianWords = words('dhe për është janë që nuk ju një të këtu nga tuaj tuaja jush çfarë ku si')

/** Standard Albanian speaks to the reader as "ju". These are forms of "ti". */
const familiar = words('ti ty tënde tënd tëndin tënden yt jot jote')
const familiarOrder = new RegExp(
  `^(${'shko kliko trego vazhdo ruaj gjej zgjidh shiko shih lexo kërko dërgo hap shtyp pyet thuaj telefono printo provo'.split(' ').join('|')})(?!\\p{L})`,
  'iu',
)

/** Words for Roma and Egyptians that hurt, in every ending. Say: rom, rome, egjiptian, egjiptiane. */
const derogatory = 'arixhi gabel magjup kurbat evgjit jevg qifto cergetar çergetar gypsy'
  .split(' ')
  .map((word) => new RegExp(`(?<!\\p{L})${word}`, 'iu'))

/** "Invalid" is a word for forms, never for people or what they typed; nobody has to be begged or told to click. */
const banned = [
  /(?<!\p{L})invalid/iu,
  /(?<!\p{L})[ie] pavlefsh/iu,
  /ju lutem/iu,
  /kliko/iu,
  /click here/iu,
  /(?<!\p{L})please(?!\p{L})/iu,
]

const vagueLink =
  /^(më shumë|këtu|kliko këtu|lexo(ni)? më shumë|shih(ni)?|hap(ni)?|more|here|click here|read more|see|open|link)[.…]?$/iu

function words(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}’])(${list.split(' ').join('|')})(?![\\p{L}’])`, 'iu')
}
