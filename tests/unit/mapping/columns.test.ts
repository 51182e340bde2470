import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRow, countryOf } from '../../../app/features/mapping/check-row.server'
import {
  columnNames,
  columns,
  readDate,
  readHeadings,
  readRow,
  type ColumnName,
  readPhone,
} from '../../../app/features/mapping/columns'
import { openTable } from '../../../app/features/mapping/read-table.server'
import { reportLines } from '../../../app/features/mapping/report.server'
import { emergencyType } from '../../../app/features/mapping/rules'
import { groupWords, oneOf, readGroups, typeWords } from '../../../app/features/mapping/vocabulary'
import { loadSeedFiles } from '../../../prisma/seed/index'
import { soundRow, type MappingRow } from '../../support/mapping'
import { texts } from '../../support/texts'

const headingsOf = (names: string[]) => readHeadings(names)
const korce = { code: 'AL343', slug: 'korce', names: ['Korçë', 'Korça'], county: ['Korçë', 'AL-06'] }
const dimal = { code: 'AL315', slug: 'dimal', names: ['Dimal', 'Ura Vajgurore'], county: ['Berat'] }
const country = countryOf([korce, dimal], '2026-11-20')

const check = (over: MappingRow) => {
  const row = { ...soundRow, ...over }
  return checkRow(5, Object.values(row), headingsOf(Object.keys(row)), country)
}
const values = (over: MappingRow) => {
  const result = check(over)
  if ('errors' in result) throw new Error(JSON.stringify(result.errors))
  return result.checked.values
}
const faults = (over: MappingRow) => {
  const result = check(over)
  return 'errors' in result ? result.errors.map(({ column, fault }) => `${column}: ${fault}`) : []
}

describe('headings', () => {
  test.each(['sq', 'en'] as const)('are understood in %s', (language) => {
    const found = readHeadings(columnNames.map((name) => columns[name][language]))
    expect(found).toEqual({ places: columnNames, missing: [], doubled: [], unknown: [] })
  })

  test('may stand in both languages, in capitals, without marks, or be the names of the columns', () => {
    expect(readHeadings(columnNames.map((name) => `${columns[name].sq} / ${columns[name].en}`)).places).toEqual(
      columnNames,
    )
    expect(readHeadings(['EMRI I SHERBIMIT', ' service_name', 'Emri  i shërbimit:']).doubled).toEqual(['service_name'])
  })

  test('no two columns have the same, in either language', () => {
    const all = columnNames.flatMap((name) => [...new Set([columns[name].sq, columns[name].en])])
    expect(readHeadings(all).places.filter((place) => place === null)).toEqual([])
    for (const name of columnNames)
      expect(readHeadings([columns[name].sq, columns[name].en]).places).toEqual([name, name])
  })

  test('that are not known are named, empty ones are not', () => {
    expect(readHeadings(['Bashkia', 'Diçka', '', ' - ']).unknown).toEqual(['Diçka'])
    expect(readHeadings([]).missing).toEqual([
      'service_name',
      'service_type',
      'beneficiary_groups',
      'provider',
      'provider_kind',
      'municipality',
      'source',
      'verified_on',
    ])
  })
})

describe('the words of a mapping', () => {
  const { serviceTypes, targetGroups } = loadSeedFiles()

  test('name every type and group of the directory, and no other', () => {
    expect(typeWords.map(({ value }) => value).sort()).toEqual(
      [...serviceTypes.map(({ code }) => code), emergencyType].sort(),
    )
    expect([...new Set(groupWords.flatMap(({ value }) => value))].sort()).toEqual(
      targetGroups.map(({ code }) => code).sort(),
    )
  })

  test('include the labels that pages show', () => {
    const findType = oneOf(typeWords)
    for (const register of ['sq', 'en'] as const) {
      for (const { code } of serviceTypes)
        expect(findType(String(texts[register].get(`directory:type.${code}`))), code).toBe(code)
    }
  })

  test.each([
    ['Të moshuar', ['elderly']],
    ['te moshuar;FËMIJË', ['elderly', 'children']],
    ['Older people, Children | Women', ['elderly', 'children', 'women']],
    ['elderly\nchildren', ['elderly', 'children']],
    ['Fëmijë; Familje dhe fëmijë', ['children', 'families_in_need']],
    [
      'Të rriturit me probleme sociale, viktimat e dhunës, trafikimit, varësisë nga droga e alkooli',
      ['adults_social_problems', 'women_violence', 'trafficking_victims'],
    ],
    ['Të moshuar; Marsianë', undefined],
    [';', undefined],
  ])('groups: %j', (text, expected) => expect(readGroups(text)).toEqual(expected))
})

