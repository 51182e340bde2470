import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Database } from '../app/server/db.server'
import { migrate } from '../app/server/migrate.server'
import { remember } from '../app/server/remember.server'
import { valuesKept } from '../app/server/until-change.server'
import { searchServices } from '../app/features/directory/search.server'
import { indexServices } from '../app/features/directory/search-index.server'
import { loadSeedFiles, seedRealRecords } from '../prisma/seed/index'
import { judgedQueries } from '../tests/support/judged-queries'
import { startPostgres } from '../tests/support/postgres'
import { randomFrom } from './generated-election'

const file = fileURLToPath(import.meta.url)
const sizes = { embedded: [1_000, 10_000], postgres: [1_000, 10_000, 100_000] } as const
type Home = keyof typeof sizes

/** Each home in a process of its own: a process has one database. */
export function benchSearch() {
  for (const home of Object.keys(sizes)) {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', file, home], { stdio: 'inherit' })
    if (status !== 0) throw new Error(`The search bench did not finish: ${home}`)
  }
}

async function benchHome(home: Home) {
  const server = home === 'postgres' ? await startPostgres() : null
  const database = await openDatabase(server ? { url: server.url } : { memory: true })
  await remember('database', () => Promise.resolve(database))
  valuesKept.turn(true) // as in a server
  await migrate(database)
  await seedRealRecords(database.prisma)
  for (const size of sizes[home]) {
    const started = performance.now()
    await fillTo(database, size)
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(`search, ${home}, ${size.toLocaleString('en')} services (made and indexed in ${seconds} s)`)
    await measure()
  }
  await showPlan(database)
  await database.close()
  await server?.stop()
}

/** Generated services: names and facts of real ones, mixed, in every municipality. They exist here only. */
async function fillTo({ prisma }: Database, size: number) {
  const { services, municipalities } = loadSeedFiles()
  const random = randomFrom(size)
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const there = await prisma.service.count()
  for (let from = there; from < size; from += 1000) {
    const ids = Array.from({ length: Math.min(1000, size - from) }, (_, index) => `generated-${from + index}`)
    await prisma.service.createMany({
      data: ids.map((id) => {
        const [named, described] = [any(services), any(services)]
        const dated = random() < 0.6
        return {
          id,
          slug: id,
          nameSq: `${named.name.sq} ${any(municipalities).sq}`,
          nameEn: named.name.en,
          municipalityCode: any(municipalities).code,
          typeCode: named.type,
          visibility: 'public' as const,
          providerSq: described.provider.sq,
          providerEn: described.provider.en,
          providerKind: described.providerKind,
          accessMode: 'municipality' as const,
          factsSq: (described.facts ?? []).map(({ sq }) => sq),
          factsEn: (described.facts ?? []).map(({ en }) => en),
          certainty: 'low' as const,
          seenOn: dated ? new Date(Date.UTC(2008 + Math.floor(random() * 18), 0, 1)) : null,
          seenPrecision: dated ? ('year' as const) : ('undated' as const),
        }
      }),
    })
    await prisma.serviceTargetGroup.createMany({
      data: ids.map((serviceId) => ({ serviceId, groupCode: any(services).groups[0] ?? 'children' })),
    })
  }
  await indexServices(prisma)
  await prisma.$executeRaw`ANALYZE`
  valuesKept.empty()
}

/** The judged queries three times over, in all of Albania, in a place, and next door; the first round warms up. */
async function measure() {
  const times: { ms: number; q: string }[] = []
  for (let round = 0; round < 4; round++) {
    for (const { q, lang } of judgedQueries) {
      const choice = [{}, { municipality: 'tirane' }, { municipality: 'korce', nextDoor: true }][round % 3]
      const request = { query: q, nextDoor: false, page: 1, pageSize: 20, today: '2026-11-22', ...choice }
      const started = performance.now()
      await searchServices({ ...request, language: lang })
      if (round > 0) times.push({ ms: performance.now() - started, q })
    }
  }
  times.sort((a, b) => a.ms - b.ms)
  const at = (share: number) => times[Math.floor(times.length * share)]?.ms.toFixed(1)
  const slowest = times.slice(-3).map(({ q, ms }) => `${q} ${ms.toFixed(0)}`)
  console.log(`  ${times.length} searches: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${slowest.join(', ')}`)
  console.log(`  memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
}

async function showPlan({ prisma }: Database) {
  const plan = await prisma.$queryRaw<{ 'QUERY PLAN': string }[]>`
    EXPLAIN SELECT id FROM "Service"
    WHERE visibility <> 'protected' AND "mergedIntoId" IS NULL AND "searchTerms" && ARRAY['logoped', 'folur']
    LIMIT 1001`
  console.log(plan.map((row) => `  ${row['QUERY PLAN']}`).join('\n'))
}

const [, started, home] = process.argv
if (started === file && home !== undefined) await benchHome(home as Home)
