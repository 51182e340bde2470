import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Prisma } from '../../generated/prisma/client'
import type { Database } from './db.server'
import { keyMark } from './keys.server'

/**
 * A backup is a compressed file of JSON lines: a head, then every row after the name of its table. It is the same for
 * both homes, so that it also carries the data from one to the other. What is sealed stays sealed: the key is in no
 * backup and is kept apart.
 */
type Head = { prane: 1; migrations: string[]; keyMark: string; madeAt: string }
type Row = { table: string; row: Record<string, unknown> }
type Transaction = Prisma.TransactionClient

const batch = 500
const patience = { maxWait: 60_000, timeout: 60 * 60_000 }
/** Drafts open with a cookie only and are gone in a day; nobody is signed in where a backup is put back. */
const leftOut = ['Draft', 'DraftFile', 'HeldForm', 'StaffSession']

/** A backup that cannot be restored here; the message says why and what to do. */
export class UnfitBackup extends Error {}

/** Writes every row as it stands at one moment, and returns how many. The file appears when it is whole. */
export async function writeBackup(database: Database, path: string, now: Date): Promise<number> {
  const partial = `${path}.partial`
  let rows = 0
  try {
    await database.prisma.$transaction(
      async (transaction) => {
        const lines = async function* () {
          const head: Head = { prane: 1, ...(await stateOf(transaction)), madeAt: now.toISOString() }
          yield `${JSON.stringify(head)}\n`
          for (const table of await tablesInOrder(transaction)) {
            for await (const row of rowsOf(transaction, table)) {
              rows += 1
              yield `{"table":${JSON.stringify(table)},"row":${row}}\n`
            }
          }
        }
        await pipeline(Readable.from(lines()), createGzip(), createWriteStream(partial, { mode: 0o600 }))
      },
      { ...patience, isolationLevel: 'RepeatableRead' },
    )
    await rename(partial, path)
  } finally {
    await rm(partial, { force: true })
  }
  return rows
}

/**
 * Puts the rows of a backup into an empty database with the same tables, all or none, and returns how many.
 *
 * @throws UnfitBackup when the file is none, is of other tables or another key, or the database is not empty
 */
export async function restoreBackup(database: Database, path: string): Promise<number> {
  return database.prisma.$transaction(async (transaction) => {
    const lines = readLines(path)
    const head = readHead((await lines.next()).value as string | undefined)
    const here = await stateOf(transaction)
    if (head.migrations.join() !== here.migrations.join()) {
      throw new UnfitBackup('The backup is of another version: restore it with the version that made it, then update.')
    }
    if (head.keyMark !== here.keyMark) {
      throw new UnfitBackup(
        'The backup was sealed with another key: put that key in place first (docs/guides/backup.md).',
      )
    }
    const tables = await tablesInOrder(transaction)
    for (const table of tables) await expectEmpty(transaction, table)
    const rows = await insertAll(transaction, tables, lines)
    for (const table of tables) await setSequences(transaction, table)
    return rows
  }, patience)
}

async function insertAll(transaction: Transaction, tables: string[], lines: AsyncGenerator<string>): Promise<number> {
  let rows = 0
  let waiting: Row[] = []
  const write = async () => {
    const [first] = waiting
    if (!first) return
    if (!tables.includes(first.table))
      throw new UnfitBackup(`The backup names a table that is not here: ${first.table}`)
    const json = JSON.stringify(waiting.map(({ row }) => row))
    await transaction.$executeRawUnsafe(
      `INSERT INTO ${quote(first.table)} SELECT * FROM json_populate_recordset(NULL::${quote(first.table)}, $1::json)`,
      json,
    )
    rows += waiting.length
    waiting = []
  }
  for await (const line of lines) {
    const next = JSON.parse(line) as Row
    const isFull = waiting.length >= batch || waiting[0]?.table !== next.table
    if (waiting.length > 0 && isFull) await write()
    waiting.push(next)
  }
  await write()
  return rows
}

async function* readLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const text = file.pipe(createGunzip())
  file.on('error', (error) => text.destroy(error))
  try {
    yield* createInterface({ input: text, crlfDelay: Infinity })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UnfitBackup(`There is no file ${path}.`)
    throw new UnfitBackup('The file is no backup, or it is cut off.')
  } finally {
    file.destroy()
  }
}

function readHead(line: string | undefined): Head {
  try {
    const head = JSON.parse(line ?? '') as Partial<Head>
    if (head.prane === 1 && Array.isArray(head.migrations)) return head as Head
  } catch {
    // said below
  }
  throw new UnfitBackup('The file is no backup, or it is cut off.')
}

async function stateOf(transaction: Transaction): Promise<Pick<Head, 'migrations' | 'keyMark'>> {
  const rows = await transaction.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name`
  return { migrations: rows.map(({ migration_name }) => migration_name), keyMark: keyMark() }
}

/** Every table after those its rows refer to. */
async function tablesInOrder(transaction: Transaction): Promise<string[]> {
  const tables = await transaction.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename NOT LIKE '\\_prisma%' ORDER BY tablename`
  const links = await transaction.$queryRaw<{ from: string; to: string }[]>`
    SELECT f.relname AS "from", t.relname AS "to" FROM pg_constraint c
    JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid
    WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace AND f.oid <> t.oid`
  const ordered: string[] = []
  const add = (name: string) => {
    if (ordered.includes(name)) return
    for (const { to } of links.filter(({ from }) => from === name)) add(to)
    ordered.push(name)
  }
  for (const { name } of tables) add(name)
  return ordered.filter((name) => !leftOut.includes(name))
}

/** As JSON, what others in the same table refer to first. */
async function* rowsOf(transaction: Transaction, table: string): AsyncGenerator<string> {
  const own = await transaction.$queryRaw<{ column: string }[]>`
    SELECT a.attname AS "column" FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.conrelid = c.confrelid AND c.conrelid = ${quote(table)}::regclass`
  const order = own.map(({ column }) => `${quote(column)} IS NOT NULL`).join(', ')
  await transaction.$executeRawUnsafe(
    `DECLARE rows CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${quote(table)} t${order && ` ORDER BY ${order}`}`,
  )
  for (;;) {
    const rows = await transaction.$queryRawUnsafe<{ row: string }[]>(`FETCH ${batch} FROM rows`)
    if (rows.length === 0) break
    for (const { row } of rows) yield row
  }
  await transaction.$executeRawUnsafe('CLOSE rows')
}

async function expectEmpty(transaction: Transaction, table: string): Promise<void> {
  const rows = await transaction.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${quote(table)} LIMIT 1`)
  if (rows.length > 0) throw new UnfitBackup('The database is not empty: restore into a new one.')
}

/** New rows go on counting where the restored ones end. */
async function setSequences(transaction: Transaction, table: string): Promise<void> {
  const columns = await transaction.$queryRaw<{ column: string }[]>`
    SELECT column_name AS "column" FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = ${table} AND column_default LIKE 'nextval(%'`
  for (const { column } of columns) {
    await transaction.$executeRawUnsafe(
      `SELECT setval(pg_get_serial_sequence('${quote(table)}', '${column}'), coalesce(max(${quote(column)}), 0) + 1, false) FROM ${quote(table)}`,
    )
  }
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
