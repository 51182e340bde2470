import { describe, expect, test } from 'vitest'
import {
  checkEasyRead,
  lix,
  maxLix,
  maxWordsInSentence,
  type EasyLanguage,
  type EasyReadOptions,
  type Finding,
} from '../../app/lib/easy-read'

/** Rules broken by one line, errors first. */
const broken = (line: string, language: EasyLanguage, options?: EasyReadOptions) =>
  checkEasyRead([line], language, options).map(({ rule }) => rule)

const errors = (findings: Finding[]) => findings.filter(({ level }) => level === 'error')

const goodAlbanian = [
  'Pranë ju tregon ku ka ndihmë.',
  'Ndihma mund të jetë një qendër.',
  'Shkoni te punonjësi.',
  'Ai punon për bashkinë.',
  'Merrni numrin 116 111.',
  'Ejani në orën 9:00.',
  'I ruajtëm zgjedhjet tuaja.',
  'E mërkurë, 4 mars 2026',
  'Ju merrni 12 000 lekë çdo muaj.',
]

const goodEnglish = [
  'Pranë shows you where there is help.',
  'I live in Korçë.',
  'Phone 112 at once.',
  'Phone 116 111.',
  'The office opens at 9:00.',
  'You may say no.',
  'Say: I want a safe place.',
  'Wednesday, 4 March 2026',
  'Vitamin C is good for you.',
]

describe('good samples have no finding', () => {
  test.each(goodAlbanian)('sq: %s', (line) => {
    expect(checkEasyRead([line], 'sq')).toEqual([])
  })

  test.each(goodEnglish)('en: %s', (line) => {
    expect(checkEasyRead([line], 'en')).toEqual([])
  })

  test('whole, they stay under the limit of LIX', () => {
    expect(lix(goodAlbanian.join('\n'))).toBeLessThan(maxLix.sq)
    expect(lix(goodEnglish.join('\n'))).toBeLessThan(maxLix.en)
  })
})

describe('bad samples', () => {
  test('an Albanian one, as offices write', () => {
    const line =
      'Sipas VKM nr. 182, datë 26.2.2020 (neni IV), 3 % e përfituesve, të cilët janë regjistruar, etj., ' +
      'nuk lejohen të paraqiten pa dokumentacionin përkatës në njësinë administrative. Kërkesa shqyrtohet.'
    const found = checkEasyRead([line], 'sq')
    expect(errors(found).map(({ rule }) => rule)).toEqual([
      'long-sentence',
      'several-sentences',
      'percent',
      'roman-numeral',
      'numeric-date',
      'abbreviation',
      'capitals',
      'brackets',
    ])
    expect(found.slice(8).map(({ rule }) => rule)).toEqual(['commas', 'long-word', 'passive', 'double-negative'])
  })

  test('an English one', () => {
    const line =
      'Pursuant to DCM no. 182 of 26/02/2020 (part III), 3 percent of beneficiaries, which are registered, etc., ' +
      'cannot be assessed without documentation that was provided beforehand. See below.'
    expect(checkEasyRead([line], 'en').map(({ rule }) => rule)).toEqual([
      'long-sentence',
      'several-sentences',
      'percent',
      'roman-numeral',
      'numeric-date',
      'abbreviation',
      'capitals',
      'brackets',
      'clauses',
      'commas',
      'long-word',
      'passive',
      'double-negative',
      'lix',
    ])
  })
})

describe('a finding says where and what', () => {
  test('the line is counted from 0, the words are the text’s own', () => {
    expect(checkEasyRead(['Shkoni te zyra.', 'Merrni 50 % të parave.'], 'sq')).toEqual([
      { level: 'error', rule: 'percent', found: '%', line: 1 },
    ])
  })

  test('the whole text has no line', () => {
    const line = 'Administratori shqyrton dokumentacionin përkatës.'
    const found = checkEasyRead(Array<string>(8).fill(line), 'sq').find(({ rule }) => rule === 'lix')
    expect(found).toMatchObject({ level: 'warning', line: null })
    expect(Number(found?.found)).toBeGreaterThan(maxLix.sq)
  })

  test('nothing to read, nothing to say', () => {
    expect(checkEasyRead([], 'sq')).toEqual([])
    expect(checkEasyRead(['', '   ', '–', '…'], 'en')).toEqual([])
  })
})

