import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { findReferenceFaults } from './references'
import {
  countySeed,
  helpLineSeed,
  municipalitySeed,
  officeSeed,
  organizationSeed,
  serviceSeed,
  serviceTypeSeed,
  targetGroupSeed,
  unitSeed,
} from './schema'

const dataFolder = fileURLToPath(new URL('./data/', import.meta.url))

export type SeedFiles = ReturnType<typeof loadSeedFiles>
export type SeedRecords = ReturnType<typeof readRecords>

/**
 * Reads every seed file and checks it. Whoever edits the files sees all faults of a run at once; references are
 * looked at only when every record is sound, because a record that is missing would be reported again and again.
 *
 * @throws one error that lists the faults by file, line and id
 */
export function loadSeedFiles(folder = dataFolder) {
  const faults: string[] = []
  const digest = createHash('sha256')
  const records = readRecords((name, schema) => {
    const content = readFileSync(join(folder, `${name}.json`), 'utf8')
    digest.update(`${name}\n${content}\n`)
    return parseRecords(`${name}.json`, content, schema, faults)
  })
  if (faults.length === 0) faults.push(...findReferenceFaults(records))
  if (faults.length > 0) throw new Error(`The seed files have ${faults.length} faults:\n${faults.join('\n')}`)
  return { ...records, digest: digest.digest('hex') }
}

function readRecords(read: <T>(name: string, schema: z.ZodType<T>) => T[]) {
  return {
    counties: read('counties', countySeed),
    municipalities: read('municipalities', municipalitySeed),
    units: read('units', unitSeed),
    serviceTypes: read('service-types', serviceTypeSeed),
    targetGroups: read('target-groups', targetGroupSeed),
    offices: read('offices', officeSeed),
    organizations: read('organizations', organizationSeed),
    helpLines: read('help-lines', helpLineSeed),
    services: read('services', serviceSeed),
  }
}

function parseRecords<T>(file: string, content: string, schema: z.ZodType<T>, faults: string[]): T[] {
  return parseArray(file, content, faults).flatMap((record, index) => {
    const result = schema.safeParse(record)
    if (result.success) return [result.data]
    for (const { path, message } of result.error.issues) {
      faults.push(`${file} line ${index + 2} (${nameOf(record)}): ${[...path, message].join(': ')}`)
    }
    return []
  })
}

function parseArray(file: string, content: string, faults: string[]): unknown[] {
  try {
    const parsed: unknown = JSON.parse(content)
    if (Array.isArray(parsed)) return parsed
    faults.push(`${file}: is not a list`)
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return []
}

function nameOf(record: unknown): string {
  const { id, code, name } = (record ?? {}) as Record<string, unknown>
  return String(id ?? code ?? JSON.stringify(name) ?? 'no id')
}
