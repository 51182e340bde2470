import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDigit } from '../../app/features/voice/code'
import { askPerson, replyToMessage } from '../../app/features/voice/office.server'
import { getMessage } from '../../app/features/voice/queries.server'
import type { Viewer } from '../../app/features/voice/rules'
import type { Code } from '../../app/features/voice/code'
import { registers, type Register } from '../../app/i18n/registers'
import { paths } from '../../app/paths'
import { openDatabase, type Database } from '../../app/server/db.server'
import { startPostgres } from '../support/postgres'
import { Person } from '../support/person'
import { startTestServer, type TestServer } from '../support/server'
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

/** Says what is missing, question after question, by the forms in the pages alone; ends before sending. */
async function tell(who: Person, register: Register): Promise<void> {
  await who.open(paths.tellAbout(register, `words:${planted.about}`))
  await who.send({ topic: 'missing' })
  for (const answer of ['me', 'care', 'home_help']) await who.send({ answer })
  await who.send({ municipality: 'korce' })
  await who.send({ unit: '' })
  for (const answer of ['elderly', '2-5', 'year', 'hard']) await who.send({ answer })
  await who.send({ words: planted.words, go: 'photos' })
  await who.send({ file: photo })
  expect(who.page.body).toContain('data:image/jpeg;base64,')
  await who.send({ go: 'on' })
  expect(who.page.body).toContain(planted.words)
  await who.send({ words: planted.words })
  await who.send({ phone: planted.phone, email: planted.email })
  await who.send({ sex: 'woman', age: '', disability: 'yes', group: 'roma' })
  expect(who.page.path).toBe(paths.tellCheck(register))
}

/** Sends it, and returns the code that is shown. */
async function send(who: Person, register: Register): Promise<Code> {
  await who.send({ do: 'send' })
  expect(who.page).toMatchObject({ status: 200, path: paths.tellSent(register) })
  const code = codeIn(who.page.body)
  codes.push(code)
  return code
}

function codeIn(body: string): Code {
  const shown = /class="code">(\d{3}\u00a0\d{3}\u00a0\d{3}\u00a0\d{4})</.exec(body)?.[1]
  if (!shown) throw new Error('No code is shown.')
  return shown.replace(/\D/g, '') as Code
}

async function follow(code: Code, register: Register): Promise<Person> {
  const who = person()
  await who.open(paths.track(register))
  await who.send({ code: code.replace(/^(...)(...)/, '$1 $2 ') })
  expect(who.page).toMatchObject({ status: 200, path: paths.trackMessage(register) })
  return who
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
    await tell(who, register)
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
      const who = await follow(code, register)
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