describe('sentences', () => {
  const words = (count: number) => Array<string>(count).fill('fjalë').join(' ')

  test('fifteen words are the most', () => {
    expect(maxWordsInSentence).toBe(15)
    expect(broken(words(15), 'sq')).toEqual([])
    expect(broken(words(16), 'sq')).toEqual(['long-sentence'])
    expect(broken(words(16), 'en')).toEqual(['long-sentence'])
  })

  test('the limit is for a sentence, not for a line', () => {
    expect(broken(`${words(10)}. Edhe ${words(9)}.`, 'sq')).toEqual(['several-sentences'])
  })

  test('an apostrophe does not part a word, a hyphen does', () => {
    expect(broken(`${words(14)} t’lexoj`, 'sq')).toEqual([])
    expect(broken(`${words(14)} e-mail`, 'sq')).toEqual(['long-sentence'])
  })

  test.each([
    ['Shkoni. Pyesni.', 'sq'],
    ['Ku? Këtu.', 'sq'],
    ['Stop! Ask first.', 'en'],
    ['Ask “why”. Then go.', 'en'],
    ['Go there.\nAsk.', 'en'],
    ['Phone 112. I wait.', 'en'],
  ] as const)('more than one: %j', (line, language) => {
    expect(broken(line, language)).toEqual(['several-sentences'])
  })

  test.each([
    ['Thoni: dua një vend të sigurt.', 'sq'],
    ['Qendër ditore, Korçë', 'sq'],
    ['It costs 1.50 a day.', 'en'],
    ['What next?!', 'en'],
    ['Wait…', 'en'],
    ['Open prane.example.', 'en'],
  ] as const)('one: %j', (line, language) => {
    expect(broken(line, language)).toEqual([])
  })
})

describe('numbers', () => {
  test.each([
    ['Merrni 50% më pak.', 'sq'],
    ['Merrni 50 % më pak.', 'sq'],
    ['Merrni 5 ‰ më pak.', 'sq'],
    ['Paguani dhjetë për qind.', 'sq'],
    ['Paguani dhjetë përqind.', 'sq'],
    ['You pay ten percent.', 'en'],
    ['You pay ten per cent.', 'en'],
  ] as const)('a part of hundred: %s', (line, language) => {
    expect(broken(line, language)).toEqual(['percent'])
  })

  test.each(['A person per century.', 'A percentile.'])('no part of hundred: %s', (line) => {
    expect(broken(line, 'en')).toEqual([])
  })

  test.each([
    ['04.03.2026', 'sq'],
    ['4.3.26', 'sq'],
    ['Deri më 4/3/2026', 'sq'],
    ['Until 04-03-2026.', 'en'],
    ['Seen 2026-03-04', 'en'],
    ['Seen 2026-03', 'en'],
  ] as const)('a date in digits: %s', (line, language) => {
    expect(broken(line, language)).toEqual(['numeric-date'])
  })

  test.each([
    'ora 9:00',
    '116 111',
    '112',
    '069 12 34 567',
    '0800 10 10',
    '12 000 lekë',
    '1.5 orë',
    'viti 2026',
    '2026-99',
  ])('no date: %s', (line) => {
    expect(broken(line, 'sq')).toEqual([])
  })

  test.each([
    ['kapitulli IV', 'sq'],
    ['Klasa V', 'sq'],
    ['shkalla I', 'sq'],
    ['Grade XII', 'en'],
    ['part X', 'en'],
  ] as const)('a Roman numeral: %s', (line, language) => {
    expect(broken(line, language)).toEqual(['roman-numeral'])
  })

  test.each([
    ['I ruajtëm.', 'sq'],
    ['Këtu: I ri', 'sq'],
    ['V', 'sq'],
    ['You and I go.', 'en'],
    ['Then I’m here.', 'en'],
    ['Group C is here.', 'en'],
    ['An X-ray is a picture.', 'en'],
  ] as const)('no Roman numeral: %s', (line, language) => {
    expect(broken(line, language)).toEqual([])
  })
})

