import { describe, expect, test } from 'vitest'
import { longestQuery } from '~/lib/longest-query'
import { mostWords } from '~/features/directory/search/fold'
import { distanceKm, neighboursOf } from '~/features/directory/search/neighbours'
import { placeNames } from '~/features/directory/search/places'
import { queryWords, readWords } from '~/features/directory/search/read-words'
import { stem } from '~/features/directory/search/stem'
import { searchRules, termsOf } from '~/features/directory/search/terms'
import { contentStems, vocabularyEntries } from '~/features/directory/search/vocabulary'
import everydayPlaces from '~/features/directory/search/everyday-places.json'
import { createHash } from 'node:crypto'
import { loadSeedFiles } from '../../../prisma/seed/index'
import { texts } from '../../support/texts'

const seed = loadSeedFiles()
const places = placeNames(
  seed.municipalities.map(({ code, sq, sqDefinite, en, seat, names }) => ({
    code,
    names: [sq, sqDefinite, en, seat, ...names.map(({ name }) => name)],
    unitNames: seed.units.filter(({ municipality }) => municipality === code).map(({ name }) => name),
  })),
)
const read = (query: string, isTerm = (_: string) => true) => readWords(queryWords(query), places, isTerm)
const findsOf = (query: string) =>
  read(query).clauses.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms))
const slugsIn = (query: string) =>
  read(query).municipalities.map((code) => seed.municipalities.find((one) => one.code === code)?.slug)

describe('places', () => {
  test.each(
    seed.municipalities.flatMap(({ slug, sq, sqDefinite, en, seat, names }) =>
      [...new Set([sq, sqDefinite, en, seat, ...names.map(({ name }) => name)])].map((name) => [name, slug] as const),
    ),
  )('%s is in %s', (name, slug) => expect(slugsIn(name)).toContain(slug))

  test.each(everydayPlaces)('$name', ({ name, municipalities }) => {
    expect(read(`mensë në ${name}`).municipalities).toEqual(expect.arrayContaining(municipalities))
  })

  test('of names in one another the longest counts', () => {
    expect(slugsIn('Fushë-Arrëz')).toEqual(['fushe-arrez'])
    expect(slugsIn('Bajram Curri')).toEqual(['tropoje'])
  })

  test.each([
    ['Urën Vajgurore', 'dimal'],
    ['Urës Vajgurore', 'dimal'],
    ['Uravajgurore', 'dimal'],
    ['Maminas', 'shijak'],
  ])('whichever form it has: %s', (name, slug) => expect(slugsIn(name)).toEqual([slug]))

  test.each(['Bashkia Tiranë', 'bashki Tirana', 'qarku Fier', 'Qarku i Fierit', 'municipality of Tirana'])(
    'what a place is says nothing more: %s',
    (query) => {
      expect(slugsIn(query)).toHaveLength(1)
      expect(read(query, () => false)).toMatchObject({ clauses: [], unknown: [] })
    },
  )

  test('two places are two', () => expect(slugsIn('mensë në Fier ose Patos')).toEqual(['fier', 'patos']))

  test.each(['my son has autism', 'he has no home', 'qendër për fëmijë', 'çfarë është bërë'])('none in: %s', (query) =>
    expect(slugsIn(query)).toEqual([]),
  )

  test.each(['Has', 'në Has', 'bashkia Mat', 'bashkia e Hasit', 'in Has', 'Hasi', 'Has logoped', 'logoped Mat'])(
    'a short name where a place is meant: %s',
    (query) => expect(slugsIn(query)).toHaveLength(1),
  )
})

describe('meaning', () => {
  test.each([
    ['azil pleqsh', ['group:elderly', 'type:residential_longterm']],
    ["s'kam ku të fle", ['type:shelter_homeless']],
    ['SKAM KU TE FLE', ['type:shelter_homeless']],
    ['free lawyer', ['type:legal_aid']],
    ['nuk shoh', ['group:blind']],
    ['sëmurë', ['group:chronic_illness']],
    ['i semure', ['group:chronic_illness']],
    ['sëmundje', ['group:chronic_illness']],
    ['smut', ['group:chronic_illness']],
    ['smur', ['group:chronic_illness']],
    ['thmi', ['group:children']],
    ['prind i vetëm', ['group:families_in_need']],
    ['interpret', ['group:deaf']],
  ])('%s', (query, terms) => expect(findsOf(query)).toEqual(expect.arrayContaining(terms)))

  test('the longest phrase counts: sign language is no language school', () => {
    expect(read('gjuha e shenjave').clauses).toHaveLength(1)
  })

  test('a word that is a small one elsewhere means something alone only', () => {
    const nearest = (query: string) =>
      read(query).clauses.flatMap(({ alternatives }) => alternatives.filter(({ points }) => points >= 2))
    const meant = { terms: ['group:persons_with_disabilities'], points: 2 }
    expect(nearest('PAK')).toContainEqual(meant)
    expect(nearest('flet pak shqip')).not.toContainEqual(meant)
  })

  test('what is for all persons with a disability is found for children too, last', () => {
    const { alternatives } = read('fëmijë me aftësi të kufizuara').clauses[0]!
    expect(alternatives.at(-1)).toEqual({ terms: ['group:persons_with_disabilities'], points: 0.3 })
    expect(findsOf('persona me aftësi të kufizuara')).not.toContain('group:children_blind')
  })

  test('words that say little are not required, unless there are no others', () => {
    expect(read('dua ndihmë për logoped').clauses.filter(({ required }) => required)).toHaveLength(1)
    expect(read('terapi').clauses).toMatchObject([{ required: true }])
  })

  test('words of violence win over other danger and leave the rest to be searched', () => {
    expect(read('burri më rreh, policia')).toMatchObject({ urgent: 'violence' })
    expect(read('ambulancë')).toMatchObject({ urgent: 'danger', clauses: [] })
    expect(read('avokat dhunë')).toMatchObject({ urgent: 'violence', clauses: [{ required: true }] })
    expect(read('logoped').urgent).toBeNull()
  })

  test('words that no record has are told, and small ones are not', () => {
    expect(read('pasaportë biometrike kam dua', () => false).unknown).toEqual(['pasaporte', 'biometrike'])
  })

  test('a query is cut to what a person would type', () => {
    expect(queryWords('fjala '.repeat(500))).toHaveLength(mostWords)
    expect(queryWords('a'.repeat(10_000))[0]?.word).toHaveLength(longestQuery)
    expect(read('')).toEqual({ clauses: [], municipalities: [], urgent: null, unknown: [], outside: 0 })
  })
})

