import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDigit, type Code } from '../../app/features/voice/code'
import { askPerson, replyToMessage } from '../../app/features/voice/office.server'
import { getMessage } from '../../app/features/voice/queries.server'
import type { Viewer } from '../../app/lib/staff'
import { registers, type Register } from '../../app/i18n/registers'
import { paths } from '../../app/paths'
import { openDatabase, type Database } from '../../app/server/db.server'
import { startPostgres } from '../support/postgres'
import { Person } from '../support/person'
import { startTestServer, type TestServer } from '../support/server'
import { codeIn, follow, sendTold, tell } from '../support/voice-journey'
import { addStaff, findInDatabase, places, planted, useDatabase } from '../support/voice'

const slow = 120_000
/** The office acts in this process: it needs the key of the server. */
const key = process.env['SECRET_KEY'] ?? ''
const settings = { OPERATOR_NAME: 'E shpikur', TRUST_PROXY: '1', LOG_LEVEL: 'info' }
const exifText = 'qxzvara camera'

let postgres: Awaited<ReturnType<typeof startPostgres>>
let server: TestServer
let database: Database
let photo: File
const everybody: Person[] = []
const codes: Code[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  server = await startTestServer({ ...settings, DATABASE_URL: postgres.url, SECRET_KEY: key })
  database = await openDatabase({ url: postgres.url })
  useDatabase(database)
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Model: exifText } })
    .jpeg()
    .toBuffer()
  expect(bytes.includes(exifText)).toBe(true)
  photo = new File([new Uint8Array(bytes)], `${planted.words}.jpg`, { type: 'image/jpeg' })
}, slow)

afterAll(async () => {
  await database?.close()
  await server?.stop()
  await postgres?.stop()
}, slow)

function person(at: TestServer = server): Person {
  const made = new Person(at.url)
  everybody.push(made)
  return made
}

async function send(who: Person, register: Register): Promise<Code> {
  const code = await sendTold(who, register)
  codes.push(code)
  return code
}

const messageOf = async (code: Code) => {
  const message = await getMessage({ code })
  if (!message) throw new Error('There is no message.')
  return message
}