describe('short forms and signs', () => {
  test.each([
    ['Shkolla nr. 4', 'sq'],
    ['Fëmijë dhe të rinj, etj.', 'sq'],
    ['Fëmijë etj', 'sq'],
    ['Ushqim, p.sh. bukë', 'sq'],
    ['Kjo dmth. atje', 'sq'],
    ['Kjo d.m.th. atje', 'sq'],
    ['Tel. 112', 'sq'],
    ['Sh.p.k. këtu', 'sq'],
    ['Food, e.g. bread', 'en'],
    ['Food, etc.', 'en'],
    ['Food i.e. bread', 'en'],
    ['House no. 4', 'en'],
    ['Ask Mr. Hoxha', 'en'],
    ['The U.N. is here', 'en'],
  ] as const)('an abbreviation: %s', (line, language) => {
    expect(broken(line, language)).toEqual(['abbreviation'])
  })

  test.each([
    ['You may say no.', 'en'],
    ['He was the best.', 'en'],
    ['Hotel.', 'en'],
    ['Ky është numri.', 'sq'],
    ['Ai bën art.', 'sq'],
  ] as const)('no abbreviation: %s', (line, language) => {
    expect(broken(line, language)).toEqual([])
  })

  test.each([
    ['Kërkoni NJVNR.', 'sq'],
    ['DIKUSH ju dëgjon.', 'sq'],
    ['Hapni e-ID.', 'sq'],
    ['Take the PDFs.', 'en'],
    ['ÇË', 'sq'],
  ] as const)('capitals: %s', (line, language) => {
    expect(broken(line, language)).toEqual(['capitals'])
  })

  test.each(['A', 'Dh', 'OpenMoji', 'GeoNames', 'Ura Vajgurore'])('no capitals: %s', (line) => {
    expect(broken(line, 'sq')).toEqual([])
  })

  test.each(['Bashkia (zyra)', 'Bashkia [zyra]', 'Bashkia {{name}}', 'Zyra :)'])('brackets: %s', (line) => {
    expect(broken(line, 'sq')).toEqual(['brackets'])
  })
})

describe('proper names', () => {
  const line = 'UNDP (programi LNB) XII punon këtu.'

  test('are not judged where they are said to be names', () => {
    expect(broken(line, 'sq')).toEqual(['roman-numeral', 'capitals', 'brackets'])
    expect(broken(line, 'sq', { names: ['UNDP (programi LNB) XII'] })).toEqual([])
  })

  test('only the given ones, the longest first', () => {
    expect(broken(line, 'sq', { names: ['UNDP'] })).toEqual(['roman-numeral', 'capitals', 'brackets'])
    expect(broken('UNDP Albania', 'sq', { names: ['UNDP', 'UNDP Albania'] })).toEqual([])
    expect(broken('UNDP', 'sq', { names: ['', ' '] })).toEqual(['capitals'])
  })

  test('still count as words, and a sentence may begin with one', () => {
    const name = 'Një Dy Tre Katër Pesë Gjashtë Shtatë Tetë Nëntë Dhjetë'
    expect(broken(`${name} është këtu afër.`, 'sq', { names: [name] })).toEqual([])
    expect(broken(`${name} është këtu afër jush te sheshi.`, 'sq', { names: [name] })).toEqual(['long-sentence'])
    expect(broken('Hapni derën. UNDP ju pret.', 'sq', { names: ['UNDP'] })).toEqual(['several-sentences'])
  })

  test('with signs that mean something in a pattern', () => {
    expect(broken('Qendra A+B (N.V.) është këtu.', 'sq', { names: ['A+B (N.V.)'] })).toEqual([])
  })
})

