import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restoreBackup, UnfitBackup, writeBackup } from '../../app/server/backup.server'
import { openDatabase, type Database } from '../../app/server/db.server'
import { codeHash, sealText } from '../../app/server/keys.server'
import { migrate } from '../../app/server/migrate.server'
import { startPostgres, type TestPostgres } from '../support/postgres'
import { openTestDatabase } from '../support/test-database'

const slow = 180_000
const now = new Date('2026-11-23T09:00:00Z')
const id = '0b6c1c1e-3c7e-4a53-9a7e-0d8a0e3a9a11'

let folder: string
let postgres: TestPostgres
let embedded: Database
let server: Database

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prane-backup-'))
  postgres = await startPostgres()
  embedded = await openTestDatabase('real')
  await embedded.prisma.submission.create({
    data: {
      id,
      codeHash: codeHash('1234567890128'),
      kind: 'feedback',
      category: 'idea',
      municipalityCode: 'AL343',
      register: 'sq',
      sealed: sealText('Fjalë të mbyllura', id),
      receivedAt: now,
      dueOn: new Date('2026-12-10'),
      events: { create: [{ kind: 'sent', at: now, sealed: sealText('ë', id) }] },
    },
  })
  await embedded.prisma.draft.create({ data: { id: 'draft', sealed: new Uint8Array([1]), expiresAt: now } })
  server = await openDatabase({ url: postgres.url })
}, slow)

afterAll(async () => {
  await server?.close()
  await embedded?.close()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Every row of every table but the drafts, as text. */
async function everything({ prisma }: Database): Promise<string[]> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%' ORDER BY 1`
  const lines: string[] = []
  for (const { name } of tables.filter((table) => !table.name.startsWith('Draft'))) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT row_to_json(t)::text AS row FROM "${name}" t`)
    lines.push(...rows.map(({ row }) => `${name} ${row}`))
  }
  return lines.sort()
}

describe('a backup', () => {
  const file = () => join(folder, 'first.backup')

  test('of one home is restored in the other, row by row, and back', { timeout: slow }, async () => {
    const rows = await writeBackup(embedded, file(), now)
    const before = await everything(embedded)
    expect(rows).toBe(before.length)
    expect(rows).toBeGreaterThan(1000)

    await migrate(server)
    expect(await restoreBackup(server, file())).toBe(rows)
    expect(await everything(server)).toEqual(before)

    const back = join(folder, 'back.backup')
    await writeBackup(server, back, now)
    const other = await openTestDatabase('empty')
    try {
      await restoreBackup(other, back)
      expect(await everything(other)).toEqual(before)
    } finally {
      await other.close()
    }
  })

  test('new rows go on counting after a restore', async () => {
    const { id: eventId } = await server.prisma.submissionEvent.create({
      data: { submissionId: id, kind: 'told', at: now },
      select: { id: true },
    })
    expect(eventId).toBe(2)
  })

  test('holds no word that people wrote, and no draft', () => {
    const text = gunzipSync(readFileSync(file())).toString()
    expect(text).toContain(id)
    expect(text).not.toContain('Fjalë të mbyllura')
    expect(text).not.toContain('"table":"Draft"')
  })

  test('is not restored over data', async () => {
    await expect(restoreBackup(embedded, file())).rejects.toThrow('not empty')
  })

  test.each([
    ['another key', (text: string) => text.replace(/"keyMark":"\w/, '"keyMark":"_'), 'another key'],
    ['another version', (text: string) => text.replace('"migrations":["', '"migrations":["1_x","'), 'another version'],
    ['no head', (text: string) => text.slice(text.indexOf('\n') + 1), 'no backup'],
  ])('of %s is refused in words', async (_, change, words) => {
    const changed = join(folder, 'changed.backup')
    writeFileSync(changed, gzipSync(change(gunzipSync(readFileSync(file())).toString())))
    await expect(restoreBackup(embedded, changed)).rejects.toThrow(words)
    await expect(restoreBackup(embedded, changed)).rejects.toThrow(UnfitBackup)
  })

  test('that is cut off leaves nothing behind', { timeout: slow }, async () => {
    const cut = join(folder, 'cut.backup')
    const whole = readFileSync(file())
    writeFileSync(cut, whole.subarray(0, Math.floor(whole.length / 2)))
    const empty = await openTestDatabase('empty')
    try {
      await expect(restoreBackup(empty, cut)).rejects.toThrow('cut off')
      expect(await everything(empty)).toEqual([])
    } finally {
      await empty.close()
    }
  })

  test('that is not there is said so', async () => {
    await expect(restoreBackup(embedded, join(folder, 'nothing'))).rejects.toThrow('There is no file')
  })
})
