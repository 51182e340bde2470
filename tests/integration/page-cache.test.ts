import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import pg from 'pg'
import { startPostgres } from '../support/postgres'
import { startTestServer, type TestServer } from '../support/server'
import { openTestDatabase } from '../support/test-database'

const slow = 120_000

describe('changes of the embedded database', () => {
  test('are heard of once they are there, and every table tells of them', { timeout: slow }, async () => {
    const database = await openTestDatabase('empty')
    try {
      let heard = 0
      const listening: boolean[] = []
      const stop = await database.listen({ changed: () => heard++, listening: (on) => listening.push(on) })
      expect(listening).toEqual([true])

      await database.prisma.serviceType.create({ data: { code: 'invented', position: 1 } })
      await vi.waitFor(() => expect(heard).toBe(1))
      await database.prisma.$transaction([
        database.prisma.serviceType.update({ where: { code: 'invented' }, data: { position: 2 } }),
        database.prisma.serviceType.delete({ where: { code: 'invented' } }),
      ])
      await vi.waitFor(() => expect(heard).toBe(2))

      const silent = await database.prisma.$queryRaw`
        SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%'
          AND tablename <> ALL (prane_private_tables())
          AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'prane_tell_of_change' AND tgrelid = quote_ident(tablename)::regclass)`
      expect(silent).toEqual([])
      await stop()
    } finally {
      await database.close()
    }
  })
})

describe('pages of a server on PostgreSQL', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>
  let server: TestServer
  let other: pg.Client

  beforeAll(async () => {
    postgres = await startPostgres()
    server = await startTestServer({ DATABASE_URL: postgres.url })
    other = new pg.Client({ connectionString: postgres.url })
    await other.connect()
  }, slow)

  afterAll(async () => {
    await other?.end()
    await server?.stop()
    await postgres?.stop()
  })

  const page = async (headers = {}) => (await fetch(`${server.url}/sq/emergency`, { headers })).text()
  const rename = (name: string) => other.query('UPDATE "HelpLine" SET "nameSq" = $1 WHERE number = $2', [name, '112'])

  test('are kept: what nobody was told of is not seen', async () => {
    await page()
    await other.query('ALTER TABLE "HelpLine" DISABLE TRIGGER prane_tell_of_change')
    await rename('Emri i parë')
    expect(await page()).not.toContain('Emri i parë')
    expect(await page({ cookie: 'prane=size%3D150' })).toContain('Emri i parë')
    await other.query('ALTER TABLE "HelpLine" ENABLE TRIGGER prane_tell_of_change')
  })

  test('show a change that another process made', async () => {
    await rename('Emri i dytë')
    await vi.waitFor(async () => expect(await page()).toContain('Emri i dytë'), { timeout: 10_000 })
  })

  test('show a change in what pages share, to people with a cookie too', async () => {
    const choices = async () => (await fetch(`${server.url}/sq`, { headers: { cookie: 'prane=size%3D150' } })).text()
    expect(await choices()).toContain('>Tiranë<')
    await other.query(`UPDATE "Municipality" SET "nameSq" = 'Emri i tretë' WHERE slug = 'tirane'`)
    await vi.waitFor(async () => expect(await choices()).toContain('>Emri i tretë '), { timeout: 10_000 })
  })

  test('show nobody what the cookie of another asked for', async () => {
    const own = await page({ cookie: 'prane=size%3D150' })
    expect(own).toContain('data-size="150"')
    expect(await page()).toContain('data-size="100"')
    expect(await page({ cookie: 'prane=size%3D150' })).toContain('data-size="150"')
  })

  test('are made anew while the database cannot tell of changes, and kept again after that', async () => {
    const cut = async () => {
      const { rowCount } = await other.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()`,
      )
      return rowCount
    }
    expect(await cut()).toBe(1)
    await vi.waitFor(
      async () => {
        await rename(`Emri ${Math.random()}`)
        const { rows } = await other.query<{ nameSq: string }>('SELECT "nameSq" FROM "HelpLine" WHERE number = $1', [
          '112',
        ])
        expect(await page()).toContain(rows[0]?.nameSq)
      },
      { timeout: 10_000 },
    )
    await vi.waitFor(async () => expect(await cut()).toBe(1), { timeout: 10_000, interval: 500 })
  })
})
