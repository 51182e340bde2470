import { buildWhenNeeded } from './build'
import { generateClient } from './generate'

/** Opens Pranë: builds when needed, prepares the database, loads the real records, serves. */
const hour = 60 * 60_000 // milliseconds
const dev = process.argv.includes('--dev')
const demo = process.argv.includes('--demo')
const { setMode, setDemo, getEnv } = await import('../app/server/env.server')
setMode(dev ? 'development' : 'production')
if (demo) setDemo()
getEnv()
await (dev ? generateClient() : buildWhenNeeded())

const { getDatabase } = await import('../app/server/db.server')
const { checkKey } = await import('../app/server/key-check.server')
const { migrate } = await import('../app/server/migrate.server')
const { seedRealRecords } = await import('../prisma/seed/index')
const { everyNowAndThen } = await import('../app/server/ticker.server')
const { writeSetupLink } = await import('../app/features/accounts/invitations.server')
const { removeOldSessions } = await import('../app/features/accounts/sessions.server')
const { eraseOld } = await import('../app/features/voice/retention.server')
const { mappingHandlers } = await import('../app/features/mapping/do-file.server')
const { removeOldFiles } = await import('../app/features/mapping/files.server')
const { addReminders, mailHandlers } = await import('../app/features/voice/outbox.server')
const { runJobs } = await import('../app/server/jobs.server')
const { seedDemo } = await import('../prisma/seed/demo')
const { startServer } = await import('../server')

const database = await getDatabase()
await migrate(database)
await checkKey(database.prisma)
await seedRealRecords(database.prisma)
if (demo) await seedDemo(database.prisma, new Date())
const { port, stop } = await startServer({ dev })
const setupLink = demo ? null : await writeSetupLink(getEnv().PUBLIC_URL ?? `http://localhost:${port}`, new Date())
const stopErasing = everyNowAndThen('erasing', hour, async () => {
  await eraseOld(new Date())
  await removeOldSessions(new Date())
  await removeOldFiles(new Date())
})
if (setupLink) console.log(`Nobody can sign in yet. The link for the first account stands in ${setupLink}`)
console.log(`Pranë is open at http://localhost:${port}`)

const minute = 60_000
const stopReminding = everyNowAndThen('reminding', hour, async () => {
  if (!demo) await addReminders(new Date())
})
const stopSending = everyNowAndThen('sending', minute / 4, async () => {
  if (demo) return // nothing leaves a demonstration
  await runJobs(database.prisma, mailHandlers(), new Date())
})
// Of its own: a load of some minutes holds up no letter.
const stopLoading = everyNowAndThen('loading', 2_000, () => runJobs(database.prisma, mappingHandlers(), new Date()))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopErasing()
    stopReminding()
    stopSending()
    stopLoading()
    void Promise.race([stop(), new Promise((r) => setTimeout(r, 5_000).unref())])
      .then(() => database.close())
      .finally(() => process.exit(0))
  })
}
