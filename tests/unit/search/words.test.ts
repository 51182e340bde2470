import { describe, expect, test } from 'vitest'
import { fold } from '~/lib/fold'
import { wordsOf } from '~/features/directory/search/fold'
import { stem } from '~/features/directory/search/stem'
import { allowedErrors, nearestWord, typingErrors } from '~/features/directory/search/typing-errors'
import { randomFrom } from '../../../bench/generated-election'
import { loadSeedFiles } from '../../../prisma/seed/index'

const hostile = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  'İ',
  'ß',
  'ﬁ',
  'ΑΒΓ',
  '١٢',
  'e\u0301\u0301',
  '👩🏽‍🦽',
  'a'.repeat(10_000),
]

function randomText(random: () => number): string {
  return Array.from({ length: Math.floor(random() * 20) }, () =>
    String.fromCodePoint(Math.floor(random() * (random() < 0.7 ? 0x250 : 0x110000))),
  ).join('')
}

describe('folding', () => {
  test.each([
    ['Ç', 'c'],
    ['ËNDËRR', 'enderr'],
    ['Kurrgjâ', 'kurrgja'],
    ['Vlorë', 'vlore'],
    ['çamëria', 'cameria'],
  ])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded))

  test('a letter and its mark may come apart', () => expect(fold('e\u0308')).toBe(fold('ë')))

  test('an apostrophe joins, whichever it is; everything else parts', () => {
    for (const mark of "'’‘`´ʼ") expect(wordsOf(`s${mark}kam ku të fle!`)).toEqual(['skam', 'ku', 'te', 'fle'])
    expect(wordsOf('Nish-Tulla, nr. 4; “Xhonatan”/PAK')).toEqual(['nish', 'tulla', 'nr', '4', 'xhonatan', 'pak'])
  })

  test('folding twice is folding once, and no text makes it stop', () => {
    const random = randomFrom(1)
    for (const text of [...hostile, ...Array.from({ length: 3_000 }, () => randomText(random))]) {
      expect(fold(fold(text))).toBe(fold(text))
      for (const word of wordsOf(text)) expect(wordsOf(word)).toEqual([word])
    }
  })
})

describe('the forms of a word have one stem', () => {
  test.each([
    'qendër qendra qendrës qendrën qendrat qendrave',
    'center centre centres',
    'fëmijë fëmija fëmijët fëmijëve fëmijës fëmijësh',
    'shtëpi shtëpia shtëpisë shtëpinë shtëpitë shtëpive',
    'moshuar moshuari moshuarit moshuarin moshuarve moshuara moshuarat moshuarave',
    'autizëm autizmi autizmit autizmin',
    'shëndet shëndeti shëndetit shëndetin',
    'gra grua gruaja gruas gratë grave',
    'rom romi romit romë romët romëve rome',
    'terapi terapia terapisë terapinë terapive',
    'logoped logopedi logopedit logopedia logopedisë',
    'komunitet komuniteti komunitetit komunitetin',
    'pensionist pensionisti pensionistë pensionistët pensionistëve pensionistësh',
    'djalë djali djalit djem djemtë djemve',
    'Shkodër Shkodra Shkodrës Shkodrën Shkoder',
    'Korçë Korça Korçës Korçën Korca',
    'Tiranë Tirana Tiranës Tiranën',
    'Kukës Kukësi Kukësit Kukes',
    'Berat Berati Beratit Beratin',
    'prind prindi prindit prindër prindërit prindërve',
    'sëmurë sëmurit smut smur',
    'fëmijë thmi',
    'child children',
    'family families',
    'home homes',
  ])('%s', (forms) => expect(new Set(wordsOf(forms).map(stem)).size).toBe(1))

  test('other words keep their own', () => {
    const words =
      'qendër fëmijë femër komunë komunitet kancer kanal bukë pukë berat bërë gra grup punë pushim dhomë dhunë'
    const stems = wordsOf(words).map(stem)
    expect(new Set(stems).size).toBe(stems.length)
  })

  test('the stem of a stem is that stem, and no word becomes nothing', () => {
    const { services, municipalities } = loadSeedFiles()
    const random = randomFrom(2)
    const texts = [...services.map((s) => JSON.stringify(s)), ...municipalities.map((m) => JSON.stringify(m))]
    for (const word of wordsOf(
      [...texts, ...hostile, ...Array.from({ length: 500 }, () => randomText(random))].join(' '),
    )) {
      expect(stem(word)).not.toBe('')
      expect(stem(stem(word)), word).toBe(stem(word))
    }
  })

  test('every municipality has one stem in all its cases', () => {
    for (const { sq, sqDefinite } of loadSeedFiles().municipalities) {
      expect(wordsOf(sqDefinite).map(stem).at(-1), sqDefinite).toBe(wordsOf(sq).map(stem).at(-1))
    }
  })
})

describe('typing errors', () => {
  test.each([
    ['logoped', 'logoped', 0],
    ['logopet', 'logoped', 1],
    ['fizoterapi', 'fizioterapi', 1],
    ['libarzhd', 'librazhd', 1],
    ['psikollog', 'psikolog', 1],
    ['shkdoer', 'shkoder', 1],
    ['abc', 'cba', 2],
    ['', 'ab', 2],
  ])('%s and %s: %i', (a, b, errors) => {
    expect(typingErrors(a, b, 2)).toBe(errors)
    expect(typingErrors(b, a, 2)).toBe(errors)
  })

  test('above the limit there is no number', () => {
    expect(typingErrors('logoped', 'psikolog', 2)).toBeNull()
    expect(typingErrors('a', 'abcd', 2)).toBeNull()
  })

  test('a limited answer is the answer of the whole table', () => {
    const random = randomFrom(3)
    const word = () => Array.from({ length: Math.floor(random() * 6) }, () => 'abc'[Math.floor(random() * 3)]).join('')
    for (let run = 0; run < 2_000; run++) {
      const [a, b] = [word(), word()]
      const whole = typingErrors(a, b, 99)
      expect(typingErrors(a, b, 1)).toBe(whole !== null && whole <= 1 ? whole : null)
      expect(whole === 0).toBe(a === b)
    }
  })

  test('short words are left alone', () => {
    expect([3, 4, 7, 8].map(allowedErrors)).toEqual([0, 1, 1, 2])
  })

  const known = ['logoped', 'psikolog', 'curri', 'karine', 'karrige', 'rape', 'mission', 'fizioterapi', 'fizik'].map(
    (word) => ({
      word,
      stem: word,
    }),
  )
  const nearest = (word: string) => nearestWord(word, known)?.word ?? null

  test.each([
    ['logopet', 'logoped'],
    ['ogoped', 'logoped'],
    ['curi', 'curri'],
    ['karige', 'karrige'], // a letter that was not doubled before a letter that was changed
    ['rate', null],
    ['admission', null],
    ['fizio', 'fizik'],
    ['fiziot', 'fizioterapi'],
    ['xyz', null],
    ['', null],
  ])('%s was probably meant as %s', (given, meant) => expect(nearest(given)).toBe(meant))

  test('the order of the known words does not matter', () => {
    expect(nearestWord('logopet', [...known].reverse())?.word).toBe('logoped')
  })
})
