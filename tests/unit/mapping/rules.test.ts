import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conceal,
  emergencyType,
  findMatch,
  bare,
  hiddenGroups,
  matchKey,
  mergeLayers,
  originsOf,
  overKnown,
  saysMore,
  shelteringTypes,
  slugOf,
  visibilityFor,
  type Candidate,
  type Layer,
  type LayerKind,
  type ServiceValues,
  type Visibility,
} from '../../../app/features/mapping/rules'
import { loadSeedFiles } from '../../../prisma/seed/index'

let id = 0
const layer = (
  kind: LayerKind,
  values: ServiceValues,
  runId: number | null = null,
  row: number | null = null,
): Layer => ({
  id: ++id,
  kind,
  runId,
  row,
  values,
})
const visibilities: Visibility[] = ['public', 'no_place', 'protected']
const anyVisibility = fc.constantFrom(...visibilities)
const strictness = (visibility?: Visibility) => visibilities.indexOf(visibility ?? 'public')
const place = {
  address: { sq: 'Rruga 1', en: 'Street 1', precision: 'address' },
  position: { lat: 41, lon: 20 },
} as const

describe('layers', () => {
  test('the newest local correction covers the newest mapping, which covers the base', () => {
    const base = layer('base', { phone: '1', isFree: false, seen: '2021', slug: 'a' })
    const older = layer('mapping', { phone: '2', isFree: true, seen: '2025' }, 7, 3)
    const newer = layer('mapping', { phone: '3' }, 8, 4)
    const first = layer('local', { phone: '4' })
    const second = layer('local', { phone: '5', checkedOn: '2026-01-02' })
    expect(mergeLayers([base])).toMatchObject({ phone: '1', isFree: false })
    expect(mergeLayers([newer, base, older])).toMatchObject({ phone: '3', isFree: true, seen: '2025', slug: 'a' })
    expect(mergeLayers([second, newer, first, base, older])).toMatchObject({ phone: '5', checkedOn: '2026-01-02' })
  })

  test('a later mapping does not cover a correction that was made before it', () => {
    const correction = layer('local', { phone: 'right' })
    const base = layer('base', { phone: 'old' })
    expect(mergeLayers([base, correction, layer('mapping', { phone: 'wrong' }, 9, 2)])?.phone).toBe('right')
  })

  test('what a newer mapping does not say, the older one still says; null says that there is none', () => {
    const layers = [layer('base', { closedOn: '2020-01-01', phone: '1' }), layer('mapping', { closedOn: null }, 1, 2)]
    expect(mergeLayers(layers)).toMatchObject({ closedOn: null, phone: '1' })
  })

  test('every value knows its run and its row', () => {
    const layers = [
      layer('mapping', { phone: '2', isFree: true }, 8, 12),
      layer('base', { phone: '1', seen: null }, 1, 5),
      layer('local', { isFree: false }),
    ]
    expect(originsOf(layers)).toEqual({
      phone: { kind: 'mapping', runId: 8, row: 12 },
      seen: { kind: 'base', runId: 1, row: 5 },
      isFree: { kind: 'local', runId: null, row: null },
    })
  })

  test('corrections alone make no service: they wait for the record to come back', () => {
    expect(mergeLayers([layer('local', { phone: '1' })])).toBeNull()
    expect(mergeLayers([])).toBeNull()
  })

  test('the sources of all layers are named, the newest first, each once', () => {
    const a = { title: 'A' }
    const b = { title: 'B', url: 'https://b.example' }
    const layers = [layer('base', { sources: [a, b] }), layer('mapping', { sources: [b] }, 1, 2)]
    expect(mergeLayers(layers)?.sources).toEqual([b, a])
  })

  test('a mapping never makes a hidden place appear, and may hide one', () => {
    fc.assert(
      fc.property(anyVisibility, fc.array(anyVisibility), (base, mappings) => {
        const layers = [
          layer('base', { visibility: base, slug: 'a', phone: '1' }),
          ...mappings.map((visibility, index) => layer('mapping', { visibility, ...place }, index, 2)),
        ]
        const merged = mergeLayers(layers)
        expect(strictness(merged?.visibility)).toBe(Math.max(strictness(base), ...mappings.map(strictness)))
        expect(merged?.address !== undefined).toBe(merged?.visibility === 'public' && mappings.length > 0)
        expect(merged?.position !== undefined).toBe(merged?.visibility === 'public' && mappings.length > 0)
        expect(merged?.phone !== undefined).toBe(merged?.visibility !== 'protected')
        expect(merged?.slug !== undefined).toBe(merged?.visibility !== 'protected')
      }),
    )
  })

  test('a person here may say that a place can be known', () => {
    const layers = [layer('base', { visibility: 'no_place' }), layer('local', { visibility: 'public', ...place })]
    expect(mergeLayers(layers)).toMatchObject({ visibility: 'public', ...place })
  })

  test('words that were written for a place that could be shown go with it', () => {
    const words = {
      facts: [{ sq: 'Pranë urës', en: 'By the bridge' }],
      hours: { sq: 'x', en: 'x' },
      caution: { sq: 'x', en: 'x' },
    }
    const base = layer('base', { visibility: 'public', ...words })
    expect(mergeLayers([base])).toMatchObject(words)
    const hidden = mergeLayers([base, layer('mapping', { visibility: 'no_place', hours: { sq: 'y', en: 'y' } }, 1, 2)])
    expect(hidden).toMatchObject({ hours: { sq: 'y', en: 'y' } })
    expect(hidden).not.toHaveProperty('facts')
    expect(hidden).not.toHaveProperty('caution')
  })

  test('the order in which layers are read does not matter', () => {
    const anyLayer = fc.record({
      kind: fc.constantFrom<LayerKind>('base', 'mapping', 'local'),
      phone: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
      visibility: fc.option(anyVisibility, { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(anyLayer, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (given, order) => {
        const layers = given.map(({ kind, ...values }) =>
          layer(kind, JSON.parse(JSON.stringify(values)) as ServiceValues),
        )
        const shuffled = layers
          .map((each) => ({ each, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each)
        expect(mergeLayers(shuffled)).toEqual(mergeLayers(layers))
        expect(originsOf(shuffled)).toEqual(originsOf(layers))
      }),
    )
  })

  test('a row that was loaded says nothing more, whatever was corrected here', () => {
    const row: ServiceValues = { phone: '2', groups: ['a', 'b'], name: { sq: 'x', en: 'y' }, visibility: 'public' }
    const base = layer('base', { phone: '1', visibility: 'no_place' })
    expect(saysMore(row, [base])).toBe(true)
    // The database gives the keys back in another order.
    const stored = { visibility: 'public', name: { en: 'y', sq: 'x' }, phone: '2', groups: ['a', 'b'] } as const
    const loaded = layer('mapping', { ...stored, groups: [...stored.groups] }, 1, 2)
    expect(saysMore(row, [base, loaded, layer('local', { phone: '9' })])).toBe(false)
    expect(saysMore({ ...row, groups: ['b'] }, [base, loaded])).toBe(true)
    expect(saysMore({ ...row, isFree: true }, [base, loaded])).toBe(true)
  })

  test('a row takes the English that is known for the same Albanian, and none for another', () => {
    const known = layer('base', { name: { sq: 'Qendra', en: 'Centre' }, hours: { sq: 'Ditën', en: 'By day' } })
    const row: ServiceValues = { name: { sq: 'QENDRA', en: 'QENDRA' }, hours: { sq: 'Natën', en: 'Natën' } }
    const given = { name: { sq: 'Qendra', en: 'The Centre' } }
    expect(overKnown(row, [known])).toEqual({ ...row, name: { sq: 'QENDRA', en: 'Centre' } })
    expect(overKnown(given, [known])).toEqual(given)
    expect(overKnown(row, [])).toEqual(row)
  })

  test('what may not be shown is left out, and nothing else', () => {
    const values: ServiceValues = { ...place, slug: 'a', phone: '1', type: 'x' }
    expect(conceal({ ...values, visibility: 'public' })).toEqual({ ...values, visibility: 'public' })
    expect(conceal({ ...values, visibility: 'no_place' })).toEqual({
      slug: 'a',
      phone: '1',
      type: 'x',
      visibility: 'no_place',
    })
    expect(conceal({ ...values, visibility: 'protected' })).toEqual({ type: 'x', visibility: 'protected' })
  })
})

describe('names', () => {
  test.each([
    ['Qendra Ditore “Çamëria”', 'qendraditorecameria'],
    ['QENDRA DITORE CAMERIA', 'qendraditorecameria'],
    ['  Qendra—ditore, Çamëria! ', 'qendraditorecameria'],
    ['Κέντρο 2', 'κεντρο2'],
    ['—', ''],
  ])('%s folds to %s', (text, folded) => expect(bare(text)).toBe(folded))

  test('folding again changes nothing, and marks, case and spaces make no difference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = bare(text)
        expect(bare(folded)).toBe(folded)
        expect(bare(` ${text} .`)).toBe(folded)
        expect(bare(text.normalize('NFD'))).toBe(folded)
      }),
    )
  })

  test('the same name in two municipalities is two services', () => {
    expect(matchKey('Qendër ditore', 'AL343')).toBe(matchKey('QENDËR  DITORE', 'AL343'))
    expect(matchKey('Qendër ditore', 'AL343')).not.toBe(matchKey('Qendër ditore', 'AL224'))
    expect(matchKey('Qendër ditore', null)).not.toBe(matchKey('Qendër ditore', 'AL224'))
  })

  test('a page has an address of Latin letters, digits and hyphens', () => {
    expect(slugOf('Qendra “Çamëria” & Bijtë', 'korce')).toBe('qendra-cameria-bijte-korce')
    expect(slugOf('Κέντρο')).toBe('sherbim')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, town) => {
        expect(slugOf(name, town)).toMatch(/^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })
})

describe('which service a row is about', () => {
  const candidate = (over: Partial<Candidate>): Candidate => ({
    id: 'KS1',
    provider: 'Bashkia Korçë',
    mappingId: null,
    ...over,
  })
  const row = { provider: 'BASHKIA KORCE', isNew: false, newId: 'm-1' }

  test('the one that is named, whatever else is alike', () => {
    expect(findMatch(row, candidate({ id: 'KS9' }), [candidate({})])).toEqual({ kind: 'known', id: 'KS9' })
    expect(findMatch(row, candidate({ takenBy: 4 }), [])).toEqual({ kind: 'double', row: 4 })
  })

  test('the one of its name, municipality and provider', () => {
    expect(findMatch(row, undefined, [candidate({}), candidate({ id: 'KS2', provider: 'Tjetër' })])).toEqual({
      kind: 'known',
      id: 'KS1',
    })
    expect(findMatch(row, undefined, [candidate({ takenBy: 3 })])).toEqual({ kind: 'double', row: 3 })
  })

  test('a new one when there is none of its name', () => {
    expect(findMatch(row, undefined, [])).toEqual({ kind: 'new' })
  })

  test('a provider that differs leaves it open, and the row must say', () => {
    const other = candidate({ provider: 'Bashkia Korçë, me mbështetjen e një projekti' })
    expect(findMatch(row, undefined, [other])).toEqual({ kind: 'ambiguous', ids: ['KS1'] })
    expect(findMatch({ ...row, isNew: true }, undefined, [other])).toEqual({ kind: 'new' })
  })

  test('two of its name and provider leave it open', () => {
    const two = [candidate({}), candidate({ id: 'KS2' })]
    expect(findMatch(row, undefined, two)).toEqual({ kind: 'ambiguous', ids: ['KS1', 'KS2'] })
  })

  test('one that a row above is about, with another provider, is no candidate', () => {
    expect(findMatch(row, undefined, [candidate({ provider: 'Tjetër', takenBy: 2 })])).toEqual({ kind: 'new' })
  })

  test('a row that says "new" finds on the next load what it made on the first', () => {
    const made = candidate({ id: 'm-1' })
    expect(findMatch({ ...row, isNew: true }, undefined, [candidate({}), made])).toEqual({ kind: 'known', id: 'm-1' })
    expect(findMatch({ ...row, isNew: true }, undefined, [candidate({})])).toEqual({ kind: 'new' })
  })

  test('numbers of a mapping that differ are different services', () => {
    const numbered = candidate({ mappingId: '17' })
    expect(findMatch({ ...row, mappingId: '18' }, undefined, [numbered])).toEqual({ kind: 'new' })
    expect(findMatch(row, undefined, [numbered])).toEqual({ kind: 'known', id: 'KS1' })
  })
})

describe('how much of a service may be shown', () => {
  const facts = { type: 'community_day', groups: ['elderly'], words: 'Qendra ditore' }

  test.each([
    ['a day centre', {}, 'public'],
    ['a day centre whose location is not to be published', { hidden: true }, 'no_place'],
    ['help at home', { type: 'home_based' }, 'no_place'],
    ['a mobile service', { mobile: true }, 'no_place'],
    ['a home for older people', { type: 'residential_longterm', hidden: false }, 'public'],
    ['a home that says nothing of its place', { type: 'residential_longterm' }, 'hidden'],
    ['a hidden home for older people', { type: 'residential_longterm', hidden: true }, 'no_place'],
    ['a hidden home for women', { type: 'residential_specialised', groups: ['women'], hidden: true }, 'group'],
    ['an emergency room', { type: emergencyType }, 'protected'],
    ['an emergency room said to be public', { type: emergencyType, hidden: false }, 'protected'],
    ['a day centre for survivors only', { groups: ['women_violence'] }, 'protected'],
    ['a day centre for children and survivors', { groups: ['children', 'trafficking_victims'] }, 'no_place'],
    [
      'a home for survivors',
      { type: 'residential_longterm', groups: ['women', 'women_violence'], hidden: false },
      'protected',
    ],
    ['a name that speaks of violence', { words: 'Qendra kundër dhunës' }, 'group'],
    ['an English name that does', { words: 'Centre for victims of trafficking' }, 'group'],
    [
      'a name that speaks of violence, with the group',
      { words: 'Kundër dhunës', groups: ['women', 'women_violence'] },
      'protected',
    ],
    ['gifted children', { words: 'Qendra për fëmijë me dhunti', groups: ['children'] }, 'public'],
    ...[
      'Safe house',
      'Refuge for women',
      'Women shelter',
      'Shtëpia e sigurt',
      'Streha për gra',
      'Strehëza për gra të abuzuara',
      'Qendra për gra të keqtrajtuara',
      'Qendra për vajza të trafikuara',
      'Centre for battered women',
    ].map((words) => [words, { words, groups: ['women'], type: 'specialised', hidden: false }, 'group'] as const),
    [
      'a shelter for people without a home',
      { words: 'Strehë për të pastrehët', groups: ['homeless'], type: 'shelter_homeless', hidden: false },
      'public',
    ],
    ['people without a home', { words: 'Qendra për të pastrehë', groups: ['families_in_need'] }, 'public'],
    ['refugees', { words: 'Centre for refugees', groups: ['families_in_need'] }, 'public'],
  ] as const)('%s: %s', (_, over, expected) => {
    expect(visibilityFor({ ...facts, ...over, groups: [...('groups' in over ? over.groups : facts.groups)] })).toBe(
      expected,
    )
  })

  const { serviceTypes, targetGroups } = loadSeedFiles()
  const types = [...serviceTypes.map(({ code }) => code), emergencyType]
  const groups = targetGroups.map(({ code }) => code)

  test('whatever a row says, survivors and emergency rooms are never public', () => {
    const anyFacts = fc.record({
      type: fc.constantFrom(...types),
      groups: fc.uniqueArray(fc.constantFrom(...groups), { minLength: 1 }),
      words: fc.string(),
      hidden: fc.constantFrom(true, false, undefined),
      mobile: fc.constantFrom(true, false, undefined),
    })
    fc.assert(
      fc.property(anyFacts, (given) => {
        const shown = visibilityFor(given)
        const forSurvivors = given.groups.some((group) => hiddenGroups.includes(group))
        if (forSurvivors || given.type === emergencyType || given.hidden) expect(shown).not.toBe('public')
        if (forSurvivors && shelteringTypes.includes(given.type)) expect(shown).toBe('protected')
      }),
      { numRuns: 1000 },
    )
  })

  test('the lists name types and groups of the directory', () => {
    expect(types).toEqual(expect.arrayContaining(shelteringTypes))
    expect(
      targetGroups
        .filter(({ isPublic }) => !isPublic)
        .map(({ code }) => code)
        .sort(),
    ).toEqual([...hiddenGroups].sort())
  })
})
