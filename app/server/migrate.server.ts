import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import { openDatabase, type Database } from './db.server'
import { remember } from './remember.server'

type Migration = { name: string; sql: string; checksum: string }

const lockfile = 'provider = "postgresql"\n'
const noFilter = { externalTables: [], externalEnums: [] }

/** Any number; processes that start together queue on it. The engine has a lock of its own but waits 10 s only. */
const advisoryLock = 61_121_2016

/** How long a process may wait for another one's migrations, and run its own, before it gives up. */
const patienceMs = 60 * 60 * 1000

/**
 * Brings the database to the newest migration and returns the names of those applied, oldest first. When there is
 * none to apply, the engine (5 MB of WebAssembly) is not even loaded.
 */
export async function migrate(database: Database): Promise<string[]> {
  const migrations = await readMigrations()
  if (await isCurrent(database, migrations)) return []
  if (database.home === 'embedded') return applyMigrations(database, migrations)
  return database.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`select pg_advisory_xact_lock(${advisoryLock})`
      return (await isCurrent(database, migrations)) ? [] : applyMigrations(database, migrations)
    },
    { maxWait: patienceMs, timeout: patienceMs },
  )
}

/** Writes the next migration, from what the migrations give to what schema.prisma says; null when they agree. */
export async function createMigration(name: string): Promise<string | null> {
  const sql = await schemaDrift()
  if (sql === '') return null
  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsFolder(), `${timestamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  await writeFile(join(migrationsFolder(), 'migration_lock.toml'), lockfile)
  return folder
}

/** The SQL that is missing between the migrations and schema.prisma; '' when they agree. */
export async function schemaDrift(): Promise<string> {
  const migrations = await readMigrations()
  const schema = await readSchema()
  const { stdout, exitCode } = await withEmptyEngine((engine) =>
    engine.diff({
      from: { tag: 'migrations', ...asList(migrations) },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters: noFilter,
    }),
  )
  return exitCode === 0 ? '' : (stdout ?? '')
}

async function applyMigrations(database: Database, migrations: Migration[]): Promise<string[]> {
  const { appliedMigrationNames } = await withEngine(database, (engine) =>
    engine.applyMigrations({ migrationsList: asList(migrations), filters: noFilter }),
  )
  return appliedMigrationNames
}

type AppliedRow = { migration_name: string; checksum: string; finished: boolean }

/**
 * Whether every migration is finished here. One that was changed after it was applied stops the start: the database
 * does not have what the file says, and nothing would ever bring it there.
 */
async function isCurrent({ prisma }: Database, migrations: Migration[]): Promise<boolean> {
  const [table] = await prisma.$queryRaw<{ found: boolean }[]>`
    select to_regclass('_prisma_migrations') is not null as found`
  if (!table?.found) return false
  const rows = await prisma.$queryRaw<AppliedRow[]>`
    select migration_name, checksum, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null`
  const applied = new Map(rows.filter((row) => row.finished).map((row) => [row.migration_name, row.checksum]))
  const changed = migrations.filter(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
  if (changed.length > 0) throw new Error(`Changed after it was applied: ${changed.map(({ name }) => name).join(', ')}`)
  return rows.every((row) => row.finished) && migrations.every(({ name }) => applied.has(name))
}

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder(), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map(readMigration))
}

async function readMigration(name: string): Promise<Migration> {
  const sql = await readFile(join(migrationsFolder(), name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

async function readSchema(): Promise<SchemasContainer> {
  const path = join(projectFolder(), 'prisma', 'schema.prisma')
  return { files: [{ path, content: await readFile(path, 'utf8') }] }
}

function asList(migrations: Migration[]): MigrationList {
  return {
    baseDir: migrationsFolder(),
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

function migrationsFolder(): string {
  return join(projectFolder(), 'prisma', 'migrations')
}

/** The folder above this module that holds the schema: built, the module lies in another place than its source. */
function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'prisma', 'schema.prisma'))) return from
  if (dirname(from) === from) throw new Error('prisma/schema.prisma is missing from the program folder.')
  return projectFolder(dirname(from))
}

/** Comparing schemas leaves the main database alone, so one empty database, slow to make, is main and shadow. */
async function withEmptyEngine<T>(work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const database = await openDatabase({ memory: true })
  const adapterFactory = { ...database.adapterFactory, connectToShadowDb: database.adapterFactory.connect }
  return withEngine({ ...database, adapterFactory }, work).finally(database.close)
}

/** The engine closes only some of the connections it opens; open ones would keep the process from ending. */
async function withEngine<T>(database: Database, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { adapterFactory } = database
  const opened: SqlDriverAdapter[] = []
  const track = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = disposableOnce(await connecting)
    opened.push(connection)
    return connection
  }
  const tracked = bindMigrationAwareSqlAdapterFactory({
    ...adapterFactory,
    connect: () => track(adapterFactory.connect()),
    connectToShadowDb: () => track(adapterFactory.connectToShadowDb()),
  })
  try {
    const Engine = await remember('schema-engine', loadEngine)
    return await work(await Engine.new({ datamodels: undefined }, ignoreLog, tracked))
  } finally {
    await Promise.all(opened.map((connection) => connection.dispose()))
  }
}

function disposableOnce(connection: SqlDriverAdapter): SqlDriverAdapter {
  const dispose = connection.dispose.bind(connection)
  let disposed: Promise<void> | undefined
  return Object.assign(connection, { dispose: () => (disposed ??= dispose()) })
}

/**
 * Prisma's schema engine. Its own loader expects a bundler, so the module is instantiated here. Once per process: its
 * script keeps views of the first instance's memory and reads garbage through them after a second one.
 */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const { resolve } = createRequire(import.meta.url)
  const wasm = await readFile(join(dirname(resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': importsOf(engine) })
  const { __wbg_set_wasm } = engine as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }
  __wbg_set_wasm(instance.exports)
  const { __wbindgen_start } = instance.exports as { __wbindgen_start: () => void }
  __wbindgen_start()
  return engine.SchemaEngine
}

/** The engine gives its lock ten seconds and leaves that timer running; it must not keep a finished script waiting. */
function importsOf(engine: object): WebAssembly.ModuleImports {
  const timer = Object.keys(engine).filter((name) => name.startsWith('__wbg_setTimeout_'))
  const unref = (callback: () => void, ms: number) => setTimeout(callback, ms).unref()
  return { ...engine, ...Object.fromEntries(timer.map((name) => [name, unref])) }
}

/** What matters comes back as a result or an error; the rest says which step runs. */
function ignoreLog(): void {}
