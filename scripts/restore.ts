import { generateClient } from './generate'

/** Puts a backup into a new, empty database: npm run restore -- FILE. The key of the backup must be in place. */
const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('Name the backup to restore: npm run restore -- prane.backup')
await generateClient()
const { getDatabase } = await import('../app/server/db.server')
const { migrate } = await import('../app/server/migrate.server')
const { restoreBackup, UnfitBackup } = await import('../app/server/backup.server')
const database = await getDatabase()
try {
  await migrate(database)
  const rows = await restoreBackup(database, path)
  console.log(`Restored: ${rows} rows.`)
} catch (error) {
  if (!(error instanceof UnfitBackup)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  await database.close()
}
