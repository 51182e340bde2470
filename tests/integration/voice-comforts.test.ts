import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StepId } from '../../app/features/voice/questions'
import type { Register } from '../../app/i18n/registers'
import { paths } from '../../app/paths'
import { openDatabase, type Database } from '../../app/server/db.server'
import { startPostgres } from '../support/postgres'
import { Person } from '../support/person'
import { startTestServer, type TestServer } from '../support/server'
import { follow, sendTold, tell } from '../support/voice-journey'
import { addStaff, places, planted } from '../support/voice'

const slow = 120_000

let postgres: Awaited<ReturnType<typeof startPostgres>>
let server: TestServer
let database: Database
const everybody: Person[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  server = await startTestServer({ OPERATOR_NAME: 'E shpikur', TRUST_PROXY: '1', DATABASE_URL: postgres.url })
  database = await openDatabase({ url: postgres.url })
}, slow)

afterAll(async () => {
  await database?.close()
  await server?.stop()
  await postgres?.stop()
}, slow)

function person(): Person {
  const made = new Person(server.url)
  everybody.push(made)
  return made
}

describe('another register, without JavaScript', () => {
  const typed = (who: Person) => /<textarea id="words"[^>]*>([^<]*)</.exec(who.page.body)?.[1]
  const step = (register: Register, name: StepId) => paths.tellStep(register, 'feedback', name)

  async function atWords(): Promise<Person> {
    const who = person()
    await who.open(paths.tell('sq'))
    await who.send({ topic: 'other' })
    for (const answer of ['me', 'idea']) await who.send({ answer })
    await who.send({ municipality: 'korce' })
    return who
  }

  test('words that were not sent yet go along, and are kept', async () => {
    const who = await atWords()
    await who.post(step('en-simple', 'words'), { words: planted.words, go: 'stay' })
    expect([who.page.path, who.page.status, typed(who)]).toEqual([step('en-simple', 'words'), 200, planted.words])
    await who.open(step('sq', 'words'))
    expect(typed(who)).toBe(planted.words)
  })

  test('what is half typed or too long goes along too, and is not called wrong yet', async () => {
    const who = await atWords()
    const long = 'ë'.repeat(5_001)
    await who.post(step('en', 'words'), { words: long, go: 'stay' })
    expect([who.page.status, typed(who)]).toEqual([200, long])
    expect(who.page.body).not.toContain('role="alert"')
    await who.send({ words: '' })
    await who.post(step('en', 'contact'), { phone: '069', email: 'a@', go: 'stay' })
    expect(who.page).toMatchObject({ status: 200, path: step('en', 'contact') })
    expect(who.page.body).toMatch(/id="phone"[^>]*value="069"/)
    expect(who.page.body).not.toContain('role="alert"')
  })

  test('a photo that was chosen is kept, and one that cannot be opened is named', async () => {
    const who = await atWords()
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    const photo = new File([new Uint8Array(bytes)], 'a.jpg', { type: 'image/jpeg' })
    await who.post(step('sq-simple', 'photos'), { file: photo, go: 'stay' }, true)
    expect(who.page).toMatchObject({ status: 200, path: step('sq-simple', 'photos') })
    expect(who.page.body).toContain('data:image/jpeg;base64,')
    const none = new File(['x'], 'x.jpg', { type: 'image/jpeg' })
    await who.post(step('sq-simple', 'photos'), { file: none, go: 'stay' }, true)
    expect(who.page.status).toBe(422)
  })

  test('so do a code and words to a message that was sent', async () => {
    const who = person()
    await who.post(paths.track('en'), { code: '123 45', go: 'stay' })
    expect(who.page.status).toBe(200)
    expect(who.page.body).toMatch(/id="code"[^>]*value="123 45"/)
    await tell(who, 'sq')
    await follow(who, await sendTold(who, 'sq'), 'sq')
    await who.post(paths.trackMessage('en'), { words: planted.added, go: 'stay' })
    expect([who.page.status, typed(who)]).toEqual([200, planted.added])
  })

  test('and none of it stands in an address', () => {
    const led = everybody.flatMap(({ trail }) => trail.flatMap(({ path, location }) => [path, location ?? '']))
    expect(led.length).toBeGreaterThan(40)
    expect(led.filter((path) => /qxzvara|069|12345|123%20/i.test(path))).toEqual([])
  })
})

describe('danger', () => {
  test('where nothing is said that helps: the page names the words as missing and leads to them', async () => {
    await addStaff(database.prisma, 'protection_officer', places.korce, new Date())
    const who = person()
    await who.open(paths.tell('en'))
    await who.send({ topic: 'harm' })
    await who.post(paths.tellStep('en', 'feedback', 'before'), {})
    await who.send({ municipality: 'korce' })
    await who.send({ words: '' })
    await who.send({ phone: '', email: '' })
    await who.send({ do: 'send' })
    expect([who.page.path, who.page.status]).toEqual([paths.tellCheck('en'), 422])
    const lead = /role="alert".*?<a href="([^"]*)"/s.exec(who.page.body)?.[1] ?? ''
    expect(lead).toBe(`${paths.tellStep('en', 'feedback', 'words')}#words`)
    await who.open(lead)
    expect(who.page.body).toContain('id="words"')
  })

  test('where the officer has gone meanwhile: the numbers to call come instead of a receipt', async () => {
    const who = person()
    await who.open(paths.tell('en'))
    await who.send({ topic: 'harm' })
    await who.post(paths.tellStep('en', 'feedback', 'before'), {})
    await who.send({ municipality: 'korce' })
    await who.send({ words: planted.words })
    await who.send({ phone: '', email: '' })
    await database.prisma.staff.deleteMany({ where: { role: 'protection_officer' } })
    await who.send({ do: 'send' })
    expect(who.page).toMatchObject({ status: 200, path: paths.tellStep('en', 'feedback', 'unread') })
    expect(who.page.body).toContain('tel:112')
  })
})

test('the microphone is open on the page that records, and nothing on any other', async () => {
  const who = person()
  const policy = async (path: string) => (await who.ask('GET', path)).headers.get('permissions-policy') ?? ''
  for (const path of ['/sq', paths.tell('sq'), '/sq/tell/need/words', '/healthz', '/no/such/page']) {
    expect(await policy(path)).toMatch(/camera=\(\).*microphone=\(\)/)
  }
  expect(await policy('/sq/tell/need/recording')).toMatch(/camera=\(\).*microphone=\(self\)/)
})
