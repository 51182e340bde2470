import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Prisma } from '../generated/prisma/client'
import { beginDraft } from '../app/features/voice/drafts.server'
import { readQueueFilter } from '../app/features/voice/queue'
import { findQueue } from '../app/features/voice/queue.server'
import { categories, helpAreas } from '../app/features/voice/rules'
import type { Viewer } from '../app/lib/staff'
import { paths } from '../app/paths'
import { openDatabase, type Database } from '../app/server/db.server'
import { migrate } from '../app/server/migrate.server'
import { seedRealRecords } from '../prisma/seed/index'
import { Person } from '../tests/support/person'
import { findPostgres, startPostgres } from '../tests/support/postgres'
import { startTestServer } from '../tests/support/server'
import { addStaff, homes, useDatabase, type Home } from '../tests/support/voice'
import { randomFrom } from './generated-election'

/** All in one municipality, which is harder than what a country spreads over 61. */
const sizes = [1_000, 100_000]
const municipality = { slug: 'korce', code: 'AL343' }
const asked = 400
const accepted = 1_000
const senders = 8
const day = 24 * 60 * 60_000 // milliseconds

/** The queue of an officer with more and more messages, and how many messages a server takes from people. */
export async function benchDesk(): Promise<void> {
  process.env['SECRET_KEY'] ||= randomBytes(32).toString('base64') // of a bench, and of nothing else
  console.log(
    `\nDesk: ${asked} pages of the queue with every filter, in ms; ${accepted} messages by ${senders} senders.\n`,
  )
  console.log('| database | what | p50 ms | p95 ms | beside the first |')
  console.log('|---|---|---|---|---|')
  for (const home of homes) {
    if (home === 'postgres' && findPostgres() === null) return console.log('PostgreSQL is not installed: not measured.')
    await onHome(home)
  }
}

async function onHome(home: Home): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prane-bench-'))
  const postgres = home === 'postgres' ? await startPostgres() : null
  try {
    const options = postgres ? { url: postgres.url } : { dataDir: folder }
    const database = await openDatabase(options)
    useDatabase(database)
    await migrate(database)
    await seedRealRecords(database.prisma)
    const people = await Promise.all(Array.from({ length: accepted }, (_, number) => begin(number)))
    await measureQueue(home, database)
    await database.close()
    await measureSending(home, people, postgres ? { DATABASE_URL: postgres.url } : { DATA_DIR: folder })
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measureQueue(home: Home, { prisma }: Database): Promise<void> {
  const viewer = await addStaff(prisma, 'officer', municipality.code)
  let first = 0
  for (const size of sizes) {
    await fillTo(prisma, size, viewer)
    const times = await timesOf(viewer)
    const p95 = at(times, 0.95)
    first ||= p95
    line(home, `queue, ${size.toLocaleString('en')} messages`, times, p95 / first)
  }
}

const queries = [
  ...['', 'page=3', 'status=received', 'status=answered', 'status=closed', 'status=all', 'overdue=1', 'mine=1'],
  ...['kind=need', 'kind=barrier&status=all', 'unit=3', 'assisted=1', 'status=all&page=40', 'kind=idea&overdue=1'],
]

async function timesOf(viewer: Viewer): Promise<number[]> {
  const times: number[] = []
  for (let turn = -queries.length; turn < asked; turn++) {
    const filter = readQueueFilter(new URLSearchParams(queries[Math.abs(turn) % queries.length]))
    const start = performance.now()
    await findQueue({ viewer, filter, language: 'sq', now: new Date() })
    if (turn >= 0) times.push(performance.now() - start) // the first round warms
  }
  return times
}

/** Generated messages, one in twenty of them open. Nobody wrote them: nothing is sealed in them. */
async function fillTo(prisma: Database['prisma'], size: number, { staffId }: Viewer): Promise<void> {
  const random = randomFrom(size)
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const now = Date.now()
  const made = (): Prisma.SubmissionCreateManyInput => {
    const isNeed = random() < 0.5
    const isOpen = random() < 0.05
    return {
      id: randomUUID(),
      codeHash: new Uint8Array(randomBytes(32)),
      kind: isNeed ? 'need' : 'feedback',
      category: isNeed ? null : any(categories.wrong),
      help: isNeed ? any(helpAreas) : null,
      municipalityCode: municipality.code,
      unitNumber: Math.floor(random() * 6),
      register: 'sq',
      isAssisted: random() < 0.2,
      status: isOpen ? any(['received', 'assigned', 'needs_information', 'disputed']) : any(['answered', 'closed']),
      receivedAt: new Date(now - random() * 700 * day),
      dueOn: isOpen ? new Date(now + (random() - 0.3) * 30 * day) : null,
      assignedToId: random() < 0.3 ? staffId : null,
    }
  }
  for (let there = await prisma.submission.count(); there < size; there += 1_000)
    await prisma.submission.createMany({ data: Array.from({ length: Math.min(1_000, size - there) }, made) })
  await prisma.$executeRaw`ANALYZE "Submission"`
}

/** Somebody who has answered every question and not sent yet. */
async function begin(number: number): Promise<Person> {
  const words = `Fjalë të krijuara ${number}.`
  const answers = { topic: 'wrong', who: 'me', category: 'barrier', municipality: municipality.slug, words } as const
  const { cookie } = await beginDraft(answers, new Date())
  const who = new Person('')
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  who.cookies.set(name, value)
  return who
}

async function measureSending(home: Home, people: Person[], settings: Record<string, string>): Promise<void> {
  const key = process.env['SECRET_KEY'] ?? ''
  const server = await startTestServer({ ...settings, DEMO: 'on', RATE_LIMITS: 'off', SECRET_KEY: key })
  const times: number[] = []
  const waiting = [...people]
  const body = Buffer.from('do=send')
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const start = performance.now()
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let who = waiting.pop(); who; who = waiting.pop()) {
        who.moveTo(server.url)
        const begun = performance.now()
        const { status, location } = await who.ask('POST', paths.tellCheck('sq'), type, body)
        if (status !== 303 || location !== paths.tellSent('sq')) throw new Error(`A message was not taken: ${status}`)
        times.push(performance.now() - begun)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1_000
  await server.stop()
  line(home, `sending, ${(accepted / seconds).toFixed(0)} messages/s`, times)
}

const at = (times: number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? 0

function line(home: Home, what: string, times: number[], ratio?: number): void {
  const cells = [home, what, at(times, 0.5).toFixed(1), at(times, 0.95).toFixed(1), ratio?.toFixed(1) ?? '']
  console.log(`| ${cells.join(' | ')} |`)
}
