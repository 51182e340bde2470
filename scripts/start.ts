import { buildWhenNeeded } from './build'
import { generateClient } from './generate'

/** Opens Pranë: builds when needed, prepares the database, loads the real records, serves. */
const dev = process.argv.includes('--dev')
const { setMode, getEnv } = await import('../app/server/env.server')
setMode(dev ? 'development' : 'production')
getEnv()
await (dev ? generateClient() : buildWhenNeeded())

const { getDatabase } = await import('../app/server/db.server')
const { migrate } = await import('../app/server/migrate.server')
const { seedRealRecords } = await import('../prisma/seed/index')
const { startServer } = await import('../server')

const database = await getDatabase()
await migrate(database)
await seedRealRecords(database.prisma)
const { port, stop } = await startServer({ dev })
console.log(`Pranë is open at http://localhost:${port}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.race([stop(), new Promise((r) => setTimeout(r, 5_000).unref())])
      .then(() => database.close())
      .finally(() => process.exit(0))
  })
}
