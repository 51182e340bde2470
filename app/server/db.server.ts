import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory as AdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '../../generated/prisma/client'
import { listenEmbedded, listenPostgres, type Listen } from './changes.server'
import { takeDataLock } from './data-lock.server'
import { getEnv } from './env.server'
import { remember } from './remember.server'

export type Database = {
  prisma: PrismaClient
  home: 'embedded' | 'postgres'
  /** For the migration engine, which opens connections of its own. */
  adapterFactory: AdapterFactory
  /** Hears of every change of the data, also of those made by other processes. */
  listen: Listen
  close: () => Promise<void>
}

/** `memory` is an embedded database that is gone when closed, for tests and for comparing schemas. */
export type DatabaseOptions = { dataDir: string } | { url: string } | { memory: true }

/** The database of this process, opened at the first call. */
export function getDatabase(): Promise<Database> {
  const { DATABASE_URL, DATA_DIR } = getEnv()
  return remember('database', () => openDatabase(DATABASE_URL ? { url: DATABASE_URL } : { dataDir: DATA_DIR }))
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if ('url' in options) return openPostgres(options.url)
  if ('memory' in options) return openEmbedded(await PGlite.create('memory://'))
  const lock = takeDataLock(options.dataDir)
  try {
    const database = openEmbedded(await PGlite.create(join(resolve(options.dataDir), 'pglite')))
    return { ...database, close: () => database.close().finally(lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openPostgres(url: string): Database {
  const adapterFactory = postgresFactory(url)
  const prisma = new PrismaClient({ adapter: adapterFactory })
  return { prisma, home: 'postgres', adapterFactory, listen: listenPostgres(url), close: () => prisma.$disconnect() }
}

function openEmbedded(pglite: PGlite): Database {
  const adapterFactory = embeddedFactory(pglite)
  const prisma = new PrismaClient({ adapter: adapterFactory })
  const close = () => prisma.$disconnect().finally(() => pglite.close())
  return { prisma, home: 'embedded', adapterFactory, listen: listenEmbedded(pglite), close }
}

/**
 * The adapter cuts a script at every semicolon, also inside texts and comments, and runs the pieces one by one. Sent
 * whole, PostgreSQL reads it itself, and a script that fails leaves nothing behind.
 */
function postgresFactory(url: string): AdapterFactory {
  // A connection that breaks while idle is replaced by the pool; without this nobody would hear of it.
  const factory = new PrismaPg({ connectionString: url }, { onPoolError: (error) => process.emitWarning(error) })
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect()
    return Object.assign(adapter, { executeScript: runWhole((script) => adapter.underlyingDriver().query(script)) })
  }
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb }
}

/** The adapter does not wait for a script and does not say when a COMMIT fails; both are done here instead. */
function embeddedFactory(pglite: PGlite): AdapterFactory {
  const factory = new PrismaPGlite(pglite)
  const connect = async (): Promise<SqlDriverAdapter> =>
    Object.assign(await factory.connect(), {
      executeScript: runWhole((script) => pglite.exec(script)),
      startTransaction: (level?: IsolationLevel) => startTransaction(pglite, level),
    })
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb }
}

/** The migration engine works out schemas in an empty database; an embedded one needs no rights and leaves nothing. */
async function connectToShadowDb(): Promise<SqlDriverAdapter> {
  const pglite = await PGlite.create('memory://')
  return Object.assign(await embeddedFactory(pglite).connect(), { dispose: () => pglite.close() })
}

function runWhole(run: (script: string) => Promise<unknown>) {
  return async (script: string): Promise<void> => {
    await run(script).catch((error: unknown) => {
      throw readableByEngine(error)
    })
  }
}

/** The migration engine reads this shape only; of any other error it would report a bare number. */
function readableByEngine(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const { code, message } = error
  const details = { detail: undefined, column: undefined, hint: undefined }
  return new DriverAdapterError({ kind: 'postgres', code, severity: 'ERROR', message, ...details })
}

/** Holds PGlite's own transaction open until Prisma ends it; `finished` then says how it went. */
function startTransaction(pglite: PGlite, isolationLevel?: IsolationLevel): Promise<Transaction> {
  return new Promise((resolve, reject) => {
    const finished = pglite.transaction(async (transaction) => {
      if (isolationLevel) await transaction.exec(`SET TRANSACTION ISOLATION LEVEL ${isolationLevel}`)
      // The adapter's queries need `query` alone, which a transaction has too.
      const queries = lettingOthersRun(await new PrismaPGlite(transaction as unknown as PGlite).connect())
      await new Promise<void>((end) => {
        const commit = () => (end(), finished)
        const rollback = () =>
          transaction
            .rollback()
            .finally(end)
            .then(() => finished)
        resolve(Object.assign(queries, { options: { usePhantomQuery: true }, commit, rollback }))
      })
    })
    finished.catch(reject)
  })
}

/** PGlite answers at once: without a pause, nothing else of this process would run until a long transaction ends. */
function lettingOthersRun(queries: SqlDriverAdapter): SqlDriverAdapter {
  const { queryRaw, executeRaw } = queries
  return Object.assign(queries, {
    queryRaw: (query: SqlQuery) => setImmediate().then(() => queryRaw.call(queries, query)),
    executeRaw: (query: SqlQuery) => setImmediate().then(() => executeRaw.call(queries, query)),
  })
}
