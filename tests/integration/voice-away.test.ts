import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { paths } from '../../app/paths'
import { Person } from '../support/person'
import { startPostgres, type TestPostgres } from '../support/postgres'
import { startRelay, type Relay } from '../support/relay'
import { startTestServer, type TestServer } from '../support/server'
import { planted } from '../support/voice'
import { codeIn, follow, sendTold, tell } from '../support/voice-journey'

const slow = 120_000

let postgres: TestPostgres
let relay: Relay
let server: TestServer
let direct: pg.Client
let writer: Person
let reader: Person

beforeAll(async () => {
  postgres = await startPostgres()
  relay = await startRelay(postgres.url)
  server = await startTestServer({ DATABASE_URL: relay.url, OPERATOR_NAME: 'E shpikur', LOG_LEVEL: 'warn' })
  direct = new pg.Client({ connectionString: postgres.url })
  await direct.connect()
  writer = new Person(server.url)
  await tell(writer, 'sq')
  const sender = new Person(server.url)
  await tell(sender, 'sq')
  reader = await follow(new Person(server.url), await sendTold(sender, 'sq'), 'sq')
}, slow)

afterAll(async () => {
  await direct?.end()
  await server?.stop()
  await relay?.stop()
  await postgres?.stop()
}, slow)

/** Until every connection that was cut has been noticed and replaced. */
const untilBack = () =>
  vi.waitFor(
    async () => {
      for (let turn = 0; turn < 12; turn++) expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    },
    { timeout: 20_000 },
  )

describe('while the database is away', () => {
  beforeEach(async () => {
    await relay.cut()
    return async () => {
      await relay.join()
      await untilBack()
    }
  })

  test.each([
    paths.tell('en'),
    paths.tellStep('en', 'need', 'words'),
    paths.tellStep('en', 'need', 'where'),
    paths.tellCheck('en-simple'),
    paths.tellSent('sq'),
  ])('a page of what is being written says so: %s', async (path) => {
    const answer = await writer.open(path)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
    expect(answer.headers.get('cache-control')).toContain('no-store')
  })

  test.each([paths.trackMessage('en'), paths.trackWithdraw('sq'), paths.trackNewCode('sq-simple')])(
    'a page of what was sent says so: %s',
    async (path) => expect((await reader.open(path)).status).toBe(503),
  )

  test('whatever is typed comes back, to be sent again', async () => {
    const words = `${planted.words} <b>"&amp;`
    const typed = {
      words,
      mayShow: '1',
      phone: planted.phone,
      email: planted.email,
      code: '123 456 789 0123',
      answer: 'me',
    }
    const shown = [
      words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ]
    const posts: [Person, string][] = [
      [writer, paths.tellStep('sq', 'need', 'words')],
      [writer, paths.tellStep('sq', 'need', 'contact')],
      [writer, paths.tellCheck('sq')],
      [reader, paths.trackMessage('sq')],
      [reader, paths.trackWithdraw('sq')],
      [new Person(server.url), paths.track('sq')],
      [new Person(server.url), paths.tell('sq')],
    ]
    for (const [who, path] of posts) {
      const { status, body } = await who.post(path, { ...typed, topic: 'wrong', do: 'add' })
      expect([path, status]).toEqual([path, 503])
      for (const text of [...shown, planted.phone, planted.email, '123 456 789 0123']) expect(body).toContain(text)
      expect(body).toMatch(/<textarea id="words" name="words"/)
    }
  })

  test('nothing is said to be wiped that is not', async () => {
    const { status, headers } = await writer.post(paths.tell('sq'), { do: 'wipe' })
    expect([status, headers.getSetCookie()]).toEqual([503, []])
  })
})

describe('after the database was away', () => {
  test('the page that gave the words back sends them', async () => {
    await relay.cut()
    await writer.post(paths.tellStep('sq', 'need', 'words'), { words: 'Fjalë të reja' })
    expect(writer.page.status).toBe(503)
    await relay.join()
    await untilBack()
    await writer.send({ words: 'Fjalë të reja' })
    expect(writer.page).toMatchObject({ status: 200, path: paths.tellStep('sq', 'need', 'contact') })
    await writer.open(paths.tellCheck('sq'))
    expect(writer.page.body).toContain('Fjalë të reja')
  })

  const ways = {
    'the way to it breaks': () => relay.cut(),
    'it ends every connection': () =>
      direct.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = $1',
        ['client backend'],
      ),
  }
  test.each(Object.entries(ways))(
    'in the middle of sending, when %s: sent again, it is there once',
    { timeout: slow },
    async (_, breakIt) => {
      const who = new Person(server.url)
      await tell(who, 'sq')
      const count = async () =>
        Number((await direct.query<{ n: string }>('SELECT count(*) AS n FROM "Submission"')).rows[0]?.n)
      const before = await count()
      // The row is written and the receipt waits: now the connection is lost.
      await direct.query('BEGIN; LOCK TABLE "DraftFile" IN SHARE MODE')
      const sending = who.post(paths.tellCheck('sq'), { do: 'send' })
      await vi.waitFor(async () => {
        const { rows } = await direct.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)
        expect(rows).toHaveLength(1)
      })
      await breakIt()
      await direct.query('ROLLBACK')
      expect((await sending).status).toBe(503)
      await relay.join().catch(() => undefined)
      await untilBack()
      expect(await count()).toBe(before)
      await who.post(paths.tellCheck('sq'), { do: 'send' })
      expect(who.page.path).toBe(paths.tellSent('sq'))
      expect(codeIn(who.page.body)).toMatch(/^\d{13}$/)
      expect(await count()).toBe(before + 1)
    },
  )

  test('nothing of all this was a fault of the server', () => {
    expect(server.output()).not.toMatch(/"level":(50|60)/)
  })
})
