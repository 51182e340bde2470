import { openDatabase, type Database } from '../../app/server/db.server'
import { migrate } from '../../app/server/migrate.server'
import { remember } from '../../app/server/remember.server'
import { seedRealRecords } from '../../prisma/seed/index'

/** The real records in a database of this process alone, which the queries of this file then read. */
export async function openSeededDatabase(): Promise<Database> {
  const database = await openDatabase({ memory: true })
  await migrate(database)
  await seedRealRecords(database.prisma)
  if ((await remember('database', () => Promise.resolve(database))) !== database) {
    throw new Error('A database was opened before: this file would read that one.')
  }
  return database
}
