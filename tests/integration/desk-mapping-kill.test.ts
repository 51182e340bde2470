import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskPaths } from '../../app/paths'
import { openDatabase, type Database, type DatabaseOptions } from '../../app/server/db.server'
import { migrate } from '../../app/server/migrate.server'
import { seedRealRecords } from '../../prisma/seed/index'
import { copyData } from '../support/copy-data'
import { addAccount, signedIn } from '../support/desk'
import { soundRow, writeMapping } from '../support/mapping'
import type { Person } from '../support/person'
import { startPostgres, type TestPostgres } from '../support/postgres'
import { startTestServer, type TestServer } from '../support/server'
import { homes } from '../support/voice'

const slow = 240_000
const rows = 3_000
const key = process.env['SECRET_KEY'] ?? ''

describe.each(homes)('kill -9 while a mapping is loaded, %s', (home) => {
  let folder: string
  let postgres: TestPostgres | null
  let options: DatabaseOptions
  let settings: Record<string, string>
  let server: TestServer
  let who: Person

  /** With the server stopped: the embedded database is open to one process. */
  const inDatabase = async <T>(act: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openDatabase(options)
    return act(database).finally(database.close)
  }
  const pause = (time: number) => new Promise((next) => setTimeout(next, time))
  const until = async (path: string, text: string) => {
    for (let looks = 0; looks < 240 && !who.page.body.includes(text); looks++) {
      await pause(250)
      await who.open(path)
    }
    expect(who.page.body).toContain(text)
  }
  const made = ({ prisma }: Database) => prisma.service.count({ where: { nameSq: { startsWith: 'Shembull nr' } } })

  const begunOnServer = () =>
    inDatabase(async ({ prisma }) => {
      const where = { kind: 'mapping-file', doneAt: null, attempts: 1 }
      while ((await prisma.job.count({ where })) === 0) await pause(50)
      await pause(500)
    })
  /** The embedded database has one connection: while a load has it, no page of the staff is answered. */
  const begunHere = async (path: string) => {
    for (let isAnswered = true; isAnswered;) {
      const page = who.ask('GET', path).then(
        () => true,
        () => false,
      )
      isAnswered = await Promise.race([page, pause(1_000).then(() => false)])
      await pause(100)
    }
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prane-load-kill-'))
    postgres = home === 'postgres' ? await startPostgres() : null
    if (!postgres) copyData('real', folder)
    options = postgres ? { url: postgres.url } : { dataDir: folder }
    const place: Record<string, string> = postgres ? { DATABASE_URL: postgres.url } : { DATA_DIR: folder }
    settings = { ...place, SECRET_KEY: key, LOG_LEVEL: 'warn' }
    const account = await inDatabase(async (database) => {
      await migrate(database)
      await seedRealRecords(database.prisma)
      return addAccount(database.prisma, 'national', null)
    })
    server = await startTestServer(settings)
    who = await signedIn(server.url, account)
  }, slow)

  afterAll(async () => {
    await server?.stop()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }, slow)

  test('nothing is half loaded, and the load is taken up again', { timeout: slow }, async () => {
    const names = Array.from({ length: rows }, (_, number) => ({ ...soundRow, service_name: `Shembull nr ${number}` }))
    await who.open(deskPaths.mapping)
    await who.send({ file: new File([readFileSync(writeMapping(folder, 'many', names))], 'shumë.csv') })
    const { path } = who.page
    await until(path, 'Prova mbaroi.')
    await who.send({ do: 'load' })
    expect(who.page.body).toContain('Skedari po ngarkohet.')
    await (postgres ? begunOnServer() : begunHere(path))
    await server.kill()

    const left = await inDatabase(async (database) => {
      const { prisma } = database
      const [file] = await prisma.mappingFile.findMany()
      // As if five minutes had gone by, after which a job is free again.
      await prisma.job.updateMany({ where: { doneAt: null }, data: { runAt: new Date() } })
      return { state: file?.state, made: await made(database) }
    })
    expect(left).toEqual({ state: 'loading', made: 0 })

    server = await startTestServer(settings)
    who.moveTo(server.url)
    await who.open(path)
    await until(path, 'Skedari u ngarkua.')
    await server.kill()
    const after = await inDatabase(async (database) => ({
      made: await made(database),
      runs: await database.prisma.importRun.count({ where: { kind: 'mapping' } }),
    }))
    expect(after).toEqual({ made: rows, runs: 1 })
  })
})
