import { generateClient } from './generate'

/** Writes all data into one file: npm run backup -- FILE. The key is not in it: keep that apart. */
const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('Name the file to write: npm run backup -- prane.backup')
await generateClient()
const { getDatabase } = await import('../app/server/db.server')
const { writeBackup } = await import('../app/server/backup.server')
const database = await getDatabase()
const rows = await writeBackup(database, path, new Date()).finally(database.close)
console.log(`Written: ${path}, ${rows} rows. Keep the key (SECRET_KEY, or the file secret-key) in another place.`)
