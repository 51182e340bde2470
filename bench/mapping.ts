import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importMapping, undoMapping } from '../app/features/mapping/commands.server'
import { openTable } from '../app/features/mapping/read-table.server'
import { openDatabase, type Database } from '../app/server/db.server'
import { migrate } from '../app/server/migrate.server'
import { seedRealRecords } from '../prisma/seed/index'
import { findPostgres, startPostgres } from '../tests/support/postgres'

const sizes = [10_000, 100_000]
const options = { dryRun: false, skipBadRows: false, completeFor: [], now: new Date() }

/**
 * Loading a generated mapping: rows per second, and how much the memory of JavaScript and of the whole process grows.
 * The embedded database lives in the same process, so its pages are in the second number.
 */
export async function benchMapping(): Promise<void> {
  console.log('\nMapping: rows per second, and the growth of the JavaScript heap and of the process at their peak.\n')
  console.log('| database | rows | what | rows/s | heap MB | process MB |')
  console.log('|---|---|---|---|---|---|')
  const folder = mkdtempSync(join(tmpdir(), 'prane-bench-'))
  try {
    for (const size of sizes) await readOnly(await generate(folder, size), size)
    await onDatabase('embedded', await openDatabase({ dataDir: join(folder, 'data') }), folder)
    if (findPostgres() === null) return console.log('PostgreSQL is not installed: not measured.')
    const { url, stop } = await startPostgres()
    await onDatabase('PostgreSQL', await openDatabase({ url }), folder)
    await stop()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function readOnly(path: string, size: number): Promise<void> {
  await measure('none', size, 'read the file', async () => {
    const { rows } = await openTable(path)
    for await (const _row of rows);
  })
}

async function onDatabase(name: string, database: Database, folder: string): Promise<void> {
  const { prisma } = database
  await migrate(database)
  await seedRealRecords(prisma)
  for (const size of sizes) {
    const path = join(folder, `${size}.csv`)
    await measure(name, size, 'load', () => importMapping(prisma, path, options))
    await measure(name, size, 'load again', () => importMapping(prisma, path, options))
    await measure(name, size, 'undo', () => undoMapping(prisma, options.now))
  }
  await database.close()
}

async function measure(database: string, rows: number, what: string, work: () => Promise<unknown>): Promise<void> {
  globalThis.gc?.()
  const before = process.memoryUsage()
  let heap = 0
  let all = 0
  const sampling = setInterval(() => {
    const { heapUsed, rss } = process.memoryUsage()
    heap = Math.max(heap, heapUsed - before.heapUsed)
    all = Math.max(all, rss - before.rss)
  }, 50)
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  clearInterval(sampling)
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
  console.log(
    `| ${database} | ${rows} | ${what} | ${Math.round(rows / seconds)} | ${megabytes(heap)} | ${megabytes(all)} |`,
  )
}

/** Rows as a mapping has them: a name of its own each, eight municipalities, fifty providers. */
async function generate(folder: string, rows: number): Promise<string> {
  const path = join(folder, `${rows}.csv`)
  const file = createWriteStream(path)
  const municipalities = ['Korçë', 'Tiranë', 'Durrës', 'Vlorë', 'Shkodër', 'Fier', 'Elbasan', 'Berat']
  file.write(
    'service_name,service_type,beneficiary_groups,provider,provider_kind,municipality,source,verified_on,address\n',
  )
  for (let row = 0; row < rows; row++) {
    const line = `Shembull ${row},community_day,"elderly;children",Shembull ${row % 50},ngo,${municipalities[row % 8]}`
    if (!file.write(`${line},Shembull,2026-01-10,"Rruga ${row}, kati 2"\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return path
}
