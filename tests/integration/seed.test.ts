import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toOpeningHours } from '../../app/features/directory/hours'
import { openDatabase, type Database } from '../../app/server/db.server'
import { migrate } from '../../app/server/migrate.server'
import { Prisma } from '../../generated/prisma/client'
import { loadSeedFiles, seedRealRecords, type SeedFiles } from '../../prisma/seed/index'

const seed = loadSeedFiles()
const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

describe('the seed files', () => {
  test('hold the whole country', () => {
    const { counties, municipalities, units, serviceTypes, targetGroups, services, offices, organizations, helpLines } =
      seed
    expect({
      counties: counties.length,
      municipalities: municipalities.length,
      units: units.length,
      serviceTypes: serviceTypes.length,
      targetGroups: targetGroups.length,
      services: services.length,
    }).toEqual({ counties: 12, municipalities: 61, units: 373, serviceTypes: 18, targetGroups: 19, services: 194 })
    expect(offices.length).toBeGreaterThan(61)
    expect(organizations.length).toBeGreaterThan(20)
    expect(helpLines.map(({ number }) => number).slice(0, 4)).toEqual(['112', '116111', '116117', '116006'])
  })

  test('every municipality has units and an office of its own', () => {
    for (const { code, sq } of seed.municipalities) {
      expect(
        seed.units.some(({ municipality }) => municipality === code),
        sq,
      ).toBe(true)
      const own = seed.offices.filter(({ kind, municipality }) => kind === 'municipality' && municipality === code)
      expect(own.length, sq).toBe(1)
    }
  })

  test.each([
    ['services', seed.services.map(({ id }) => id)],
    ['pages of services', seed.services.map(({ slug }) => slug)],
    ['organizations', seed.organizations.map(({ id }) => id)],
    ['offices', seed.offices.map(({ id }) => id)],
    ['municipalities', seed.municipalities.map(({ code }) => code)],
    ['pages of municipalities', seed.municipalities.map(({ slug }) => slug)],
    ['GeoNames', seed.municipalities.map(({ geonamesId }) => geonamesId)],
  ])('no two %s have the same name', (_, ids) => expect(new Set(ids).size).toBe(ids.length))

  test('what is shown without a place has none', () => {
    const hidden = [...seed.services, ...seed.organizations].filter(({ visibility }) => visibility === 'no_place')
    expect(hidden.length).toBeGreaterThan(20)
    for (const record of hidden) {
      expect(record, record.id).not.toHaveProperty('address')
      expect(JSON.stringify(record), record.id).not.toMatch(addressWords)
    }
  })

  test('no service has a position, and nothing is said to be checked', () => {
    const text = readFileSync('prisma/seed/data/services.json', 'utf8')
    expect(text).not.toMatch(/"(lat|lon|checkedOn|checked)"/)
    expect(JSON.stringify(seed)).not.toMatch(/checkedOn/)
  })

  test('hours that are reckoned with say what their words say', () => {
    const reckoned = seed.services.flatMap(({ hours, openingHours }) =>
      openingHours ? [[hours?.en, toOpeningHours(openingHours)]] : [],
    )
    expect(new Map(reckoned as [string, string][])).toEqual(
      new Map([
        ['24 hours, 7 days', 'Mo-Su 00:00-24:00'],
        ['Monday–Friday 9:30–12:30', 'Mo-Fr 09:30-12:30; PH unknown'],
        ['Monday–Friday 9:00–14:00', 'Mo-Fr 09:00-14:00; PH unknown'],
        ['Every day 8:00–22:00', 'Mo-Su 08:00-22:00; PH unknown'],
      ]),
    )
  })

  test('nothing is protected: such a place is in no file', () => {
    expect(JSON.stringify(seed)).not.toMatch(/"protected"/)
    const groups = new Set(seed.targetGroups.filter(({ isPublic }) => !isPublic).map(({ code }) => code))
    expect([...groups].sort()).toEqual(['trafficking_victims', 'women_violence'])
    const shelters = seed.services.filter(
      ({ type, groups: own }) => /shelter|residential/.test(type) && own.some((g) => groups.has(g)),
    )
    expect(shelters).toEqual([])
  })

  test('no number is a person’s mobile', () => {
    const digits = JSON.stringify(seed).replace(/[ /().-]/g, '')
    expect(digits.match(/(\+|00)3556\d+/g)).toBeNull()
    expect(digits.match(/(?<!\d)06[6-9]\d{7}(?!\d)/g)).toBeNull()
  })

  test('no word hurts', () => {
    expect(JSON.stringify(seed)).not.toMatch(/(?<!\p{L})(arixhi|gabel|magjup|kurbat|evgjit|jevg|qifto|[cç]ergetar)/iu)
  })
})

