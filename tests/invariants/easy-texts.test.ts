import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isEasy, languageOf, registers, twinOf } from '../../app/i18n/registers'
import { checkEasyRead } from '../../app/lib/easy-read'
import { pictures } from '../../app/ui/pictures'
import type { Section } from '../../app/ui/sections'
import { stringsIn, texts } from '../support/texts'

const easyRegisters = registers.filter(isEasy)

/** What stands in a placeholder while a text is checked. Each is as long as its value can be expected to be. */
const sampleValues: Record<string, string> = {
  access: 'Nga rampa',
  act: 'Vendimi 12',
  age: '16',
  ballots: '360',
  month: 'maj 2026',
  needed: '30',
  office: 'Bashkia Korçë',
  other: '3',
  outcome: 'Ka shumë mundësi t’ju takojë',
  percent: '40',
  text: 'Puna filloi.',
  year: '2027',
  amount: '12 000',
  column: 'Bashkia',
  columns: 'Bashkia',
  count: '3',
  county: 'Gjirokastër',
  criterion: '', // shown in the standard register only
  date: 'dhjetor 2021',
  days: '10',
  detail: '12',
  features: 'vend parkimi për persona me aftësi të kufizuara',
  fields: 'Shkruani çfarë ju duhet',
  first: 'E hënë',
  from: '6',
  groups: 'fëmijë dhe të rinj',
  km: '35',
  languages: 'shqip, greqisht dhe romisht',
  last: 'e premte',
  limit: '1 000',
  more: '12',
  group: 'Një familje',
  notes: 'Duhet një autobus.',
  online: '120',
  paper: '60',
  reason: 'Nuk ka para.',
  time: 'ora 17:00',
  unit: 'Ura Vajgurore',
  weight: '1,5',
  won: '2',
  months: 'korrik – shtator 2026',
  municipality: 'Ura Vajgurore',
  name: 'Qendër ditore',
  names: 'Ballsh',
  number: '3',
  of: '9',
  new: '12',
  operator: 'Bashkia Korçë',
  page: '2',
  pages: '3',
  phone: '022 241 154',
  place: 'Ura Vajgurore',
  places: 'Ura Vajgurore, Berat, Kuçovë dhe Fier',
  reference: '123 456',
  row: '12',
  rows: '120',
  run: '3',
  seat: 'Ballsh',
  times: 'nga ora 8:00 deri në 16:00',
  titles: 'Rampa',
  title: 'Qendër ditore',
  to: '18',
  type: 'Qendër ditore',
  until: '31 dhjetor 2026',
  weekday: 'e mërkurë',
  words: 'Falas',
}

const named = /^(directory:(type|group|groupInSentence)\.|settings:register\.|facts:(feature|language)\.)/
const placeholdersOnly = /^[^\p{L}]*$/u

/** Names and labels are as easy as they can be: these may read the same in both registers. */
function mayEqualTwin(key: string, text: string): boolean {
  return named.test(key) || placeholdersOnly.test(text.replace(/\{\{\w+\}\}/g, ''))
}

function filled(text: string): string {
  // A gap that the office fills in before it sends: "[the date]".
  return text.replace(/\[[^\]]+\]/g, 'Bled').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = sampleValues[name]
    if (value === undefined) throw new Error(`No sample value for {{${name}}}`)
    return value
  })
}

const sections = (register: (typeof registers)[number]) =>
  [...texts[register]]
    .filter(([key]) => key.endsWith(':sections'))
    .map(([key, leaf]) => ({ key, list: leaf as Section[] }))

describe.each(easyRegisters)('%s', (register) => {
  const own = [...texts[register]]

  test('no text breaks a rule that gates', () => {
    const findings = own.flatMap(([key, leaf]) =>
      stringsIn(leaf).flatMap((text) =>
        checkEasyRead([filled(text)], languageOf(register))
          .filter(({ level }) => level === 'error')
          .map(({ rule, found }) => `${key}: ${rule}: ${found}`),
      ),
    )
    expect(findings).toEqual([])
  })

  test('every block has a picture that exists, and one to three lines', () => {
    const found = sections(register)
    expect(found.length).toBeGreaterThan(4)
    for (const { key, list } of found) {
      for (const { picture, lines } of list.flatMap(({ blocks }) => blocks)) {
        expect(Object.keys(pictures), `${key}: ${lines[0]}`).toContain(picture)
        expect(lines.length, `${key}: ${lines[0]}`).toBeGreaterThan(0)
        expect(lines.length, `${key}: ${lines[0]}`).toBeLessThanOrEqual(3)
        if (picture) expect(existsSync(`public/pictograms/${pictures[picture].file}.svg`), picture).toBe(true)
      }
    }
  })

  test('lines that are shown as one block are at most three', () => {
    const tooLong = own
      .filter(([key, leaf]) => Array.isArray(leaf) && !key.endsWith(':sections'))
      .filter(([key]) => key !== 'municipality:ask.steps') // shown as two blocks
      .filter(([key]) => !key.startsWith('replies:')) // letters, not blocks
      .filter(([key]) => !key.endsWith(':sourceSays')) // one for each source, shown apart
      .filter(([, leaf]) => blocksIn(leaf as (string | string[])[]).some((lines) => lines.length > 3))
    expect(tooLong).toEqual([])
  })

  test('no text is its standard twin', () => {
    const standard = texts[twinOf(register)]
    const same = own.flatMap(([key, leaf]) => {
      const twin = new Set(stringsIn(standard.get(key) ?? []))
      return stringsIn(leaf)
        .filter((text) => twin.has(text) && !mayEqualTwin(key, text))
        .map((text) => `${key}: ${text}`)
    })
    expect(same).toEqual([])
  })
})

/** A list of lines is one block; the steps of service:start are a list of such lists. */
function blocksIn(leaf: (string | string[])[]): string[][] {
  return leaf.every((item) => typeof item === 'string') ? [leaf] : leaf.map((item) => [item].flat())
}
