import { cpSync } from 'node:fs'
import { join } from 'node:path'

/** A data folder with all tables and no row, or with the real records. */
export type State = 'empty' | 'real'

/** Where a run of tests says in which folder it made them. */
export const variable = 'PRANE_MADE_DATA'

/** Fills a folder with the data that `makeData` made; false where this run has not made any. */
export function copyData(state: State, folder: string): boolean {
  const made = process.env[variable]
  if (!made) return false
  cpSync(join(made, state), folder, { recursive: true })
  return true
}