/** What an address is made of; "street" alone is also in "street team". */
const addressWords = /(?<!\p{L})(rruga|rr\.|bulevardi?|lagjja|pallati|boulevard|str(eet|\.) ?["“\p{Lu}\d])/u

/**
 * The list that the records were taken from, where it lies beside the project: nothing may have been lost on the way,
 * and a place that is not to be shown there is not shown here.
 */
test('every record of the source list is here, as visible as there', () => {
  const source = '../shared/domain/services.csv'
  if (!existsSync(source)) return
  const [header = [], ...rows] = parseCsv(readFileSync(source, 'utf8'))
  const column = (name: string) => header.indexOf(name)
  const ids = rows.map((row) => row[column('id')])
  expect(ids.length).toBe(seed.services.length)
  const differing = rows.flatMap((row) => {
    const id = row[column('id')]
    const record = seed.services.find((service) => service.id === id)
    const here = record?.visibility ?? 'missing'
    return here === row[column('visibility')] ? [] : [`${id}: ${row[column('visibility')]} there, ${here} here`]
  })
  expect(differing).toEqual([])
})

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

describe('a file with faults', () => {
  const withFault = (file: string, change: (records: Record<string, unknown>[]) => void) => {
    const folder = mkdtempSync(join(tmpdir(), 'prane-seed-'))
    folders.push(folder)
    cpSync('prisma/seed/data', folder, { recursive: true })
    const records = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>[]
    change(records)
    writeFileSync(join(folder, file), JSON.stringify(records))
    return () => loadSeedFiles(folder)
  }
  const address = { sq: 'Rruga 1', en: '1 Street', precision: 'address' }

  test.each([
    [
      'a place that is not shown, with an address',
      { visibility: 'no_place', address },
      'without a place has no address',
    ],
    ['a protected place', { visibility: 'protected' }, 'visibility'],
    ['a date that is none', { seen: '2021-02-31' }, '2021-02-31 is no date'],
    ['a name in one language', { name: { sq: 'Qendra' } }, 'name: en'],
    ['a kind that does not exist', { type: 'palace' }, 'palace is in no file'],
    ['a municipality that does not exist', { municipality: 'AL999' }, 'AL999 is in no file'],
    ['a column that nobody knows', { checkedOn: '2026-01-01' }, 'checkedOn'],
    ['an address of a page that is not one', { slug: '../x' }, 'slug'],
    ['hours that cannot be', { openingHours: { holidays: 'open', periods: [] } }, 'openingHours'],
    ['a price that is none', { isFree: true, cost: { lek: 100, on: '2026-01' } }, 'what is free costs nothing'],
    ['a size with a day', { capacity: { places: 20, on: '2026-01-15' } }, 'capacity'],
    ['access that nobody knows', { access: { escalator: true } }, 'access'],
    ['a language without a name', { languages: ['xx'] }, 'languages'],
    ['a document in one language', { documents: [{ sq: 'kartë' }] }, 'documents'],
    ['a source that is a script', { sources: [{ title: 'x', url: 'javascript:alert(1)' }] }, 'url'],
  ])('stops the load: %s', (_, fault, words) => {
    const load = withFault('services.json', (records) => void Object.assign(records[0] ?? {}, fault))
    expect(load).toThrow(words)
    expect(load).toThrow(/KS001/)
  })

  test('all faults are said at once', () => {
    const load = withFault('services.json', (records) => {
      Object.assign(records[0] ?? {}, { slug: '!' })
      Object.assign(records[1] ?? {}, { type: 7 })
    })
    expect(load).toThrow(/2 faults[\s\S]*KS001[\s\S]*KS002/)
  })
})

describe('a database', () => {
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({ memory: true })
    await migrate(database)
  })
  afterAll(() => database?.close())

  const counts = async () => ({
    counties: await database.prisma.county.count(),
    municipalities: await database.prisma.municipality.count(),
    units: await database.prisma.administrativeUnit.count(),
    services: await database.prisma.service.count(),
    organizations: await database.prisma.organization.count(),
    helpLines: await database.prisma.helpLine.count(),
  })
  const expected = {
    counties: 12,
    municipalities: 61,
    units: 373,
    services: 194,
    organizations: seed.organizations.length,
    helpLines: seed.helpLines.length,
  }

  test('takes the records once', async () => {
    expect(await seedRealRecords(database.prisma)).toBe('loaded')
    expect(await counts()).toEqual(expected)
    expect(await seedRealRecords(database.prisma)).toBe('unchanged')
    expect(await counts()).toEqual(expected)
  })

  test('takes the facts of a record with it, and of no other', async () => {
    const { prisma } = database
    const select = {
      access: { select: { feature: true, answer: true } },
      languages: true,
      documentsSq: true,
      hours: true,
    }
    const find = (id: string) => prisma.service.findUniqueOrThrow({ where: { id }, select })
    expect(await find('KS001')).toEqual({ access: [], languages: [], documentsSq: [], hours: null })
    expect(await find('KS135')).toMatchObject({ languages: ['sqk'] })
    expect((await find('KS068')).access).toEqual([{ feature: 'text_contact', answer: true }])
    expect((await find('KS032')).documentsSq).toHaveLength(6)
    const withHours = await prisma.service.count({ where: { hours: { not: Prisma.AnyNull } } })
    expect(withHours).toBe(seed.services.filter(({ openingHours }) => openingHours).length)
  })

  test('says of none that it was checked', async () => {
    expect(await database.prisma.service.count({ where: { checkedOn: { not: null } } })).toBe(0)
  })

  test('takes a changed list whole, in place of the old one', async () => {
    const services = seed.services.filter(({ mergedInto }) => !mergedInto).slice(0, 100)
    expect(await seedRealRecords(database.prisma, { ...seed, services, digest: 'changed' })).toBe('loaded')
    expect(await counts()).toEqual({ ...expected, services: 100 })
  })

  test('keeps the old records when the new ones do not fit', async () => {
    const services = [...seed.services, { ...seed.services[0] }] as SeedFiles['services']
    await expect(seedRealRecords(database.prisma, { ...seed, services, digest: 'broken' })).rejects.toThrow()
    expect(await counts()).toEqual({ ...expected, services: 100 })
    expect(await seedRealRecords(database.prisma)).toBe('loaded')
    expect(await counts()).toEqual(expected)
  })
})
