import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Prisma } from '../../generated/prisma/client'
import { serviceLanguages } from '../../app/features/directory/facts'
import { takeDataLock } from '../../app/server/data-lock.server'
import { openDatabase, type Database, type DatabaseOptions } from '../../app/server/db.server'
import { migrate, schemaDrift } from '../../app/server/migrate.server'
import { startPostgres } from '../support/postgres'

// Making an embedded database takes seconds on a small machine.
const slow = 120_000

const migrations = readdirSync('prisma/migrations', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

type Remember = typeof import('../../app/server/remember.server')
type Place = { options: DatabaseOptions; remove: () => Promise<void> }

const homes: { home: Database['home']; findPlace: () => Promise<Place> }[] = [
  { home: 'embedded', findPlace: async () => placeInFolder(newFolder()) },
  { home: 'postgres', findPlace: async () => placeOnServer(await startPostgres()) },
]

const placeInFolder = (folder: string): Place => ({
  options: { dataDir: folder },
  remove: async () => rmSync(folder, { recursive: true }),
})
const placeOnServer = ({ url, stop }: { url: string; stop: () => Promise<void> }): Place => ({
  options: { url },
  remove: stop,
})

const newFolder = () => mkdtempSync(join(tmpdir(), 'prane-data-'))

describe.each(homes)('a database, $home', ({ home, findPlace }) => {
  let place: Place
  let database: Database

  beforeAll(async () => {
    place = await findPlace()
    database = await openDatabase(place.options)
  }, slow)

  afterAll(async () => {
    await database?.close()
    await place?.remove()
  })

  const { service, organization, office, helpLine } = records()
  const create = (overrides: Partial<Prisma.ServiceUncheckedCreateInput>) =>
    database.prisma.service.create({ data: { ...service(), ...overrides } })

  test('says where it lives', () => expect(database.home).toBe(home))

  test('every migration is applied to an empty one, in order', { timeout: slow }, async () => {
    expect(migrations.length).toBeGreaterThan(0)
    expect(await migrate(database)).toEqual(migrations)
  })

  test('a second run applies none', async () => expect(await migrate(database)).toEqual([]))

  test('a migration changed after it was applied stops the start', async () => {
    const { prisma } = database
    await prisma.$executeRaw`update _prisma_migrations set checksum = reverse(checksum)`
    await expect(migrate(database)).rejects.toThrow(`Changed after it was applied: ${migrations[0]}`)
    await prisma.$executeRaw`update _prisma_migrations set checksum = reverse(checksum)`
    expect(await migrate(database)).toEqual([])
  })

  test('a service comes back as it was stored', async () => {
    const { prisma } = database
    await prisma.serviceType.create({ data: { code: 'day-centre', position: 1 } })
    await prisma.targetGroup.createMany({
      data: [
        { code: 'children', isPublic: true, position: 1 },
        { code: 'older-people', isPublic: true, position: 2 },
      ],
    })
    const stored = {
      ...service(),
      id: 'round-trip',
      slug: 'qendra-ditore-çamëria',
      nameSq: 'Qendra ditore “Çamëria”; ë, é, ’',
      factsSq: ['Hapur çdo ditë', 'Falas'],
      factsEn: [],
      addressSq: 'Rruga 1',
      addressEn: '1 Street',
      addressPrecision: 'address' as const,
      lat: 41.327_5,
      lon: 19.818_9,
      seenOn: new Date('2024-02-29'),
      seenPrecision: 'day' as const,
      isFree: false,
    }
    const groups = { create: [{ groupCode: 'children' }, { groupCode: 'older-people' }] }
    await prisma.service.create({ data: { ...stored, groups } })
    const found = await prisma.service.findUniqueOrThrow({ where: { id: stored.id }, include: { groups: true } })
    expect(found).toMatchObject(stored)
    expect(found).toMatchObject({ phone: null, checkedOn: null, mergedIntoId: null })
    expect(found.groups.map(({ groupCode }) => groupCode).sort()).toEqual(['children', 'older-people'])
  })

  test('a second service with the same address of its page is refused by code', async () => {
    await create({ slug: 'taken' })
    await expect(create({ slug: 'taken' })).rejects.toMatchObject({ code: 'P2002' })
  })

  const at = { addressSq: 'Rruga 1', addressEn: '1 Street' }
  const whole = { ...at, addressPrecision: 'address', lat: 41.3, lon: 19.8 } as const
  const seen = { seenOn: new Date('2024-01-01') }
  const on = new Date('2024-01-01')
  // Lists of their own: "as const" would make them read-only.
  const spoken = { languages: [...serviceLanguages] }
  const unnamed = { languages: ['sq', 'xx'] }
  const papers = { documentsSq: ['kartë'], documentsEn: ['card'] }
  const papersInAlbanian = { documentsSq: ['kartë'] }

  test.each([
    ['public, with a whole address', { ...whole }],
    ['public, without any', {}],
    ['no place, with a phone', { visibility: 'no_place', phone: '116111' }],
    ['protected, with nothing', { visibility: 'protected', slug: null }],
    ['dated to a month', { ...seen, seenPrecision: 'month' }],
    ['of a dated price and size', { costLek: 0, costOn: on, capacity: 0, capacityOn: on }],
    ['free, at no price', { isFree: true, costLek: 0, costOn: on }],
    ['in every language there is a name for', spoken],
    ['asking for documents', papers],
  ] as const)('a service may be %s', async (_, overrides) => {
    const { id } = await create(overrides)
    expect(await database.prisma.service.count({ where: { id } })).toBe(1)
  })

  test.each([
    ['no place, with an address', 'place_only_when_public', { visibility: 'no_place', ...whole, lat: null, lon: null }],
    ['no place, with an English address', 'place_only_when_public', { visibility: 'no_place', addressEn: '1 Street' }],
    ['no place, with a position', 'place_only_when_public', { visibility: 'no_place', lat: 41.3, lon: 19.8 }],
    ['protected, with a place', 'place_only_when_public', { visibility: 'protected', slug: null, ...whole }],
    ['protected, with a page', 'protected_has_no_page_or_phone', { visibility: 'protected' }],
    [
      'protected, with a phone',
      'protected_has_no_page_or_phone',
      { visibility: 'protected', slug: null, phone: '129' },
    ],
    ['public, without a page', 'unprotected_has_page', { slug: null }],
    ['no place, without a page', 'unprotected_has_page', { visibility: 'no_place', slug: null }],
    ['at an address of unknown precision', 'address_with_precision', at],
    ['precise about no address', 'address_with_precision', { addressPrecision: 'town' }],
    ['at a latitude alone', 'whole_position', { lat: 41.3 }],
    ['at a longitude alone', 'whole_position', { lon: 19.8 }],
    ['undated, with a date', 'dated_or_undated', seen],
    ['dated, without a date', 'dated_or_undated', { seenPrecision: 'day' }],
    ['at a price without a date', 'cost_with_date', { costLek: 100 }],
    ['at a date without a price', 'cost_with_date', { costOn: on }],
    ['at a price below nothing', 'cost_not_negative', { costLek: -1, costOn: on }],
    ['free, at a price', 'free_or_cost', { isFree: true, costLek: 100, costOn: on }],
    ['of a size without a date', 'capacity_with_date', { capacity: 20 }],
    ['of a size below nothing', 'capacity_not_negative', { capacity: -1, capacityOn: on }],
    [
      'protected, of a known size',
      'protected_has_no_capacity',
      { visibility: 'protected', slug: null, capacity: 12, capacityOn: on },
    ],
    ['in a language without a name', 'languages_known', unnamed],
    ['asking for documents in one language', 'documents_in_both_languages', papersInAlbanian],
  ] as const)('a service is refused: %s', async (_, constraint, overrides) => {
    await expect(create(overrides)).rejects.toThrow(`Service_${constraint}`)
  })

  test('other records are refused by the same rules', async () => {
    const { prisma } = database
    const hidden = { ...organization(), visibility: 'no_place' } as const
    await prisma.organization.create({ data: hidden })
    await expect(prisma.organization.create({ data: { ...hidden, id: 'a', addressSq: 'Rruga 1' } })).rejects.toThrow(
      'Organization_place_only_when_public',
    )
    await expect(prisma.organization.create({ data: { ...hidden, id: 'b', ...seen } })).rejects.toThrow(
      'Organization_dated_or_undated',
    )
    await expect(prisma.office.create({ data: { ...office(), ...seen } })).rejects.toThrow('Office_dated_or_undated')
    await expect(prisma.helpLine.create({ data: { ...helpLine(), ...seen } })).rejects.toThrow(
      'HelpLine_dated_or_undated',
    )
    await expect(
      prisma.$executeRaw`insert into "AdministrativeUnit" ("municipalityCode", number, name, lat) values ('x', 1, 'x', 1)`,
    ).rejects.toThrow('AdministrativeUnit_whole_position')
  })

  test('a notice is about one thing, for a time that ends after it begins', async () => {
    const { prisma } = database
    const { id: serviceId } = await create({})
    const notice = { kind: 'closure', textSq: 'Mbyllur', textEn: 'Closed', fromOn: on } as const
    const county = { code: 'AL-01', slug: 'berat', nameSq: 'Berat', nameEn: 'Berat' }
    const names = { slug: 'berat', nameSq: 'Berat', nameSqDefinite: 'Berati', nameEn: 'Berat', seat: 'Berat' }
    const place = { seatLat: 40.7, seatLon: 19.9, population: 1, populationYear: 2023, geonamesId: '1' }
    const municipality = { code: 'AL311', ...names, ...place, county: { create: county } }
    const { code: municipalityCode } = await prisma.municipality.create({ data: municipality })
    await prisma.notice.create({ data: { ...notice, serviceId, untilOn: on } })
    await prisma.notice.create({ data: { ...notice, municipalityCode } })
    const refused = (data: object, constraint: string) =>
      expect(prisma.notice.create({ data: { ...notice, ...data } })).rejects.toThrow(`Notice_${constraint}`)
    await refused({}, 'one_subject')
    await refused({ serviceId, municipalityCode }, 'one_subject')
    await refused({ serviceId, untilOn: new Date('2023-12-31') }, 'ends_after_it_begins')
    await prisma.service.delete({ where: { id: serviceId } })
    expect(await prisma.notice.count()).toBe(1)
  })

  test('an answer on access is given once', async () => {
    const { id: serviceId } = await create({ access: { create: { feature: 'ramp', answer: false } } })
    const again = database.prisma.serviceAccess.create({ data: { serviceId, feature: 'ramp', answer: true } })
    await expect(again).rejects.toMatchObject({ code: 'P2002' })
  })

  test('a transaction that throws leaves nothing', async () => {
    const { prisma } = database
    const work = prisma.$transaction(async (transaction) => {
      await transaction.importRun.create({ data: { source: 'thrown', digest: '' } })
      throw new Error('on purpose')
    })
    await expect(work).rejects.toThrow('on purpose')
    expect(await prisma.importRun.count({ where: { source: 'thrown' } })).toBe(0)
  })

  test('a commit that fails is not taken for one that succeeded', async () => {
    const { prisma } = database
    await prisma.$executeRaw`create table late (id int unique deferrable initially deferred)`
    const work = prisma.$transaction([
      prisma.$executeRaw`insert into late values (1)`,
      prisma.$executeRaw`insert into late values (1)`,
    ])
    await expect(work).rejects.toThrow()
    expect(await prisma.$queryRaw`select count(*)::int as n from late`).toEqual([{ n: 0 }])
    await prisma.$executeRaw`drop table late`
  })

  test('an isolation level asked for holds', async () => {
    const level = await database.prisma.$transaction(
      (transaction) => transaction.$queryRaw`select current_setting('transaction_isolation') as level`,
      { isolationLevel: 'Serializable' },
    )
    expect(level).toEqual([{ level: 'serializable' }])
  })

  test('a script of several statements runs as one, semicolons in texts and comments included', async () => {
    const connection = await database.adapterFactory.connect()
    await connection.executeScript(`create table script (a text); -- a comment; with one
      insert into script values ('x; y')`)
    expect(await database.prisma.$queryRaw`select a from script`).toEqual([{ a: 'x; y' }])
    const failing = connection.executeScript(`insert into script values ('lost'); insert into nowhere values (1)`)
    await expect(failing).rejects.toMatchObject({ cause: { code: '42P01' } })
    expect(await database.prisma.$queryRaw`select count(*)::int as n from script`).toEqual([{ n: 1 }])
    await connection.executeScript('drop table script')
    if (home === 'postgres') await connection.dispose()
  })
})

test('several processes that start together on PostgreSQL apply each migration once', { timeout: slow }, async () => {
  const { url, stop } = await startPostgres()
  const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url })))
  const applied = await Promise.all(databases.map(migrate))
  expect(applied.flat()).toEqual(migrations)
  await Promise.all(databases.map(({ close }) => close()))
  await stop()
})

