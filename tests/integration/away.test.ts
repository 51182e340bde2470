import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPostgres } from '../support/postgres'
import { startTestServer, type TestServer } from '../support/server'
import { startRelay, type Relay } from '../support/relay'

const slow = 120_000

let postgres: Awaited<ReturnType<typeof startPostgres>>
let relay: Relay
let server: TestServer

beforeAll(async () => {
  postgres = await startPostgres()
  relay = await startRelay(postgres.url)
  server = await startTestServer({ DATABASE_URL: relay.url })
}, slow)

afterAll(async () => {
  await server?.stop()
  await relay?.stop()
  await postgres?.stop()
})

const get = (path: string) => fetch(server.url + path, { redirect: 'manual' })

test('while the database is away, pages that were kept are shown, and all others say so and when to come back', async () => {
  const before = await (await get('/sq/emergency')).text()
  expect(before).toContain('112')
  await relay.cut()

  const kept = await get('/sq/emergency')
  expect([kept.status, await kept.text()]).toEqual([200, before])

  const other = await get('/sq/municipalities/korce')
  expect(other.status).toBe(503)
  expect(other.headers.get('retry-after')).toBe('30')
  expect(await other.text()).toContain('Tani nuk i arrijmë dot të dhënat')
  expect((await get('/readyz')).status).toBe(503)
  expect((await get('/healthz')).status).toBe(200)

  await relay.join()
  await vi.waitFor(async () => expect((await get('/sq/municipalities/korce')).status).toBe(200), { timeout: 15_000 })
})