describe('warnings', () => {
  test.each([
    ['Kërkoni zyrën që di nëse ju pranojnë.', 'sq', ['clauses']],
    ['Kërkoni zyrën që di.', 'sq', []],
    ['Ask who knows if it is open.', 'en', ['clauses']],
    ['Ask if it is open.', 'en', []],
    ['Bukë, ujë, qumësht', 'sq', ['commas']],
    ['Bukë, ujë', 'sq', []],
    ['administrator', 'sq', ['long-word']],
    ['administrato', 'sq', []],
    ['Zyra është mbyllur.', 'sq', ['passive']],
    ['Letra ruhet këtu.', 'sq', ['passive']],
    ['Kjo u tha dje.', 'sq', ['passive']],
    ['Zyra është këtu.', 'sq', []],
    ['The page is not closed.', 'en', ['passive']],
    ['The list was made here.', 'en', ['passive']],
    ['The office is open.', 'en', []],
    ['Nuk shkoni pa letra.', 'sq', ['double-negative']],
    ["S'ka zyrë pa derë.", 'sq', ['double-negative']],
    ['Askush nuk e di.', 'sq', []],
    ['Do not go without papers.', 'en', ['double-negative']],
    ['You can’t see nothing.', 'en', ['double-negative']],
    ['Nobody answers.', 'en', []],
  ] as const)('%s', (line, language, rules) => {
    expect(checkEasyRead([line], language).map(({ level, rule }) => `${level} ${rule}`)).toEqual(
      rules.map((rule) => `warning ${rule}`),
    )
  })

  test('LIX has a limit of its own in each language and needs thirty words', () => {
    const twoLongInSix = 'Shkoni sot te bashkia e qytetit.'
    expect(lix(twoLongInSix)).toBeCloseTo(6 + 100 / 3)
    const rules = (times: number, language: EasyLanguage) =>
      checkEasyRead(Array<string>(times).fill(twoLongInSix), language).map(({ rule }) => rule)
    expect(rules(4, 'sq')).toEqual([])
    expect(rules(5, 'sq')).toEqual(['lix'])
    const between = [...Array<string>(5).fill('Go there and ask for another service there today.')]
    expect(lix(between.join('\n'))).toBeGreaterThan(maxLix.en)
    expect(lix(between.join('\n'))).toBeLessThanOrEqual(maxLix.sq)
    expect(checkEasyRead(between, 'en').map(({ rule }) => rule)).toEqual(['lix'])
    expect(checkEasyRead(between, 'sq').map(({ rule }) => rule)).toEqual([])
  })
})

describe('LIX', () => {
  test.each([
    ['', 0],
    ['… – !', 0],
    ['Ja.', 1],
    ['Shkoni te zyra.', 3],
    ['Shkoni te bashkia.', 3 + 100 / 3],
    ['Shkoni. Pyesni te zyra.', 2],
  ])('of %j is %d', (text, value) => {
    expect(lix(text)).toBeCloseTo(value)
  })

  test('six letters are short, seven long; signs and digits are no letters', () => {
    expect(lix('gjashtë')).toBe(101)
    expect(lix('pesëdh')).toBe(1)
    expect(lix('1234567')).toBe(1)
  })
})

test('hostile text ends quickly', () => {
  const started = performance.now()
  const texts = ['a.'.repeat(500), 'A '.repeat(500), '(1.'.repeat(500), 'u '.repeat(500), '\u0000\uD800'.repeat(500)]
  texts.forEach((text) => checkEasyRead([text], 'sq', { names: ['a', '$&', '('] }))
  expect(performance.now() - started).toBeLessThan(5_000)
})