test('the migrations give what schema.prisma says', { timeout: slow }, async () => {
  expect(await schemaDrift()).toBe('')
})

test('what is remembered is made once, also by a second copy of the module', async () => {
  const copies = ['a', 'b'].map((copy) => `../../app/server/remember.server.ts?copy=${copy}`)
  const [first, second] = (await Promise.all(copies.map((path) => import(/* @vite-ignore */ path)))) as Remember[]
  expect(first!.remember).not.toBe(second!.remember)
  const made = first!.remember('test: one per process', () => ({}))
  expect(second!.remember('test: one per process', () => ({}))).toBe(made)
})

describe('the data folder', () => {
  const folders: string[] = []
  const folderWithLock = (content?: string): string => {
    const folder = newFolder()
    folders.push(folder)
    if (content !== undefined) writeFileSync(join(folder, 'lock'), content)
    return folder
  }
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

  const holderOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')) as { pid: number }

  /** The process is over and has been waited for. */
  const endedPid = () => spawnSync(process.execPath, ['-e', '']).pid

  test('is given to one process; the second is told whom to stop', { timeout: slow }, async () => {
    const folder = folderWithLock()
    const lock = takeDataLock(folder)
    const child = startChild(`
      import { openDatabase } from './app/server/db.server'
      await openDatabase({ dataDir: ${JSON.stringify(folder)} }).catch((error) => console.log(error.message))`)
    expect(await linesOf(child)).toEqual([
      `Another Pranë process (pid ${process.pid}) has this data folder open: ${folder}. ` +
        'Stop it first, or set DATA_DIR to another folder.',
    ])
    expect(readdirSync(folder)).toEqual(['lock'])
    lock.release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('is not given twice to one process either', () => {
    const folder = folderWithLock()
    const lock = takeDataLock(folder)
    expect(() => takeDataLock(folder)).toThrow(`(pid ${process.pid}) has this data folder open`)
    lock.release()
    takeDataLock(folder).release()
  })

  test('is given back by a process that ends', { timeout: slow }, async () => {
    const folder = folderWithLock()
    const child = startChild(`
      import { existsSync } from 'node:fs'
      import { takeDataLock } from './app/server/data-lock.server'
      takeDataLock(${JSON.stringify(folder)})
      console.log(existsSync(${JSON.stringify(join(folder, 'lock'))}))`)
    expect(await linesOf(child)).toEqual(['true'])
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  test('is taken over from a process that is gone', () => {
    const folder = folderWithLock(JSON.stringify({ pid: endedPid(), startedAt: '1' }))
    const lock = takeDataLock(folder)
    expect(holderOf(folder).pid).toBe(process.pid)
    expect(readdirSync(folder)).toEqual(['lock'])
    lock.release()
  })

  test.runIf(process.platform === 'linux')('is taken over when the number belongs to a later process', () => {
    const folder = folderWithLock(JSON.stringify({ pid: process.pid, startedAt: '1' }))
    takeDataLock(folder).release()
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  test('is taken over after a takeover that was cut short', () => {
    const stale = JSON.stringify({ pid: endedPid(), startedAt: '1' })
    const folder = folderWithLock(stale)
    writeFileSync(join(folder, 'lock.takeover'), stale)
    const lock = takeDataLock(folder)
    expect(readdirSync(folder)).toEqual(['lock'])
    lock.release()
  })

  test('an unreadable lock is believed while it may be being written, and not for ever', () => {
    const folder = folderWithLock('')
    expect(() => takeDataLock(folder)).toThrow('Another Pranë process has this data folder open')
    utimesSync(join(folder, 'lock'), new Date(0), new Date(0))
    takeDataLock(folder).release()
  })

  test('releasing leaves a lock alone that is not ours', () => {
    const folder = folderWithLock()
    const lock = takeDataLock(folder)
    const other = JSON.stringify({ pid: endedPid(), startedAt: '1' })
    writeFileSync(join(folder, 'lock'), other)
    lock.release()
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(other)
  })

  test('of processes that race for a stale lock, one wins', { timeout: slow }, async () => {
    const children = Array.from({ length: 4 }, () =>
      startChild(`
        import { createInterface } from 'node:readline'
        import { takeDataLock } from './app/server/data-lock.server'
        let held
        const attempt = (folder) => {
          held?.release()
          held = undefined
          try { held = takeDataLock(folder); return 'won' } catch (error) { return error.message }
        }
        console.log('ready')
        for await (const folder of createInterface({ input: process.stdin })) console.log(attempt(folder))`),
    )
    const answers = children.map((child) => createInterface({ input: child.stdout! })[Symbol.asyncIterator]())
    const nextAnswers = () => Promise.all(answers.map(async (lines) => String((await lines.next()).value)))
    expect(await nextAnswers()).toEqual(children.map(() => 'ready'))
    const pid = endedPid()
    for (let round = 0; round < 150; round++) {
      const folder = folderWithLock(JSON.stringify({ pid, startedAt: '1' }))
      for (const child of children) child.stdin!.write(`${folder}\n`)
      const outcomes = await nextAnswers()
      expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome.includes('has this data folder open'))).toHaveLength(3)
      expect(readdirSync(folder)).toEqual(['lock'])
    }
    const ended = children.map((child) => once(child, 'exit'))
    for (const child of children) child.stdin!.end()
    await Promise.all(ended)
  })

  test('a writer killed at once loses no row it was told is stored', { timeout: slow }, async () => {
    const folder = folderWithLock()
    const child = startChild(`
      import { writeSync } from 'node:fs'
      import { openDatabase } from './app/server/db.server'
      import { migrate } from './app/server/migrate.server'
      const database = await openDatabase({ dataDir: ${JSON.stringify(folder)} })
      await migrate(database)
      const write = async (writer) => {
        for (;;) {
          const { id } = await database.prisma.importRun.create({ data: { source: 'writer ' + writer, digest: '' } })
          writeSync(1, id + '\\n')
        }
      }
      await Promise.all([1, 2, 3, 4].map(write))`)
    const ended = once(child, 'exit')
    const acknowledged = new Set<number>()
    for await (const line of createInterface({ input: child.stdout! })) {
      acknowledged.add(Number(line))
      if (acknowledged.size === 200) child.kill('SIGKILL')
    }
    await ended
    expect(acknowledged.size).toBeGreaterThanOrEqual(200)
    expect(holderOf(folder).pid).toBe(child.pid)

    const database = await openDatabase({ dataDir: folder })
    const rows = await database.prisma.importRun.findMany({ select: { id: true } })
    const stored = new Set(rows.map(({ id }) => id))
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([])
    await database.close()
  })
})

/** Runs a module in a process of its own, as a script of the project would run. */
function startChild(source: string): ChildProcess {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', source]
  return spawn(process.execPath, args, { cwd: resolve('.'), stdio: ['pipe', 'pipe', 'inherit'] })
}

async function linesOf(child: ChildProcess): Promise<string[]> {
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout! })) lines.push(line)
  return lines
}

function records() {
  let count = 0
  const seen = { certainty: 'high', seenPrecision: 'undated', sourceTitle: 'A source' } as const
  const names = { nameSq: 'Emri', nameEn: 'Name' }
  const service = (): Prisma.ServiceUncheckedCreateInput => ({
    id: `service-${++count}`,
    slug: `service-${count}`,
    ...names,
    typeCode: 'day-centre',
    visibility: 'public',
    providerSq: 'Bashkia',
    providerEn: 'Municipality',
    providerKind: 'public',
    accessMode: 'municipality',
    certainty: 'high',
    seenPrecision: 'undated',
  })
  const organization = (): Prisma.OrganizationUncheckedCreateInput => ({
    id: 'organization',
    ...names,
    whatSq: 'Çfarë',
    whatEn: 'What',
    visibility: 'public',
    ...seen,
  })
  const office = (): Prisma.OfficeUncheckedCreateInput => ({ id: 'office', kind: 'region', ...names, ...seen })
  const helpLine = (): Prisma.HelpLineUncheckedCreateInput => ({
    number: '116111',
    display: '116 111',
    position: 1,
    ...names,
    ...seen,
  })
  return { service, organization, office, helpLine }
}
