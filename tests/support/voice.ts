import { randomUUID } from 'node:crypto'
import type { Prisma, PrismaClient } from '../../generated/prisma/client'
import { beginDraft, type OpenDraft } from '../../app/features/voice/drafts.server'
import type { StaffRole, Viewer } from '../../app/lib/staff'
import type { Answers } from '../../app/features/voice/rules'
import { openDatabase, type Database } from '../../app/server/db.server'
import { migrate } from '../../app/server/migrate.server'
import { startPostgres } from './postgres'
import { openTestDatabase } from './test-database'

export type Home = Database['home']
export const homes: Home[] = ['embedded', 'postgres']

/** Two places to send to and pass on to; enough for a message, and made much faster than the real ones. */
export const places = { korce: 'AL343', tirane: 'AL555' } as const

/**
 * An empty database with the two places, which the queries of this file read from now on: those of an embedded home
 * first, then those of a server, in one process.
 */
export async function openHome(home: Home): Promise<{ database: Database; close: () => Promise<void> }> {
  const postgres = home === 'postgres' ? await startPostgres() : null
  const database = await (postgres ? openDatabase({ url: postgres.url }) : openTestDatabase('empty'))
  if (postgres) await migrate(database)
  await addPlaces(database.prisma)
  useDatabase(database)
  const close = async () => {
    await database.close()
    await postgres?.stop()
  }
  return { database, close }
}

/** Puts a database where getDatabase() of this process looks, in place of the last one. */
export function useDatabase(database: Database): void {
  const global = globalThis as { [key: symbol]: Map<string, unknown> | undefined }
  const kept = (global[Symbol.for('prane.remember')] ??= new Map<string, unknown>())
  kept.set('database', Promise.resolve(database))
}

async function addPlaces(prisma: PrismaClient): Promise<void> {
  await prisma.county.create({ data: { code: 'AL-00', slug: 'qarku', nameSq: 'Qarku', nameEn: 'County' } })
  for (const [slug, code] of Object.entries(places)) {
    await prisma.municipality.create({
      data: {
        code,
        slug,
        geonamesId: code,
        nameSq: slug,
        nameSqDefinite: slug,
        nameEn: slug,
        seat: slug,
        countyCode: 'AL-00',
        seatLat: 41,
        seatLon: 20,
        population: 1_000,
        populationYear: 2023,
        units: { create: [{ number: 3, name: 'Njësia 3' }] },
      } satisfies Prisma.MunicipalityUncheckedCreateInput,
    })
  }
}

/** Planted in everything that a person can write: what contains one of these where it should not has leaked. */
export const planted = {
  words: 'Fjalëqxzvara e mbyllur',
  phone: '0699471330',
  email: 'qxzvara.person@example.org',
  about: 'karrige qxzsearch',
  added: 'Shtesëqxzvara',
  office: 'Përgjigjeqxzvara',
} as const

/** Whole answers of each kind, with everything that a person can say. */
export const whole = {
  need: {
    topic: 'missing',
    who: 'me',
    municipality: 'korce',
    unit: 3,
    area: 'care',
    help: 'home_help',
    forWhom: 'elderly',
    howMany: '2-5',
    since: 'year',
    without: 'impossible',
    words: planted.words,
    about: `words:${planted.about}`,
    contact: { phone: planted.phone, email: planted.email },
    aboutYou: { group: 'roma', disability: 'yes' },
  },
  feedback: { topic: 'wrong', who: 'me', category: 'barrier', municipality: 'korce', words: planted.words },
  harm: {
    topic: 'harm',
    municipality: 'korce',
    isRead: true,
    words: planted.words,
    contact: { phone: planted.phone },
  },
} as const satisfies Record<string, Answers>

export const draftOf = async (answers: Answers, now: Date): Promise<OpenDraft> => (await beginDraft(answers, now)).open

export async function addStaff(
  prisma: PrismaClient,
  role: StaffRole,
  municipalityCode: string | null,
  activeAt: Date | null = null,
): Promise<Viewer> {
  const staffId = randomUUID()
  await prisma.staff.create({ data: { id: staffId, name: 'I shpikur', role, municipalityCode, activeAt } })
  return { staffId, role, municipalityCode }
}

/** Where in the whole database one of the texts stands, in columns of text or of bytes, as "Table: text". */
export async function findInDatabase(prisma: PrismaClient, texts: readonly string[]): Promise<string[]> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT row_to_json(t)::text AS row FROM "${name}" t`)
    for (const { row } of rows) {
      // Bytes stand in the row as hexadecimal digits, and JSON within them may have been written in another form.
      for (const text of texts) {
        const hex = Buffer.from(text).toString('hex')
        if (row.includes(text) || row.includes(hex)) found.push(`${name}: ${text}`)
      }
    }
  }
  return found
}
