import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../../app/server/db.server'
import { remember } from '../../app/server/remember.server'
import { copyData, type State } from './copy-data'

/** An embedded database that nobody else uses, and that is gone when closed. */
export async function openTestDatabase(state: State): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'prane-database-'))
  if (!copyData(state, folder)) throw new Error('No data were made: run the tests by their configuration.')
  const database = await openDatabase({ dataDir: folder })
  const close = () => database.close().finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return { ...database, close }
}

/** The real records in a database of this process alone, which the queries of this file then read. */
export async function openSeededDatabase(): Promise<Database> {
  const database = await openTestDatabase('real')
  if ((await remember('database', () => Promise.resolve(database))) !== database) {
    throw new Error('A database was opened before: this file would read that one.')
  }
  return database
}