describe('the vocabulary', () => {
  const types = seed.serviceTypes.map(({ code }) => `type:${code}`)
  const groups = seed.targetGroups.filter(({ isPublic }) => isPublic).map(({ code }) => `group:${code}`)

  test('leads to kinds and public groups that exist, to words, or to the numbers', () => {
    const finds = vocabularyEntries.flatMap(({ find }) => find.flat()).filter((term) => !term.startsWith('word:'))
    expect(finds.filter((term) => ![...types, ...groups].includes(term))).toEqual([])
    for (const { find, urgent, outside } of vocabularyEntries) {
      expect(find.length > 0 || urgent !== undefined || outside).toBe(true)
    }
  })

  test('a word that is looked for instead stands in a record', () => {
    const inRecords = new Set(contentStems(JSON.stringify(seed.services)))
    const words = vocabularyEntries.flatMap(({ find }) => find.flat()).filter((term) => term.startsWith('word:'))
    expect(words.filter((term) => !inRecords.has(stem(contentStems(term.slice(5))[0] ?? '')))).toEqual([])
  })

  test('no phrase is empty, and none means two things', () => {
    const meanings = new Map<string, string>()
    for (const { sq = [], en = [], unshown = [], find, urgent } of vocabularyEntries) {
      for (const phrase of [...sq, ...en, ...unshown]) {
        const key = contentStems(phrase).join(' ')
        const meaning = JSON.stringify([find, urgent])
        expect(key, phrase).not.toBe('')
        expect(meanings.get(key) ?? meaning, phrase).toBe(meaning)
        meanings.set(key, meaning)
      }
    }
  })

  test.each(['sq', 'en'] as const)('every label of a kind and of a group leads to it, %s', (language) => {
    for (const [prefix, codes] of [
      ['type', types],
      ['group', groups],
    ] as const) {
      for (const term of codes) {
        const label = texts[language].get(`directory:${prefix}.${term.slice(prefix.length + 1)}`)
        expect(findsOf(String(label)), String(label)).toContain(term)
      }
    }
  })
})

test('when the same record gives other terms, the rules have a new number', () => {
  const words =
    'Qendra ditore për fëmijë me aftësi të kufizuara, shtëpitë e të moshuarve, shëndetit mendor, autizmit, komuniteti rom, ' +
    'gratë, ndihmë juridike falas, logopedisë, fizioterapi, pensionistëve, Nish-Tulla nr. 4, s’kam, 0–5 vjeç'
  const english =
    'Centres for children with disabilities and their families, women’s counselling, homes, speech therapies'
  const { nameTerms, searchTerms } = termsOf({
    nameSq: words,
    nameEn: english,
    providerSq: 'Bashkia Kuçovë',
    providerEn: 'Municipality of Kuçovë',
    addressSq: 'Rruga e Elbasanit 7',
    addressEn: null,
    factsSq: [words],
    factsEn: [english],
    typeCode: 'community_day',
    groups: ['women'],
  })
  const digest = createHash('sha256')
    .update(JSON.stringify([nameTerms, searchTerms]))
    .digest('hex')
    .slice(0, 12)
  // Red because the code has changed? Raise searchRules, so that every record is indexed again, and note both here.
  expect([searchRules, digest]).toEqual([2, '3011837e2b3c'])
})

describe('next door', () => {
  const seats = seed.municipalities.map(({ code, lat, lon }) => ({ code, lat, lon }))

  test('distances are those of a map', () => {
    const [tirana, shkoder] = ['AL224', 'AL154'].map((code) => seats.find((seat) => seat.code === code))
    expect(distanceKm(tirana!, shkoder!)).toBeCloseTo(86, 0)
    expect(distanceKm(tirana!, tirana!)).toBe(0)
  })

  test('one to four, the nearest first, none twice and never the place itself', () => {
    for (const { code, lat, lon } of seats) {
      const found = neighboursOf(code, seats)
      expect(found.length).toBeGreaterThanOrEqual(1)
      expect(found.length).toBeLessThanOrEqual(4)
      expect(new Set([code, ...found]).size).toBe(found.length + 1)
      const km = found.map((other) =>
        distanceKm(
          { lat, lon },
          seats.find((seat) => seat.code === other)!,
        ),
      )
      expect(km).toEqual([...km].sort((a, b) => a - b))
      expect(km.slice(1).every((distance) => distance <= 40)).toBe(true)
    }
  })

  test('the nearest counts however far it is', () => {
    expect(
      neighboursOf('a', [
        { code: 'a', lat: 40, lon: 20 },
        { code: 'b', lat: 42, lon: 20 },
      ]),
    ).toEqual(['b'])
    expect(neighboursOf('nowhere', seats)).toEqual([])
  })
})
