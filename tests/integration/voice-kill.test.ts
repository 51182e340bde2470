import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatCode, type Code } from '../../app/features/voice/code'
import { beginDraft } from '../../app/features/voice/drafts.server'
import { getMessage } from '../../app/features/voice/queries.server'
import { paths } from '../../app/paths'
import { openDatabase, type Database, type DatabaseOptions } from '../../app/server/db.server'
import { migrate } from '../../app/server/migrate.server'
import { copyData } from '../support/copy-data'
import { Person } from '../support/person'
import { startPostgres, type TestPostgres } from '../support/postgres'
import { startTestServer, type TestServer } from '../support/server'
import { follow, sendTold, tell } from '../support/voice-journey'
import { homes, planted, useDatabase } from '../support/voice'

const slow = 180_000
const senders = 200
/** So many have been shown their code when the server is killed. */
const shownBefore = 50
/** So many of them follow their code after the restart. */
const readAgain = 15
const key = process.env['SECRET_KEY'] ?? ''

type Sender = { who: Person; code: Code; words: string; shown: Code | null }

describe.each(homes)('kill -9 while 200 people send, %s', (home) => {
  let folder: string
  let postgres: TestPostgres | null
  let options: DatabaseOptions
  let settings: Record<string, string>
  let server: TestServer
  let people: Sender[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prane-kill-'))
    postgres = home === 'postgres' ? await startPostgres() : null
    if (!postgres) copyData('real', folder)
    options = postgres ? { url: postgres.url } : { dataDir: folder }
    settings = {
      ...(postgres ? { DATABASE_URL: postgres.url } : { DATA_DIR: folder }),
      ...{ DEMO: 'on', RATE_LIMITS: 'off', SECRET_KEY: key, LOG_LEVEL: 'warn' },
    }
    people = await inDatabase(options, async (database) => {
      await migrate(database)
      return Promise.all(Array.from({ length: senders }, (_, number) => begin(number)))
    })
    server = await startTestServer(settings)
  }, slow)

  afterAll(async () => {
    await server?.stop()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }, slow)

  /** Presses "send" and reads the code from the receipt; null when the server was gone. */
  const send = async (sender: Sender): Promise<Code | null> => {
    sender.who.moveTo(server.url)
    const answer = await sender.who.post(paths.tellCheck('sq'), { do: 'send' }).catch(() => null)
    if (answer?.path !== paths.tellSent('sq') || answer.status !== 200) return null
    return answer.body.includes(formatCode(sender.code)) ? sender.code : null
  }

  test('every code that a person was shown is there after the restart, complete', { timeout: slow }, async () => {
    let shown = 0
    let killed: Promise<void> | null = null
    await Promise.all(
      people.map(async (sender) => {
        sender.shown = await send(sender)
        if (sender.shown && ++shown === shownBefore) killed = server.kill()
      }),
    )
    await killed
    expect(killed).not.toBeNull()
    expect(shown).toBeLessThan(senders)

    server = await startTestServer(settings)
    // The words of all are compared in the database below; some are read as their senders would.
    for (const { code, words } of people.filter((sender) => sender.shown).slice(-readAgain)) {
      const reader = await follow(new Person(server.url), code, 'sq')
      expect(reader.page.body).toContain(words)
    }
  })

  test('whoever was not answered sends again, and there is one message each, once', { timeout: slow }, async () => {
    // Whoever was shown a code does not send again: what is lost stays lost, and is counted.
    const waiting = new Set(people.filter(({ shown }) => !shown))
    // Some may be told to try again: the database lets in only so many at the same time.
    for (let turn = 0; turn < 5 && waiting.size > 0; turn++) {
      await Promise.all([...waiting].map(async (sender) => void ((await send(sender)) && waiting.delete(sender))))
    }
    expect([...waiting].map(({ who }) => who.page.status)).toEqual([])
    expect(server.output()).not.toMatch(/"level":(50|60)/)
    await server.stop()
    await inDatabase(options, async ({ prisma }) => {
      expect(await prisma.submission.count()).toBe(senders)
      expect(await prisma.submissionEvent.count()).toBe(senders)
      for (const { code, words } of people) {
        const message = await getMessage({ code })
        expect(message).toMatchObject({ status: 'received', category: 'barrier', content: { words } })
        expect(message?.events.map(({ kind }) => kind)).toEqual(['sent'])
      }
    })
  })
})

async function begin(number: number): Promise<Sender> {
  const words = `Fjalë ${number}.`
  const answers = { topic: 'wrong', who: 'me', category: 'barrier', municipality: 'korce', words } as const
  const { cookie, open } = await beginDraft(answers, new Date())
  const who = new Person('')
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  who.cookies.set(name, value)
  return { who, code: open.draft.code, words, shown: null }
}

/** The database itself, while no server has it. */
async function inDatabase<T>(options: DatabaseOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(options)
  useDatabase(database)
  return work(database).finally(database.close)
}

describe('a restart', () => {
  const operator = { OPERATOR_NAME: 'E shpikur' }
  let folder: string
  let server: TestServer | null = null

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'prane-restart-'))
    copyData('real', folder)
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const restart = async (more: Record<string, string>): Promise<string> => {
    await server?.stop()
    server = await startTestServer({ DATA_DIR: folder, ...more })
    return server.url
  }

  test(
    'keeps what was begun and what was sent; and where nobody answers, nothing is taken',
    { timeout: slow },
    async () => {
      const writer = new Person(await restart(operator))
      const sender = new Person(server?.url ?? '')
      await tell(writer, 'sq')
      await tell(sender, 'en')
      const code = await sendTold(sender, 'en')

      const without = await restart({})
      writer.moveTo(without)
      await writer.open(paths.tellCheck('sq-simple'))
      expect(writer.page.body).toContain(planted.words)
      expect((await follow(new Person(without), code, 'en-simple')).page.body).toContain(planted.words)

      await writer.post(paths.tellCheck('sq'), { do: 'send' })
      expect(writer.page.path).toBe(paths.tell('sq'))
      const stranger = new Person(without)
      await stranger.post(paths.tell('sq'), { topic: 'wrong' })
      expect([stranger.page.path, stranger.cookies.size]).toEqual([paths.tell('sq'), 0])
      await expect(stranger.send({ topic: 'wrong' })).rejects.toThrow('No form')
    },
  )
})
