import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDataFile } from '../../app/features/directory/exports.server'
import { findServices, getService } from '../../app/features/directory/queries.server'
import { importMapping, undoMapping } from '../../app/features/mapping/commands.server'
import { getOrigins, typesKnownMissing } from '../../app/features/mapping/queries.server'
import { shelteringTypes } from '../../app/features/mapping/rules'
import { loader } from '../../app/routes/service'
import type { Database } from '../../app/server/db.server'
import { layOver, soundRow, writeMapping, type MappingRow } from '../support/mapping'
import { openSeededDatabase } from '../support/test-database'

const folder = mkdtempSync(join(tmpdir(), 'prane-pages-'))
const now = new Date('2026-11-20T10:00:00Z')
let database: Database

beforeAll(async () => {
  database = await openSeededDatabase()
})

afterAll(async () => {
  await database?.close()
  rmSync(folder, { recursive: true })
})

let files = 0
const load = (rows: MappingRow[], completeFor: string[] = []) => {
  const path = writeMapping(folder, `mapping ${++files}`, rows)
  return importMapping(database.prisma, path, { dryRun: false, skipBadRows: false, completeFor, now })
}
const slug = 'shembull-qendra-ditore-korce'
const row = { ...soundRow, service_name: 'Shembull – Qendra ditore' }
const statusOf = (register: string) =>
  loader({ params: { register, slug }, request: new Request('http://prane.example'), context: {} }).then(
    ({ status }) => status,
    (error: unknown) => (error as Response).status,
  )

test('a service of a mapping has a page, a line and a row in the open file; when it closes, it has none of them', async () => {
  expect(await statusOf('sq')).toBe(404)
  await load([row], ['Korçë'])
  expect(await getService({ slug, language: 'en', now: new Date() })).toMatchObject({
    kind: 'shown',
    service: { name: row.service_name },
  })
  const linesOf = async () =>
    (await findServices({ filter: { municipality: 'korce' }, language: 'sq' })).map((s) => s.slug)
  expect(await linesOf()).toContain(slug)
  expect((await getDataFile('services.csv'))?.body).toContain(slug)

  await load([{ ...row, service_name: 'Tjetër' }], ['Korçë'])
  expect(await getService({ slug, language: 'sq', now: new Date() })).toEqual({ kind: 'closed' })
  for (const register of ['sq', 'en', 'sq-simple', 'en-simple']) expect(await statusOf(register)).toBe(410)
  expect(await linesOf()).not.toContain(slug)
  expect((await getDataFile('services.csv'))?.body).not.toContain(slug)
  while (await undoMapping(database.prisma, now));
  expect(await statusOf('sq')).toBe(404)
})

test('only a complete mapping says what a municipality does not have', async () => {
  expect(await typesKnownMissing('korce')).toBeNull()
  await load([{ ...row, municipality: 'Pustec', service_type: 'Shërbim gjysmëditor' }])
  expect(await typesKnownMissing('pustec')).toBeNull()
  await load([{ ...row, municipality: 'Pustec', service_type: 'Shërbim gjysmëditor' }], ['Pustec'])
  const missing = await typesKnownMissing('pustec')
  expect(missing?.on).toBe('2026-11-20')
  expect(missing?.types).toContain('community_day')
  expect(missing?.types).not.toContain('community_half_day')
  expect(await typesKnownMissing('korce')).toBeNull()
  expect(await typesKnownMissing('nowhere')).toBeNull()
  while (await undoMapping(database.prisma, now));
  expect(await typesKnownMissing('pustec')).toBeNull()
})

test('what is missing tells nothing about a refuge', async () => {
  const refuge = { ...row, municipality: 'Pustec', location_hidden: 'po' }
  await load([{ ...row, municipality: 'Pustec' }], ['Pustec'])
  const without = await typesKnownMissing('pustec')
  // To call one of them missing could be false, and to name it only where there is none would tell where there is one.
  expect(without?.types.filter((type) => shelteringTypes.includes(type))).toEqual([])
  for (const service_type of [
    'Shërbim rezidencial i specializuar',
    'Shërbim i emergjencës 72-orëshe',
    'Shërbim gjysmëditor',
  ]) {
    const groups = { beneficiary_groups: 'Viktima të dhunës', service_name: service_type }
    await load([
      { ...row, municipality: 'Pustec' },
      { ...refuge, ...groups, service_type },
    ])
    expect(await typesKnownMissing('pustec'), service_type).toEqual(without)
  }
  while (await undoMapping(database.prisma, now));
})

test('every value can be asked where it comes from', async () => {
  const { runId } = await load([row])
  const { id } = await database.prisma.service.findFirstOrThrow({ where: { slug } })
  await layOver(database.prisma, id, { phone: '000 000' }, now)
  expect(await getOrigins(id)).toMatchObject({
    provider: { kind: 'mapping', runId, row: 2 },
    phone: { kind: 'local', runId: null, row: null },
  })
  expect(await getOrigins('KS001')).toMatchObject({ name: { kind: 'base', row: 2 } })
})