describe.each(registers)('without JavaScript, in %s', (register) => {
  let code: Code
  let officer: Viewer

  test('a person says what is missing and gets a code and a date', { timeout: slow }, async () => {
    officer = await addStaff(database.prisma, 'officer', places.korce)
    const who = person()
    await tell(who, register, photo)
    for (const text of [planted.words, planted.phone, planted.email, planted.about]) {
      expect(who.page.body).toContain(text)
    }
    code = await send(who, register)
    expect(checkDigit(code)).toBe(0)
    expect(await messageOf(code)).toMatchObject({ status: 'received', help: 'home_help', photos: 1 })
    // Back and "send" again: the same receipt, and no second message.
    const before = await database.prisma.submission.count()
    await who.post(paths.tellCheck(register), { do: 'send' })
    expect([who.page.path, codeIn(who.page.body)]).toEqual([paths.tellSent(register), code])
    expect(await database.prisma.submission.count()).toBe(before)
  })

  test(
    'and follows it by the code, on any telephone: adds words, answers, disputes, takes it back',
    { timeout: slow },
    async () => {
      const who = await follow(person(), code, register)
      expect(who.page.body).toContain(planted.words)
      await who.send({ words: planted.added, do: 'add' })
      expect(who.page.body).toContain(planted.added)

      // Before there is an answer there is nothing to dispute, whatever is posted.
      await expect(who.send({ words: 'Jo', do: 'dispute' })).rejects.toThrow('No form')
      await who.post(paths.trackMessage(register), { words: 'Jo', do: 'dispute' })
      expect(await messageOf(code)).toMatchObject({ status: 'received' })

      const { id: submissionId } = await messageOf(code)
      const office = { submissionId, viewer: officer, now: new Date() }
      await askPerson({ ...office, words: 'Në cilën rrugë?' })
      await who.open(paths.trackMessage(register))
      expect(who.page.body).toContain('Në cilën rrugë?')
      await who.send({ words: planted.added, do: 'answer' })
      expect((await messageOf(code)).status).toBe('assigned')

      await replyToMessage({ ...office, words: planted.office })
      await who.open(paths.trackMessage(register))
      expect(who.page.body).toContain(planted.office)
      await who.send({ words: '', do: 'dispute' })
      expect(who.page.status).toBe(422)
      await who.send({ words: 'Nuk u zgjidh', do: 'dispute' })
      expect(await messageOf(code)).toMatchObject({ status: 'disputed' })

      await who.open(paths.trackWithdraw(register))
      await who.post(paths.trackWithdraw(register), {})
      expect(who.page.path).toBe(`${paths.trackMessage(register)}?withdrawn=1`)
      for (const text of [planted.words, planted.added, planted.office, planted.phone]) {
        expect(who.page.body).not.toContain(text)
      }
      expect(await messageOf(code)).toMatchObject({ status: 'withdrawn', content: null, photos: 0 })
    },
  )

  test('what was begun stays in every register, and is gone in one tap', { timeout: slow }, async () => {
    const who = person()
    await who.open(paths.tell(register))
    await who.send({ topic: 'other' })
    for (const answer of ['me', 'idea']) await who.send({ answer })
    await who.send({ municipality: 'korce' })
    await who.send({ words: planted.words })
    for (const other of registers) {
      await who.open(paths.tellStep(other, 'feedback', 'words'))
      expect(who.page).toMatchObject({ status: 200 })
      expect(who.page.body).toContain(planted.words)
    }
    const drafts = await database.prisma.draft.count()
    await who.send({ do: 'wipe' })
    expect(who.cookies.has('prane-draft')).toBe(false)
    expect(await database.prisma.draft.count()).toBe(drafts - 1)
    await who.open(paths.tellStep(register, 'feedback', 'words'))
    expect(who.page.path).toBe(`${paths.tell(register)}?lost=1`)
  })
})

describe('going back', () => {
  const step = (id: 'where' | 'words' | 'contact') => paths.tellStep('sq', 'feedback', id)

  test('keeps what was typed; nothing typed is not asked for; what is wrong is said', { timeout: slow }, async () => {
    const who = person()
    await who.open(paths.tell('sq'))
    await who.send({ topic: 'other' })
    for (const answer of ['me', 'idea']) await who.send({ answer })
    await who.post(step('where'), { municipality: '', go: 'back' })
    expect(who.page).toMatchObject({ status: 200, path: paths.tellStep('sq', 'feedback', 'category') })
    await who.send({ answer: 'idea' })
    await who.send({ municipality: 'korce' })
    expect(who.page.body).toMatch(/<button [^>]*form="typed"[^>]*value="back"/)
    await who.post(step('words'), { words: planted.words, go: 'back' })
    expect(who.page).toMatchObject({ status: 200, path: step('where') })
    await who.send({ municipality: 'korce' })
    expect(who.page.body).toContain(planted.words)
    await who.send({ words: planted.words })
    await who.post(step('contact'), { phone: 'abc', email: planted.email, go: 'back' })
    expect(who.page).toMatchObject({ status: 422, path: step('contact') })
    expect(who.page.body).toContain(planted.email)
    await who.post(step('contact'), { phone: planted.phone, email: planted.email, go: 'back' })
    expect(who.page.path).toBe(step('words'))
    await who.open(step('contact'))
    expect(who.page.body).toContain(planted.phone)
  })
})