describe('dates', () => {
  test.each([
    ['2026', '2026'],
    ['2026-03', '2026-03'],
    ['2026-03-04', '2026-03-04'],
    ['4.3.2026', '2026-03-04'],
    ['04/03/2026', '2026-03-04'],
    ['2026-03-04T00:00:00.000Z', '2026-03-04'],
    ['46085', '2026-03-04'],
    ['31.02.2026', undefined],
    ['2026-13', undefined],
    ['29.2.2025', undefined],
    ['0000', undefined],
    ['3026', undefined],
    ['99999999', undefined],
    ['nesër', undefined],
  ])('%j is %j', (text, expected) => expect(readDate(text)).toBe(expected))

  test('every day of two centuries comes back, however it is written', () => {
    const day = fc.date({ min: new Date('1900-03-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dayOf] = iso.split('-').map(Number)
        expect(readDate(iso)).toBe(iso)
        expect(readDate(`${dayOf}.${month}.${year}`)).toBe(iso)
        const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000)
        if (serial >= 10_000) expect(readDate(String(serial))).toBe(iso)
      }),
    )
  })
})

describe('a row', () => {
  test('is refused with what its cells hold, not with what they were understood as', () => {
    const result = check({ service_name: 'Kundër dhunës', beneficiary_groups: 'Familje dhe  fëmijë' })
    expect(result).toMatchObject({ errors: [{ value: 'Familje dhe fëmijë', fault: 'sayGroup' }] })
  })

  test.each<MappingRow>([
    { coverage_area: 'Gra të trafikuara' },
    { documents_required: 'Urdhër për dhunën' },
    { opening_hours: 'Strehëza: gjithmonë' },
  ])('that may be about a refuge asks for whom it is: %j', (over) =>
    expect(faults({ ...over, beneficiary_groups: 'Gra' })).toEqual(['beneficiary_groups: sayGroup']),
  )

  test('that is sound gives the values of a service', () => {
    expect(
      values({ contact_phone: '(000) 00-00', lat: '40,6', lon: '20.8', address: 'Rruga  1', cost_to_user: 'Free' }),
    ).toEqual({
      name: { sq: 'Shembull – Qendra ditore', en: 'Shembull – Qendra ditore' },
      slug: 'shembull-qendra-ditore-korce',
      municipality: 'AL343',
      type: 'community_day',
      groups: ['elderly', 'children'],
      visibility: 'public',
      provider: { sq: 'Shembull – Ofruesi', en: 'Shembull – Ofruesi' },
      providerKind: 'ngo',
      certainty: 'medium',
      seen: '2026-01-10',
      sources: [{ title: 'Shembull – Hartëzimi' }],
      closedOn: null,
      isFree: true,
      phone: '000 00 00',
      position: { lat: 40.6, lon: 20.8 },
      address: { sq: 'Rruga 1', en: 'Rruga 1', precision: 'address' },
    })
  })

  test('never keeps a person, a count of people, or the place of a hidden service', () => {
    const personal = {
      contact_person: 'Shembull Shembulli',
      active_cases: '7',
      staff: '3 punonjës',
      verified_by: 'Shembull Tjetri',
    }
    const place = {
      address: 'Rruga e fshehtë',
      lat: '40.6',
      lon: '20.8',
      coverage_area: 'Lagjja 9',
      administrative_unit: 'Vithkuq',
    }
    const kept = JSON.stringify(values({ ...personal, ...place, location_hidden: 'po', capacity: '20' }))
    expect(kept).not.toMatch(/Shembulli|Tjetri|"7"|punonjës|fshehtë|40\.6|Lagjja|Vithkuq/)
    expect(kept).toContain('"capacity":"20"')
    const refuge = values({
      ...place,
      beneficiary_groups: 'Viktima të dhunës',
      contact_phone: '000',
      opening_hours: 'gjithmonë',
      capacity: '20',
    })
    expect(refuge).toMatchObject({ visibility: 'protected', type: 'specialised' })
    expect(JSON.stringify(refuge)).not.toMatch(/fshehtë|40\.6|"000"|gjithmonë|Lagjja|"20"/)
  })

  test('says what to bring, one document after each semicolon', () => {
    expect(values({ documents_required: 'Kartë identiteti;  raport mjeku ;' }).documents).toEqual([
      { sq: 'Kartë identiteti', en: 'Kartë identiteti' },
      { sq: 'raport mjeku', en: 'raport mjeku' },
    ])
    expect(values({ documents_required: ';' }).documents).toEqual([])
  })

  test.each([
    ['20', '2026-01-10', { places: 20, on: '2026-01' }],
    ['20', '2025', undefined], // no month
    ['20.0', '2026-01-10', { places: 20, on: '2026-01' }], // as spreadsheets write it
  ])('says that there are %j places, verified %s: %j', (capacity, verified_on, expected) => {
    const said = values({ capacity, verified_on })
    expect(said.capacity).toEqual(expected)
    expect(said.kept?.['capacity']).toBe('20')
  })

  test('names the service with its institution, where that adds anything', () => {
    expect(values({ service_name: 'Shërbim ditor', institution_name: 'Qendra X' }).name?.sq).toBe(
      'Shërbim ditor, Qendra X',
    )
    expect(values({ service_name: 'Qendra X', institution_name: 'QENDRA X' }).name?.sq).toBe('Qendra X')
  })

  test.each(['Korçë', 'korca', 'Bashkia Korçë', 'AL343', 'Municipality of Korça'])(
    'finds the municipality: %s',
    (municipality) => expect(values({ municipality }).municipality).toBe('AL343'),
  )

  test('may be for the whole country', () =>
    expect(values({ municipality: 'E gjithë Shqipëria' }).municipality).toBeNull())

  test('a name that two municipalities have is of neither', () => {
    const twins = countryOf([korce, { ...dimal, names: ['Korçë'] }], '2026-11-20')
    const row = Object.values(soundRow)
    expect(checkRow(2, row, headingsOf(Object.keys(soundRow)), twins)).toMatchObject({
      errors: [{ fault: 'unknownMunicipality' }],
    })
  })

  test('closes a service that it calls closed, from the day it was verified', () => {
    expect(values({ status: 'Mbyllur', verified_on: '2026-01' }).closedOn).toBe('2026-01-01')
    expect(values({ status: 'Aktiv' }).closedOn).toBeNull()
  })

  test.each<[MappingRow, string]>([
    [{ service_name: '' }, 'service_name: missing'],
    [{ source: ' \u200b ' }, 'source: missing'],
    [{ service_name: 'x'.repeat(201) }, 'service_name: tooLong'],
    [{ service_name: '=1+1' }, 'service_name: formula'],
    [{ address: '#REF!' }, 'address: formula'],
    [{ provider: 'a\u0007b' }, 'provider: control'],
    [{ service_type: 'Kinema' }, 'service_type: unknown'],
    [{ provider_kind: 'Shtet' }, 'provider_kind: unknown'],
    [{ cost_to_user: 'ndoshta' }, 'cost_to_user: unknown'],
    [{ verified_on: '2026-11-21' }, 'verified_on: future'],
    [{ verified_on: '2027' }, 'verified_on: future'],
    [{ contact_phone: '042 000, 042 001' }, 'contact_phone: notPhone'],
    [{ contact_phone: '12' }, 'contact_phone: notPhone'],
    [{ contact_phone: '069 123 4567 / 068' }, 'contact_phone: notPhone'],
    [{ provider: 'Streha e shpikur për viktimat e dhunës' }, 'beneficiary_groups: sayGroup'],
    [{ contact_email: 'a@b; c@d' }, 'contact_email: notEmail'],
    ...['-5', '0', '2001', '1000000000', '20–25', 'shumë', '20.5'].map((capacity): [MappingRow, string] => [
      { capacity },
      'capacity: notPlaces',
    ]),
    [{ address: '\u200b=1+1' }, 'address: formula'],
    [{ lat: 'veri', lon: '20' }, 'lat: notDegrees'],
    [{ lat: '20.8', lon: '40.6' }, 'lat: outside,lon: outside'],
    [{ lat: '0', lon: '0' }, 'lat: outside,lon: outside'],
    [{ lat: '40.6' }, 'lon: halfPosition'],
    [{ municipality: 'Atlantida' }, 'municipality: unknownMunicipality'],
    [{ county: 'Qarku Vlorë' }, 'county: otherCounty'],
    [{ access_mode: 'Me telefon' }, 'contact_phone: phoneNeeded'],
    [{ service_name: 'Kundër dhunës' }, 'beneficiary_groups: sayGroup'],
    [{ service_type: 'Long-term residential' }, 'location_hidden: sayHidden'],
  ])('%j is refused', (over, expected) => expect(faults(over).join()).toBe(expected))

  test.each<MappingRow>([
    { county: 'Qarku Korçë' },
    { lat: '39.65', lon: '20.1' },
    { contact_email: 'a@example.org' },
    { licence_valid_to: '2030' },
  ])('%j is sound', (over) => expect(faults(over)).toEqual([]))

  test('whatever its cells hold, ends in values or in faults that can be said in both languages', () => {
    const anyRow = fc.dictionary(
      fc.constantFrom<ColumnName>(...columnNames),
      fc.oneof(fc.string({ unit: 'binary' }), fc.string()),
    )
    fc.assert(
      fc.property(anyRow, (cells) => {
        const result = check(cells)
        const errors = 'errors' in result ? result.errors : []
        const counts = { rows: 1, new: 0, changed: 0, closed: 0, unchanged: 0, refused: errors.length > 0 ? 1 : 0 }
        const lines = reportLines({ outcome: 'refused', runId: null, counts, errors, ignored: [] }, [])
        expect(lines).toHaveLength(2 * (errors.length + 2))
        expect(lines.join('')).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 300 },
    )
  })

  test('a row that is too short lacks its last cells; what stands beyond the headings is passed over', () => {
    const names = Object.keys(soundRow)
    const cells = Object.values(soundRow)
    expect(readRow(cells.slice(0, -1), headingsOf(names))).toMatchObject({
      errors: [{ column: 'verified_on', fault: 'missing' }],
    })
    expect(readRow([...cells, 'x', 'y'], headingsOf(names))).toHaveProperty('row')
  })
})

test('every column of the list for a national mapping has its place', () => {
  const source = '../shared/domain/service_taxonomy.md'
  if (!existsSync(source)) return
  const section = readFileSync(source, 'utf8').split('## 7.')[1]?.split('## 8.')[0] ?? ''
  const fields = [...section.matchAll(/^\| ([a-z_, ]+) \|/gm)].flatMap(([, names = '']) => names.split(', '))
  expect(fields.length).toBeGreaterThan(30)
  expect(fields.filter((name) => name !== 'field' && !columnNames.includes(name as ColumnName))).toEqual([])
})

describe('the template', () => {
  const read = async (path: string) => {
    const { headings, rows } = await openTable(path)
    const results = []
    for await (const { row, cells } of rows) results.push(checkRow(row, cells, headings, everywhere))
    return { headings, results }
  }
  const { municipalities, counties } = loadSeedFiles()
  const everywhere = countryOf(
    municipalities.map(({ code, slug, sq, en, county, names }) => ({
      code,
      slug,
      names: [sq, en, ...names.map(({ name }) => name)],
      county: counties.filter((each) => each.code === county).map((each) => each.sq),
    })),
    '2026-11-20',
  )

  test.each(['template.csv', 'template.xlsx', 'example.csv'])('%s has every column, in order', async (name) => {
    const { headings } = await read(`docs/mapping/${name}`)
    expect(headings).toEqual({ places: columnNames, missing: [], doubled: [], unknown: [] })
  })

  test.each(['template.csv', 'template.xlsx'])('%s is empty', async (name) => {
    expect((await read(`docs/mapping/${name}`)).results).toEqual([])
  })

  test('the example is sound, and nobody can take it for the truth', async () => {
    const { results } = await read('docs/mapping/example.csv')
    expect(results.flatMap((result) => ('errors' in result ? result.errors : []))).toEqual([])
    const loaded = results.flatMap((result) => ('checked' in result ? [result.checked.values] : []))
    expect(loaded.map(({ visibility }) => visibility)).toEqual(['public', 'no_place', 'protected', 'public'])
    for (const { name, provider, sources, phone } of loaded) {
      expect(phone).toBeUndefined()
      for (const text of [name?.sq, provider?.sq, sources?.[0]?.title]) expect(text).toMatch(/^Shembull/)
    }
  })
})

test.each([
  ['355691234567.0', '355691234567'],
  ['+355 (0)69 1234567', '+355 69 1234567'],
  ['042/000-000', '042 000 000'],
  ['069 000 0000', '069 000 0000'],
])('the number %s is dialled as %s', (written, dialled) => expect(readPhone(written)).toBe(dialled))
