import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importMapping, undoMapping, type ImportOptions } from '../../app/features/mapping/commands.server'
import { findLayers } from '../../app/features/mapping/layers.server'
import { reportLines } from '../../app/features/mapping/report.server'
import { originsOf } from '../../app/features/mapping/rules'
import { openDatabase, type Database, type DatabaseOptions } from '../../app/server/db.server'
import { migrate } from '../../app/server/migrate.server'
import { loadSeedFiles, seedRealRecords } from '../../prisma/seed/index'
import { dumpDirectory, layOver, soundRow, writeMapping, type MappingRow } from '../support/mapping'
import { startPostgres } from '../support/postgres'
import { makeXlsx } from '../support/xlsx'

const slow = 120_000
const folder = mkdtempSync(join(tmpdir(), 'prane-mapping-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Home = { options: DatabaseOptions; stop: () => Promise<void> }
const homes: [Database['home'], () => Promise<Home>][] = [
  ['embedded', async () => ({ options: { memory: true }, stop: async () => {} })],
  ['postgres', async () => startPostgres().then(({ url, stop }) => ({ options: { url }, stop }))],
]

describe.each(homes)('a mapping, %s', (_, open) => {
  let home: Home
  let database: Database
  const db = () => database.prisma
  let files = 0

  beforeAll(async () => {
    home = await open()
    database = await openDatabase(home.options)
    await migrate(database)
    await seedRealRecords(db())
  }, slow)

  afterAll(async () => {
    await database?.close()
    await home?.stop()
  })

  /** Each test begins with the seed records alone. */
  beforeEach(async () => {
    while (await undoMapping(db(), now));
    await db().importRun.deleteMany({ where: { kind: 'mapping' } })
    await db().serviceLayer.deleteMany({ where: { kind: 'local' } })
  }, slow)

  const now = new Date('2026-11-20T10:00:00Z')
  const load = (rows: MappingRow[], options: Partial<ImportOptions> = {}) =>
    loadFile(writeMapping(folder, `mapping ${++files}`, rows), options)
  const loadFile = (path: string, options: Partial<ImportOptions> = {}) =>
    importMapping(db(), path, { dryRun: false, skipBadRows: false, completeFor: [], now, ...options })
  const byName = (nameSq: string) => db().service.findFirstOrThrow({ where: { nameSq } })
  const counts = { rows: 1, new: 0, changed: 0, closed: 0, unchanged: 0, refused: 0 }
  const own = { ...soundRow, contact_phone: '000 000', address: 'Rruga Shembull 1', lat: '40.6', lon: '20.8' }

  test('becomes services, each value with its run and row', async () => {
    const report = await load([
      { ...soundRow, service_name: 'Tjetër' },
      { ...own, cost_to_user: 'Falas', capacity: '20', accessibility: 'rampë; pa ashensor; anglisht; e re' },
    ])
    expect(report).toMatchObject({ outcome: 'loaded', counts: { ...counts, rows: 2, new: 2 }, errors: [] })
    const service = await byName('Shembull – Qendra ditore')
    expect(service).toMatchObject({
      slug: 'shembull-qendra-ditore-korce',
      municipalityCode: 'AL343',
      typeCode: 'community_day',
      visibility: 'public',
      providerKind: 'ngo',
      addressSq: 'Rruga Shembull 1',
      lat: 40.6,
      phone: '000 000',
      isFree: true,
      seenOn: new Date('2026-01-10'),
      seenPrecision: 'day',
      checkedOn: null,
      closedOn: null,
    })
    const layers = await db().$transaction((tx) => findLayers(tx, [service.id]))
    expect(originsOf(layers.get(service.id) ?? [])).toMatchObject({
      phone: { kind: 'mapping', runId: report.runId, row: 3 },
      kept: { kind: 'mapping', runId: report.runId, row: 3 },
    })
    expect(layers.get(service.id)?.[0]?.values.kept).toEqual({
      capacity: '20',
      accessibility: 'rampë; pa ashensor; anglisht; e re',
    })
    expect(service.languages).toEqual(['en'])
    expect(
      await db().serviceAccess.findMany({ where: { serviceId: service.id }, orderBy: { feature: 'asc' } }),
    ).toMatchObject([
      { feature: 'ramp', answer: true },
      { feature: 'lift', answer: false },
    ])
    expect(await db().serviceTargetGroup.count({ where: { serviceId: service.id } })).toBe(2)
    expect(await db().serviceSource.findMany({ where: { serviceId: service.id } })).toMatchObject([
      { title: 'Shembull – Hartëzimi', position: 0 },
    ])
  })

  test('loaded twice changes nothing', async () => {
    const rows = [own, { ...soundRow, service_name: 'Tjetër', record: 'i ri' }, { ...soundRow, provider: 'Një tjetër' }]
    expect(await load(rows)).toMatchObject({ outcome: 'loaded', counts: { new: 3 } })
    const [dump, runs] = [await dumpDirectory(db()), await db().importRun.findMany()]
    expect(await load(rows)).toMatchObject({ outcome: 'nothingNew', counts: { new: 0, changed: 0, unchanged: 3 } })
    expect(await dumpDirectory(db())).toBe(dump)
    expect(await db().importRun.findMany()).toEqual(runs)
  })

  test('tried writes nothing and says what it would do', async () => {
    await load([own, { ...soundRow, service_name: 'Zhduket' }])
    const dump = await dumpDirectory(db())
    const rows = [
      { ...own, contact_phone: '111 111' },
      { ...soundRow, service_name: 'E re' },
    ]
    const trial = await load(rows, { dryRun: true, completeFor: ['Korçë'] })
    expect(trial).toMatchObject({ outcome: 'wouldLoad', runId: null })
    expect(await dumpDirectory(db())).toBe(dump)
    const report = await load(rows, { completeFor: ['Korçë'] })
    expect(report.counts).toEqual({ ...counts, rows: 2, new: 1, changed: 1, closed: 1 })
    expect(trial.counts).toEqual(report.counts)
  })

  test('is taken back exactly, run by run', async () => {
    const dumps = [await dumpDirectory(db())]
    const base = await db().service.findFirstOrThrow({ where: { visibility: 'public', mergedIntoId: null, lat: null } })
    await load([
      own,
      { ...soundRow, service_name: 'Zhduket' },
      { ...soundRow, record: base.id, service_name: 'Emër i ri' },
    ])
    await layOver(db(), (await byName('Zhduket')).id, { phone: '222' }, now)
    dumps.push(await dumpDirectory(db()))
    await load(
      [
        { ...own, contact_phone: '111 111' },
        { ...soundRow, service_name: 'E re' },
      ],
      { completeFor: ['AL343'] },
    )
    expect(await dumpDirectory(db())).not.toBe(dumps[1])
    expect(await undoMapping(db(), now)).toMatchObject({ services: 4 })
    expect(await dumpDirectory(db())).toBe(dumps[1])
    await db().serviceLayer.deleteMany({ where: { kind: 'local' } })
    expect(await undoMapping(db(), now)).toMatchObject({ services: 3 })
    expect(await dumpDirectory(db())).toBe(dumps[0])
    expect(await undoMapping(db(), now)).toBeNull()
    expect(await db().importRun.findMany({ where: { kind: 'mapping' }, select: { undoneAt: true } })).toEqual([
      { undoneAt: now },
      { undoneAt: now },
    ])
  })

  test('does not cover what was corrected here, and an undo leaves the correction waiting', async () => {
    await load([own])
    const { id } = await byName('Shembull – Qendra ditore')
    const values = { phone: '333', name: { sq: 'Emri i saktë', en: 'The right name' }, checkedOn: '2026-11-01' }
    await layOver(db(), id, values, now)
    const corrected = { phone: '333', nameSq: 'Emri i saktë', checkedOn: new Date('2026-11-01') }
    const read = () => db().service.findUnique({ where: { id } })
    expect(await read()).toMatchObject({ ...corrected, isFree: null })
    expect(await load([{ ...own, contact_phone: '444', cost_to_user: 'Falas' }])).toMatchObject({
      counts: { changed: 1 },
    })
    expect(await read()).toMatchObject({ ...corrected, isFree: true })
    await undoMapping(db(), now)
    await undoMapping(db(), now)
    expect(await read()).toBeNull()
    await load([own])
    expect(await read()).toMatchObject(corrected)
  })

  test('and corrections stay when the seed files change', async () => {
    await load([own])
    const seed = loadSeedFiles()
    const [first] = seed.services
    await layOver(db(), first!.id, { phone: '555', checkedOn: '2026-11-01' }, now)
    await load([{ ...soundRow, record: first!.id, service_name: 'Tjetër', cost_to_user: 'Falas' }])
    const changed = { ...first!, caution: { sq: 'E re', en: 'New' }, phone: '666' }
    const services = [changed, ...seed.services.slice(1)]
    expect(await seedRealRecords(db(), { ...seed, services, digest: `changed ${files}` })).toBe('loaded')
    expect(await db().service.findUnique({ where: { id: first!.id } })).toMatchObject({
      phone: '555',
      checkedOn: new Date('2026-11-01'),
      isFree: true,
      cautionSq: 'E re',
    })
    expect(await byName('Shembull – Qendra ditore')).toMatchObject({ phone: '000 000', lat: 40.6 })
    await seedRealRecords(db())
    expect((await byName('Shembull – Qendra ditore')).slug).toBe('shembull-qendra-ditore-korce')
  })

  test('finds the services that are here: by their id, their number, or name, place and provider', async () => {
    const base = await db().service.findFirstOrThrow({
      where: { visibility: 'public', municipalityCode: { not: null }, mergedIntoId: null },
      include: { municipality: true },
    })
    const place = base.municipality!.nameSqDefinite
    const same = {
      ...soundRow,
      service_name: base.nameSq.toUpperCase(),
      municipality: place,
      provider: base.providerSq,
    }
    expect(await load([same])).toMatchObject({ outcome: 'loaded', counts: { changed: 1, new: 0 } })
    expect(await db().service.findUnique({ where: { id: base.id } })).toMatchObject({
      slug: base.slug,
      isFree: base.isFree,
    })
    await undoMapping(db(), now)

    const other = { ...same, provider: 'Shembull – Dikush tjetër' }
    const refused = await load([other])
    expect(refused).toMatchObject({
      outcome: 'refused',
      errors: [{ row: 2, column: 'record', fault: 'ambiguous', detail: base.id }],
    })
    expect(await load([{ ...other, record: base.id, mapping_id: '17' }])).toMatchObject({ counts: { changed: 1 } })
    expect(
      await load([{ ...soundRow, municipality: place, mapping_id: '17', service_name: 'Krejt tjetër' }]),
    ).toMatchObject({
      counts: { changed: 1 },
    })
    expect(await load([{ ...other, record: 'i ri' }])).toMatchObject({ counts: { new: 1 } })
  })

  test('that names a service twice, once by its number, is told so within one batch', async () => {
    const numbered = { ...own, mapping_id: '1' }
    for (const rows of [
      [numbered, own],
      [own, numbered],
    ]) {
      expect(await load(rows)).toMatchObject({ errors: [{ row: 3, fault: 'double', detail: '2' }] })
    }
  })

  test('keeps the English, the times and the place that are known for the same Albanian', async () => {
    await load([{ ...own, opening_hours: 'Çdo ditë', documents_required: 'Vendim' }])
    const { id } = await byName(own.service_name!)
    const layer = await db().serviceLayer.findFirstOrThrow({ where: { serviceId: id } })
    const reviewed = {
      name: { sq: own.service_name, en: 'Example – Day centre' },
      hours: { sq: 'Çdo ditë', en: 'Every day' },
      address: { sq: own.address, en: 'Example Street 1', precision: 'address' },
      documents: [{ sq: 'Vendim', en: 'Decision' }],
    }
    const values = { ...(layer.values as object), ...reviewed }
    await db().serviceLayer.update({ where: { id: layer.id }, data: { values } })
    const same = { ...soundRow, address: own.address!, opening_hours: 'ÇDO DITË', documents_required: 'Vendim; Raport' }
    expect(await load([same])).toMatchObject({ counts: { changed: 1 } })
    const english = { nameEn: 'Example – Day centre', hoursEn: 'Every day', addressEn: 'Example Street 1', lat: 40.6 }
    expect(await byName(own.service_name!)).toMatchObject(english)
    const changed = { ...same, address: 'Rruga Tjetër 2', opening_hours: 'E hënë' }
    expect(await load([changed])).toMatchObject({ counts: { changed: 1 } })
    const fallen = {
      nameEn: 'Example – Day centre',
      hoursEn: 'E hënë',
      addressEn: 'Rruga Tjetër 2',
      lat: null,
      lon: null,
    }
    expect(await byName(own.service_name!)).toMatchObject(fallen)
    expect(await load([changed])).toMatchObject({ outcome: 'nothingNew' })
  })

  test('two services of one name get pages of their own', async () => {
    await load([soundRow, { ...soundRow, provider: 'Një tjetër' }])
    const slugs = await db().service.findMany({ where: { nameSq: soundRow.service_name! }, select: { slug: true } })
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(2)
    expect(slugs.map(({ slug }) => slug)).toContain('shembull-qendra-ditore-korce')
  })

  test('that is complete closes what it names no more, and opens what it names again', async () => {
    await load([own, { ...soundRow, service_name: 'Në Tiranë', municipality: 'Tiranë' }])
    const incomplete = await load([{ ...soundRow, service_name: 'E re' }])
    expect(incomplete.counts).toMatchObject({ new: 1, closed: 0 })
    const rows = [{ ...soundRow, service_name: 'E re' }]
    const seeded = { where: { municipalityCode: 'AL343', closedOn: null, id: { startsWith: 'KS' } } }
    const before = await db().service.count(seeded)
    expect(await load(rows, { completeFor: ['bashkia korce'] })).toMatchObject({
      outcome: 'loaded',
      counts: { closed: 1, unchanged: 1 },
    })
    expect((await byName(own.service_name!)).closedOn).toEqual(new Date('2026-11-20'))
    expect((await byName('Në Tiranë')).closedOn).toBeNull()
    // What no mapping ever named has a source of its own.
    expect(await db().service.count(seeded)).toBe(before)
    expect(await load(rows, { completeFor: ['Korçë'] })).toMatchObject({ outcome: 'nothingNew' })
    expect(await load([own])).toMatchObject({ counts: { changed: 1 } })
    expect((await byName(own.service_name!)).closedOn).toBeNull()
  })

  test('that is complete and says nothing of a municipality closes nothing there', async () => {
    await load([own])
    const dump = await dumpDirectory(db())
    const silent = await load([{ ...soundRow, municipality: 'Tiranë' }], { completeFor: ['Korçë'] })
    expect(silent).toMatchObject({ outcome: 'refused', counts: { closed: 0, refused: 0 } })
    expect(reportLines(silent, ['Korçë']).join(' ')).toContain('says nothing of a municipality')
    expect(await dumpDirectory(db())).toBe(dump)
    // Where no mapping names a service there is nothing to close.
    expect(await load([own], { completeFor: ['Korçë', 'Has'] })).toMatchObject({ counts: { closed: 0 } })
  })

  test('names a refuge once, and no later row makes it appear', async () => {
    const row = { ...own, service_name: 'Shembull – Agimi', beneficiary_groups: 'Viktima të dhunës' }
    await load([{ ...row, service_type: 'Shërbim i specializuar', location_hidden: 'po' }])
    await load([{ ...row, beneficiary_groups: 'Gra', location_hidden: 'jo' }])
    expect(await byName('Shembull – Agimi')).toMatchObject({
      visibility: 'protected',
      slug: null,
      phone: null,
      addressSq: null,
    })
  })

  test('turns no service into another one by its number alone', async () => {
    await load([{ ...own, mapping_id: '1', service_name: 'Shembull – Njëra', municipality: 'Tiranë' }])
    const other = await load([{ ...own, mapping_id: '1', service_name: 'Shembull – Tjetra' }])
    expect(other).toMatchObject({ outcome: 'refused', errors: [{ column: 'mapping_id', fault: 'otherRecord' }] })
    // The same number and place, or the same number and name, are the same service.
    expect(
      await load([{ ...own, mapping_id: '1', service_name: 'Shembull – Tjetra', municipality: 'Tiranë' }]),
    ).toMatchObject({ counts: { changed: 1 } })
    expect(await load([{ ...own, mapping_id: '1', service_name: 'Shembull – Tjetra' }])).toMatchObject({
      counts: { changed: 1 },
    })
  })

  test('that is complete is not loaded without its bad rows: they would close what they name', async () => {
    await load([own])
    const dump = await dumpDirectory(db())
    const bad = await load([{ ...own, verified_on: 'dje' }], { completeFor: ['Korçë'], skipBadRows: true })
    expect(bad).toMatchObject({ outcome: 'refused', counts: { closed: 0, refused: 1 } })
    expect(await dumpDirectory(db())).toBe(dump)
    await expect(load([own], { completeFor: ['Atlantida'] })).rejects.toThrow('Atlantida')
  })

  test('with bad rows is refused whole, or loaded without them, as chosen', async () => {
    const dump = await dumpDirectory(db())
    const rows = [own, { ...soundRow, service_name: 'Keq', service_type: 'x', verified_on: '31.02.2026' }, soundRow]
    const refused = await load(rows)
    expect(refused).toMatchObject({ outcome: 'refused', runId: null, counts: { rows: 3, refused: 2 } })
    expect(refused.errors).toMatchObject([
      { row: 3, column: 'service_type', value: 'x', fault: 'unknown' },
      { row: 3, column: 'verified_on', value: '31.02.2026', fault: 'notDate' },
      { row: 4, column: 'service_name', fault: 'double', detail: '2' },
    ])
    expect(await dumpDirectory(db())).toBe(dump)
    expect(await load(rows, { skipBadRows: true })).toMatchObject({ outcome: 'loaded', counts: { new: 1, refused: 2 } })
    const lines = reportLines(refused, [])
    expect(lines[0]).toMatch(
      /^Rreshti 3, kolona “Tipologjia e shërbimit”, vlera “x”\. Kjo vlerë nuk njihet\. Mund të shkruani: Shërbim ditor; /,
    )
    expect(lines).toContain(
      'Row 3, column “Verified on”, value “31.02.2026”. This is not a date. Write it as 2026-03-04, 2026-03 or 2026.',
    )
  })

  test('never shows a refuge, and does not even keep its place', async () => {
    const shelter = {
      ...own,
      service_type: 'Shërbim rezidencial afatgjatë',
      beneficiary_groups: 'Viktima të dhunës',
      location_hidden: 'jo',
    }
    expect(await load([shelter])).toMatchObject({ outcome: 'loaded' })
    expect(await byName(own.service_name!)).toMatchObject({
      visibility: 'protected',
      slug: null,
      phone: null,
      addressSq: null,
      lat: null,
    })
    expect(JSON.stringify(await db().serviceLayer.findMany({ where: { kind: 'mapping' } }))).not.toMatch(
      /Rruga|40\.6|000 000/,
    )
    // The same name, said to be something harmless: it stays what it was in the base of another source.
    await undoMapping(db(), now)
    const base = await db().service.findFirstOrThrow({
      where: { visibility: 'no_place', municipalityCode: { not: null } },
    })
    expect(await load([{ ...own, record: base.id }])).toMatchObject({ outcome: 'loaded' })
    expect(await db().service.findUnique({ where: { id: base.id } })).toMatchObject({
      visibility: 'no_place',
      addressSq: null,
      lat: null,
    })
  })

  test('that cannot be read leaves the database as it was', async () => {
    await load([own])
    const dump = await dumpDirectory(db())
    const hostile: [string, string | Buffer][] = [
      ['empty', ''],
      ['zeros', Buffer.alloc(1000)],
      ['headings', 'a;b\n1;2\n'],
      ['zip', Buffer.from('PK\x03\x04broken')],
      ['huge', Buffer.concat([Buffer.from('Bashkia\n"'), Buffer.alloc(1_000_000, 'x')])],
    ]
    for (const [name, content] of hostile) {
      const path = join(folder, name)
      writeFileSync(path, content)
      await expect(loadFile(path), name).rejects.toMatchObject({ code: expect.any(String) })
    }
    const late = writeMapping(folder, 'late', [{ ...soundRow, service_name: 'Para gabimit' }])
    writeFileSync(late, '"never closed', { flag: 'a' })
    await expect(loadFile(late)).rejects.toMatchObject({ code: 'quote' })
    expect(await dumpDirectory(db())).toBe(dump)
  })

  test('keeps formulas out, and signs that would break the database', async () => {
    const names = ['=HYPERLINK("https://example.org")', '#REF!', '\u0001', '\uE000']
    const rows = names.map((service_name) => ({ ...soundRow, service_name }))
    const report = await load(rows, { skipBadRows: true })
    expect(report).toMatchObject({ outcome: 'nothingNew', counts: { refused: 4 } })
    expect(report.errors.map(({ fault }) => fault)).toEqual(['formula', 'formula', 'control', 'control'])
    await expect(load([{ ...soundRow, service_name: 'a\0b' }])).rejects.toMatchObject({ code: 'notText' })
  })

  test('may be a spreadsheet', async () => {
    const path = join(folder, 'mapping.xlsx')
    const names = Object.keys(soundRow)
    const cells = names.map((name) =>
      name === 'verified_on' ? { xml: '<c><v>46032</v></c>' } : soundRow[name as keyof MappingRow]!,
    )
    writeFileSync(path, makeXlsx([names, cells]))
    expect(await loadFile(path)).toMatchObject({ outcome: 'loaded', counts: { new: 1 } })
    expect((await byName(soundRow.service_name!)).seenOn).toEqual(new Date('2026-01-10'))
  })

  test('of thousands of rows goes through in batches and back', { timeout: slow }, async () => {
    const dump = await dumpDirectory(db())
    const rows = Array.from({ length: 2_100 }, (_, index) => ({ ...own, service_name: `Shembull ${index}` }))
    const double = { ...own, service_name: 'Shembull 7' }
    expect(await load([...rows, double], { skipBadRows: true })).toMatchObject({
      counts: { rows: 2_101, new: 2_100, refused: 1 },
      errors: [{ row: 2_102, fault: 'double', detail: '9' }],
    })
    expect(await load(rows)).toMatchObject({ outcome: 'nothingNew', counts: { unchanged: 2_100 } })
    expect(await load(rows.slice(0, 1), { completeFor: ['Korçë'] })).toMatchObject({ counts: { closed: 2_099 } })
    await undoMapping(db(), now)
    await undoMapping(db(), now)
    expect(await dumpDirectory(db())).toBe(dump)
  })
})