describe('a code', () => {
  const unknown = (number: number) => {
    const digits = String(100_000_000_000 + number)
    return `${digits}${checkDigit(digits)}`
  }
  const wrong = (code: string) => code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10)
  const guess = (who: Person, code: string) => who.post(paths.track('sq'), { code })
  let code: Code

  beforeAll(async () => {
    const who = person()
    await tell(who, 'sq')
    code = await send(who, 'sq')
  }, slow)

  test('with a digit wrong is refused without looking anything up', { timeout: slow }, async () => {
    await database.prisma.$transaction(
      async (transaction) => {
        await transaction.$executeRaw`LOCK TABLE "Submission" IN ACCESS EXCLUSIVE MODE` // a look-up would wait
        const who = person()
        for (let turn = 0; turn < 12; turn++) await guess(who, wrong(code))
        expect(who.page.status).toBe(422)
        await guess(who, '123')
        expect(who.page.status).toBe(422)
      },
      { timeout: 30_000 },
    )
  })

  test('that nobody has is refused; after ten of them guesses go one by one, and a right code still opens', async () => {
    const who = person()
    for (let number = 0; number < 10; number++) expect((await guess(who, unknown(number))).status).toBe(422)
    expect(who.cookies.size).toBe(0)
    const started = performance.now()
    const order: string[] = []
    await Promise.all([
      ...[11, 12, 13].map((number) => guess(who, unknown(number)).then(() => order.push('slow'))),
      guess(person(), unknown(14)).then(() => order.push('another address')),
    ])
    expect(order.indexOf('another address')).toBeLessThan(2)
    expect(performance.now() - started).toBeGreaterThan(1_900)
    await guess(who, code)
    expect(who.page).toMatchObject({ status: 200, path: paths.trackMessage('sq') })
  })

  test('too many guesses at once are sent away', { timeout: slow }, async () => {
    const who = person()
    for (let number = 0; number < 10; number++) await guess(who, unknown(number))
    const enough = new AbortController()
    const headers = { 'x-forwarded-for': who.address, 'content-type': 'application/x-www-form-urlencoded' }
    const statuses: number[] = []
    const ask = async (number: number) => {
      const init = { method: 'POST', headers, body: `code=${unknown(number)}`, signal: enough.signal }
      const { status } = await fetch(server.url + paths.track('sq'), init)
      statuses.push(status)
      if (statuses.filter((each) => each === 429).length === 5) enough.abort()
    }
    await Promise.allSettled(Array.from({ length: 45 }, (_, number) => ask(number)))
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5)
  })

  test('in an address is taken out of it at once', async () => {
    const who = person()
    const first = await who.ask('GET', paths.trackCode('en-simple', code))
    expect(first).toMatchObject({ status: 303, location: paths.trackMessage('en-simple') })
    expect(first.headers.get('cache-control')).toContain('no-store')
    expect(first.body + JSON.stringify([...first.headers])).not.toContain(code)
    await who.open(paths.trackMessage('en-simple'))
    expect(who.page.body).toContain(planted.words)
    expect(await person().open(paths.trackCode('sq', wrong(code)))).toMatchObject({
      status: 200,
      path: paths.track('sq'),
    })
    const other = await person().open(paths.trackCode('sq', unknown(77)))
    expect([other.status, other.path]).toEqual([200, `${paths.track('sq')}?over=1`])
  })

  test('can be changed: the person sees the new one first, and then the old one opens nothing', async () => {
    const who = await follow(person(), code, 'en')
    await who.open(paths.trackNewCode('en'))
    const shown = codeIn(who.page.body)
    expect(await messageOf(code)).toMatchObject({ status: 'received' })
    await who.post(paths.trackNewCode('en'), {})
    expect([who.page.path, codeIn(who.page.body)]).toEqual([`${paths.trackMessage('en')}?code=1`, shown])
    expect((await guess(person(), code)).status).toBe(422)
    await follow(person(), shown, 'sq')
    codes.push(shown)
    code = shown
  })

  test('is forgotten by this browser in one tap, with the draft and the receipt', async () => {
    const who = person()
    await tell(who, 'sq')
    const own = await send(who, 'sq')
    await guess(who, own)
    await who.open(paths.tellSent('sq'))
    await who.send({ do: 'wipe' })
    expect([...who.cookies.keys()]).toEqual([])
    for (const path of [paths.tellSent('sq'), paths.trackMessage('sq'), paths.track('sq'), paths.tell('sq')]) {
      await who.open(path)
      expect(who.page.body).not.toContain(planted.words)
      expect(who.page.body).not.toContain('class="code"')
    }
  })
})

