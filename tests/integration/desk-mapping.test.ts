import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importMapping, undoMapping } from '../../app/features/mapping/commands.server'
import type { FileAct, FileView } from '../../app/features/mapping/desk-view'
import { mappingHandlers } from '../../app/features/mapping/do-file.server'
import {
  actOnFile,
  fileLimits,
  findFile,
  findFiles,
  removeOldFiles,
  sendFile,
} from '../../app/features/mapping/files.server'
import type { Viewer } from '../../app/lib/staff'
import { openDatabase, type Database } from '../../app/server/db.server'
import { runJobs } from '../../app/server/jobs.server'
import { migrate } from '../../app/server/migrate.server'
import { seedRealRecords } from '../../prisma/seed/index'
import { dumpDirectory, soundRow, writeMapping, type MappingRow } from '../support/mapping'
import { startPostgres } from '../support/postgres'
import { openTestDatabase } from '../support/test-database'
import { addStaff, findInDatabase, homes, places, useDatabase } from '../support/voice'

const slow = 120_000
const folder = mkdtempSync(join(tmpdir(), 'prane-desk-mapping-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Codes of the real records. */
const korce = places.korce
const tirana = 'AL224'

const now = new Date('2026-11-20T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

async function openRealHome(kind: (typeof homes)[number]) {
  const postgres = kind === 'postgres' ? await startPostgres() : null
  const database = await (postgres ? openDatabase({ url: postgres.url }) : openTestDatabase('real'))
  if (postgres) {
    await migrate(database)
    await seedRealRecords(database.prisma)
  }
  useDatabase(database)
  return { database, close: () => database.close().then(() => postgres?.stop()) }
}

describe.each(homes)('a mapping at the desk, %s', (kind) => {
  let home: { database: Database; close: () => Promise<void> }
  let db: Database['prisma']
  let own: Viewer
  let national: Viewer
  let stranger: Viewer

  beforeAll(async () => {
    home = await openRealHome(kind)
    db = home.database.prisma
    own = await addStaff(db, 'municipal_administrator', korce)
    stranger = await addStaff(db, 'municipal_administrator', tirana)
    national = await addStaff(db, 'national', null)
  }, slow)
  afterAll(() => home?.close(), slow)

  /** Each test begins with the seed records alone. */
  beforeEach(async () => {
    while (await undoMapping(db, now));
    await db.job.deleteMany()
    await db.mappingFile.deleteMany()
    await db.importRun.deleteMany({ where: { kind: 'mapping' } })
  }, slow)

  const elsewhere = { ...soundRow, municipality: 'Tiranë', service_name: 'Shembull – Tjetërkund' }
  const refuge = {
    ...soundRow,
    service_name: 'Shembull – Strehëza',
    service_type: 'Shërbim i specializuar',
    beneficiary_groups: 'Viktima të dhunës',
    location_hidden: 'po',
  }
  const bytesOf = (rows: MappingRow[]) => new Uint8Array(readFileSync(writeMapping(folder, randomUUID(), rows)))
  const work = (at = now) => runJobs(db, mappingHandlers(), at)
  const sendBytes = async (bytes: Uint8Array, viewer = own, name = 'shërbime.csv') => {
    const sent = await sendFile({ name, bytes }, { viewer, now })
    if (sent === null || 'error' in sent) throw new Error(`not taken: ${JSON.stringify(sent)}`)
    return sent.id
  }
  const send = (rows: MappingRow[], viewer = own) => sendBytes(bytesOf(rows), viewer)
  const look = async (id: string, viewer = own, at = now): Promise<FileView> => {
    const file = await findFile(id, { viewer, now: at, language: 'en' })
    if (!file) throw new Error('not seen')
    return file
  }
  const act = (id: string, name: FileAct, viewer = own) => actOnFile(id, name, { viewer, now })
  const tried = async (rows: MappingRow[], viewer = own) => {
    const id = await send(rows, viewer)
    await work()
    return id
  }
  const loaded = async (rows: MappingRow[], viewer = own) => {
    const id = await tried(rows, viewer)
    await act(id, 'load', viewer)
    await work()
    return id
  }
  const audit = async (id: string) =>
    (await db.auditEntry.findMany({ where: { subject: `mapping:${id}` }, orderBy: { id: 'asc' } })).map(
      ({ detail, staffId }) => [detail, staffId],
    )
  const exists = () => db.service.count({ where: { nameSq: soundRow.service_name ?? '' } })

  test('is tried, loaded and taken back, and each is written down', async () => {
    const before = await dumpDirectory(db)
    const id = await send([soundRow])
    expect(await look(id)).toMatchObject({ state: 'trying', rows: null, may: [], name: 'shërbime.csv' })
    expect(await work()).toBe(1)
    const trial = await look(id)
    expect(trial).toMatchObject({ state: 'tried', outcome: 'wouldLoad', rows: 1, may: ['load', 'drop'] })
    expect(trial.report).toMatchObject({ counts: { rows: 1, new: 1, changed: 0, refused: 0 }, errors: [], more: 0 })
    expect(await dumpDirectory(db)).toBe(before)
    expect(await db.importRun.count({ where: { kind: 'mapping' } })).toBe(0)

    await act(id, 'load')
    expect(await look(id)).toMatchObject({ state: 'loading', may: [] })
    expect(await exists()).toBe(0)
    await work()
    expect(await look(id)).toMatchObject({ state: 'loaded', outcome: 'loaded', may: ['undo'] })
    expect(await exists()).toBe(1)
    expect((await db.importRun.findFirst({ where: { kind: 'mapping' } }))?.source).toBe('shërbime.csv')
    expect((await db.mappingFile.findUnique({ where: { id } }))?.sealed).toBeNull()

    await act(id, 'undo')
    expect(await look(id)).toMatchObject({ state: 'undoing' })
    await work()
    expect(await look(id)).toMatchObject({ state: 'undone', may: [] })
    expect(await dumpDirectory(db)).toBe(before)
    expect(await audit(id)).toEqual(['sent', 'loaded', 'taken-back'].map((detail) => [detail, own.staffId]))
  })

  test('of one municipality holds its rows alone, also where a row names a record of another', async () => {
    const seeded = (municipalityCode: string) =>
      db.service.findFirstOrThrow({
        where: { municipalityCode, visibility: 'public', mergedIntoId: null, closedOn: null },
      })
    const [mine, theirs] = [await seeded(korce), await seeded(tirana)]
    await loaded([{ ...elsewhere, mapping_id: 'T-77' }, { ...refuge, municipality: 'Tiranë' }, refuge], national)
    const hidden = await db.service.findFirstOrThrow({ where: { municipalityCode: tirana, visibility: 'protected' } })
    const before = await dumpDirectory(db)
    const named = (name: string, row: MappingRow) => ({ ...soundRow, service_name: name, ...row })
    const id = await tried([
      elsewhere,
      { ...soundRow, municipality: 'E gjithë Shqipëria' },
      named('Shembull A', { record: theirs.id }),
      named('Shembull B', { record: hidden.id }),
      named('Shembull C', { mapping_id: 'T-77' }),
      named('Shembull D', { mapping_id: 'T-77', record: 'i ri' }),
      named(mine.nameSq, { record: mine.id }),
      soundRow,
      { ...refuge, source: 'Shembull – Bashkia', address: 'Rruga Shembull 9', contact_phone: '000 000' },
    ])
    const file = await look(id)
    expect(file).toMatchObject({ state: 'tried', outcome: 'refused', may: ['skip', 'drop'] })
    expect(file.report?.counts).toMatchObject({ rows: 9, refused: 6, new: 1, changed: 2 })
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = file.report?.errors ?? []
    for (const text of [a, b]) expect(text).toContain('This row is about another municipality.')
    for (const text of [c, e, f]) expect(text).toContain('is of another service')
    // An id of a hidden place reads as one that nobody has.
    expect(d).toContain('No service has this id.')
    expect(await dumpDirectory(db)).toBe(before)

    await act(id, 'skip')
    await work()
    expect(await look(id)).toMatchObject({ outcome: 'wouldLoad', may: ['load', 'drop'] })
    await act(id, 'load')
    await work()
    expect((await look(id)).report?.counts).toMatchObject({ new: 1, changed: 2, refused: 6 })
    const run = (await db.mappingFile.findUniqueOrThrow({ where: { id } })).runId
    const touched = await db.serviceLayer.findMany({ where: { runId: run }, select: { serviceId: true } })
    const codes = await db.service.findMany({ where: { id: { in: touched.map(({ serviceId }) => serviceId) } } })
    expect(new Set(codes.map(({ municipalityCode }) => municipalityCode))).toEqual(new Set([korce]))
    const kept = codes.find(({ nameSq }) => nameSq === refuge.service_name)
    expect(kept).toMatchObject({ visibility: 'protected', addressSq: null, phone: null, slug: null })
  })

  test('of the country’s staff may be about every municipality', async () => {
    const id = await loaded([soundRow, elsewhere], national)
    expect(await look(id, national)).toMatchObject({ state: 'loaded', municipality: null })
    expect(await exists()).toBe(1)
  })

  test('is seen by the administrators of its municipality and by the country’s staff, and by nobody else', async () => {
    const id = await tried([soundRow])
    const colleague = await addStaff(db, 'municipal_administrator', korce)
    const lost = await addStaff(db, 'municipal_administrator', null)
    expect((await findFiles(colleague)).map((file) => file.id)).toEqual([id])
    expect((await findFiles(national)).map((file) => file.id)).toEqual([id])
    for (const viewer of [stranger, lost]) {
      expect(await findFiles(viewer)).toEqual([])
      expect(await findFile(id, { viewer, now, language: 'en' })).toBeNull()
      for (const name of ['load', 'skip', 'undo', 'drop'] as const) expect(await act(id, name, viewer)).toBeNull()
    }
    expect(await sendFile({ name: 'x', bytes: bytesOf([soundRow]) }, { viewer: lost, now })).toBeNull()
    const countrys = await tried([soundRow], national)
    expect(await findFile(countrys, { viewer: own, now, language: 'en' })).toBeNull()
    expect(await look(id)).toMatchObject({ state: 'tried' })
  })

  test('is loaded once, however often the button is pressed', async () => {
    const id = await tried([soundRow])
    await Promise.all(Array.from({ length: 5 }, () => act(id, 'load')))
    expect(await db.job.count({ where: { doneAt: null } })).toBe(1)
    await Promise.all([work(), work()])
    await act(id, 'load')
    await work()
    expect(await db.importRun.count({ where: { kind: 'mapping' } })).toBe(1)
    expect(await audit(id)).toHaveLength(2)
    await Promise.all(Array.from({ length: 3 }, () => act(id, 'undo')))
    await work()
    expect(await db.importRun.count({ where: { kind: 'mapping', undoneAt: { not: null } } })).toBe(1)
    expect(await audit(id)).toHaveLength(3)
  })

  test('two files at the same time are loaded one after the other', async () => {
    const ids = [await tried([soundRow]), await tried([soundRow], national)]
    await Promise.all([act(ids[0] ?? '', 'load'), act(ids[1] ?? '', 'load', national)])
    await Promise.all([work(), work()])
    const states = await Promise.all(ids.map((id) => look(id, national).then(({ outcome }) => outcome)))
    expect(states.sort()).toEqual(['loaded', 'nothingNew'])
    expect(await exists()).toBe(1)
  })

  test('only the newest load can be taken back', async () => {
    const first = await loaded([soundRow])
    const second = await loaded([elsewhere], stranger)
    expect(await look(first)).toMatchObject({ state: 'loaded', may: [] })
    await act(first, 'undo')
    expect(await look(first)).toMatchObject({ state: 'loaded' })
    // Another one is loaded between the button and the work.
    await act(second, 'undo', stranger)
    await importMapping(db, writeMapping(folder, 'between', [{ ...soundRow, service_name: 'Shembull – Ndërkohë' }]), {
      dryRun: false,
      skipBadRows: false,
      completeFor: [],
      now,
    })
    await work()
    expect(await look(second, stranger)).toMatchObject({ state: 'loaded', outcome: 'notNewest', may: [] })
    await undoMapping(db, now)
    await act(second, 'undo', stranger)
    await work()
    expect(await look(second, stranger)).toMatchObject({ state: 'undone' })
    expect(await look(first)).toMatchObject({ may: ['undo'] })
  })

  test('whose process died is taken up again, and given up after some times', async () => {
    const id = await tried([soundRow])
    await act(id, 'load')
    // As a process leaves it that took the job and died.
    await db.job.updateMany({ where: { doneAt: null }, data: { attempts: 1, runAt: later(5) } })
    expect(await work(later(2))).toBe(0)
    expect(await look(id, own, later(2))).toMatchObject({ state: 'loading', isStill: true, may: [] })
    expect(await exists()).toBe(0)
    expect(await work(later(6))).toBe(1)
    expect(await look(id, own, later(6))).toMatchObject({ state: 'loaded' })
    expect(await exists()).toBe(1)

    await act(id, 'undo')
    await db.job.updateMany({ where: { doneAt: null }, data: { attempts: 3 } })
    await work()
    expect(await look(id)).toMatchObject({ state: 'loaded', outcome: 'undoFailed', may: ['undo'] })

    const other = await send([elsewhere], national)
    await db.job.updateMany({ where: { doneAt: null }, data: { attempts: 3 } })
    await work()
    expect(await look(other, national)).toMatchObject({ state: 'failed', outcome: 'trying', may: ['drop'] })
    expect(await act(other, 'drop', national)).toBe('gone')
    expect((await audit(other)).map(([detail]) => detail)).toEqual(['sent', 'dropped'])
  })

  test('a fault in the middle of a load leaves nothing', async () => {
    const before = await dumpDirectory(db)
    const rows = Array.from({ length: 1_200 }, (_, at) => ({ ...soundRow, service_name: `Shembull ${at}` }))
    const path = writeMapping(folder, 'long', rows)
    const options = { dryRun: false, skipBadRows: false, completeFor: [], now }
    const seen: number[] = []
    const onRows = (count: number) => {
      seen.push(count)
      if (count === 1_000) throw new Error('power')
    }
    await expect(importMapping(db, path, { ...options, onRows })).rejects.toThrow('power')
    expect(seen).toEqual([500, 1_000])
    const onLoaded = () => Promise.reject(new Error('too late'))
    await expect(importMapping(db, path, { ...options, onLoaded })).rejects.toThrow('too late')
    expect(await dumpDirectory(db)).toBe(before)
    expect(await db.importRun.count({ where: { kind: 'mapping' } })).toBe(0)
  })

  test.each([
    ['no table', Buffer.from([0, 1, 2, 3, 0, 0, 0, 9]), 'not a table of text'],
    ['another table', Buffer.from('Bashkia;Adresa\nKorçë;x\n'), 'These columns are missing in the first row'],
    ['half a spreadsheet', Buffer.from('PK\x03\x04rest'), 'cannot be read as XLSX'],
    ['headings alone', readFileSync('docs/mapping/template.csv'), null],
  ])('a file that is %s is refused in words', async (_, bytes, words) => {
    const id = await sendBytes(new Uint8Array(bytes))
    await work()
    const file = await look(id)
    if (words === null) return expect(file).toMatchObject({ state: 'tried', outcome: 'nothingNew', may: ['drop'] })
    expect(file).toMatchObject({ state: 'unreadable', may: ['drop'] })
    expect(file.fault).toContain(words)
    expect(file.fault).not.toContain('docs/')
    expect(await act(id, 'load')).toBe('begun')
    expect((await look(id)).state).toBe('unreadable')
  })

  test('nothing, an empty file and one that is too large are not taken', async () => {
    const asked = { viewer: own, now }
    expect(await sendFile(null, asked)).toEqual({ error: 'missing' })
    expect(await sendFile({ name: 'x.csv', bytes: new Uint8Array() }, asked)).toEqual({ error: 'empty' })
    const large = { name: 'x.csv', bytes: new Uint8Array(fileLimits.bytes + 1) }
    expect(await sendFile(large, asked)).toEqual({ error: 'tooLarge' })
    expect(await db.mappingFile.count()).toBe(0)
    expect(await db.job.count()).toBe(0)
  })

  test('one with too many rows is refused in words', async () => {
    const path = join(folder, 'many.csv')
    writeFileSync(path, `${readFileSync('docs/mapping/template.csv', 'utf8')}\n${'x\n'.repeat(fileLimits.rows + 1)}`)
    const id = await sendBytes(new Uint8Array(readFileSync(path)))
    await work()
    expect(await look(id)).toMatchObject({ state: 'unreadable', fault: expect.stringContaining('5000 rows') })
  })

  test('hostile names change nothing but their own text', async () => {
    const hostile = '<script>alert(1)</script> $t(mapping:usage) {{count}} \u202egnp'
    const id = await sendBytes(
      bytesOf([{ ...soundRow, municipality: hostile }]),
      own,
      `../../etc/${hostile}\u0000${'x'.repeat(300)}.csv`,
    )
    await work()
    const file = await look(id)
    expect(file.name).toMatch(/^script> \$t\(mapping:usage\) \{\{count\}\} gnpx+$/)
    expect(file.name).toHaveLength(100)
    expect(file.report?.errors[0]).toContain('<script>alert(1)</script> $t(mapping:usage) {{count}}')
    expect(file.report?.errors[0]).not.toContain('\u202e')
    const clean = await loaded([{ ...soundRow, service_name: `Shembull ${hostile}'; drop table "Service"` }])
    expect(await look(clean)).toMatchObject({ state: 'loaded' })
  })

  test('rests sealed until it is loaded, and a week at most', async () => {
    const secret = 'Shembull – Qxzvara'
    const id = await tried([{ ...soundRow, service_name: secret, contact_phone: `jo numër ${secret}` }])
    expect((await look(id)).report?.errors[0]).toContain(secret)
    expect(await findInDatabase(db, [secret])).toEqual([])
    await removeOldFiles(later(6 * 24 * 60))
    expect((await look(id)).state).toBe('tried')
    const kept = await loaded([soundRow])
    await removeOldFiles(later(8 * 24 * 60))
    expect(await findFile(id, { viewer: own, now, language: 'en' })).toBeNull()
    expect(await look(kept)).toMatchObject({ state: 'loaded', report: null })
  })
})