describe('after all of this', () => {
  const spellings = () => codes.flatMap((code) => [code, code.replace(/^(...)(...)(...)/, '$1 $2 $3 ')])
  const secrets = () => [
    ...Object.values(planted),
    exifText,
    ...spellings(),
    ...everybody.map(({ address }) => address),
  ]
  const found = (text: string, among = secrets()) => among.filter((secret) => text.includes(secret))
  const trail = () => everybody.flatMap((who) => who.trail)

  test('enough was said for this to mean something', () => {
    expect(codes.length).toBeGreaterThan(5)
    expect(trail().length).toBeGreaterThan(200)
    for (const secret of [planted.words, planted.added, planted.office, ...spellings().slice(0, 1)]) {
      expect(
        found(
          trail()
            .map(({ body }) => body.replaceAll('\u00a0', ''))
            .join(),
          [secret],
        ),
      ).toEqual([secret])
    }
  })

  test('the log holds none of it', () => {
    expect(server.output().length).toBeGreaterThan(10_000)
    expect(found(server.output())).toEqual([])
    for (const who of everybody) for (const value of who.cookies.values()) expect(server.output()).not.toContain(value)
    expect(server.output()).not.toMatch(/"level":(50|60)/)
  })

  test('no address that anybody was led to holds any of it, nor does a cookie', () => {
    const led = trail().flatMap(({ location, headers }) => [location ?? '', ...headers.getSetCookie()])
    expect(found(decodeURIComponent(led.join('\n').replaceAll('+', ' ')))).toEqual([])
    const links = trail().flatMap(({ body }) =>
      [...body.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, to]) => to),
    )
    expect(found(decodeURIComponent(links.join('\n').replaceAll('+', ' ')), [...spellings(), planted.words])).toEqual(
      [],
    )
  })

  test('no browser and nothing between may keep a page of it', () => {
    const pages = trail().filter(({ path, location }) => location === null && /\/(tell|track)/.test(path))
    expect(pages.length).toBeGreaterThan(150)
    const kept = pages.filter(({ headers, status }) => {
      return status !== 404 && !headers.get('cache-control')?.includes('no-store')
    })
    expect(kept.map(({ path, status }) => `${status} ${path}`)).toEqual([])
  })

  test('the data of a page alone are not given out, however they are asked for', async () => {
    const who = await follow(person(), codes.at(-1) as Code, 'sq')
    const routes = { 'routes/track-message': paths.trackMessage('sq'), 'routes/track': paths.track('sq'), root: '/sq' }
    for (const [name, path] of Object.entries(routes)) {
      const route = encodeURIComponent(name)
      for (const query of [
        `?_data=${route}`,
        `?a=1&%5Fdata=${route}`,
        `?a=?&_data=${route}`,
        `?a=%3F?b&_data=${route}`,
      ]) {
        const answer = await who.ask('GET', path + query)
        expect([query, answer.status, found(answer.body)]).toEqual([query, 404, []])
      }
    }
  })

  test('nothing of it is in an open file, in the site map, or on a page for everybody', async () => {
    const anybody = person()
    const { body } = await anybody.open(paths.data('sq'))
    const files = [...body.matchAll(/href="(\/data\/[^"]+)"/g)].map(([, to]) => to ?? '')
    expect(files.length).toBeGreaterThan(2)
    const others = ['/sitemap.xml', '/robots.txt', '/accessibility.json', '/sq', '/sq/tell', '/sq/track', '/sq/privacy']
    for (const path of [...files, ...others, paths.municipality('sq', 'korce')]) {
      expect([path, found((await anybody.open(path)).body)]).toEqual([path, []])
    }
  })

  test('in the database nothing of it can be read', async () => {
    expect(await findInDatabase(database.prisma, ['home_help'])).not.toEqual([])
    expect(await findInDatabase(database.prisma, secrets())).toEqual([])
  })
})
