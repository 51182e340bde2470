import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { householdJsonSchema, isDay, reportOn, type Report } from '../app/features/entitlements/engine'
import { clockInTirana } from '../app/lib/days'

/**
 * npm run -s entitlements:evaluate -- HOUSEHOLD.json [--date=2026-11-22], or HOUSEHOLDS.jsonl with a household a line in
 * and a line out, or --schema. Exit code 0; 2 when the file or a household in it cannot be read.
 */
const options = { date: { type: 'string' }, schema: { type: 'boolean' } } as const
const { values, positionals } = readArguments()
const date = values.date ?? clockInTirana(new Date()).date
const [path] = positionals

// Who reads only the first lines has what they want.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

if (values.schema) console.log(JSON.stringify(householdJsonSchema(), null, 2))
else if (!isDay(date)) refuse('date', 'not-a-date')
else if (path === undefined) refuse('', 'no-file')
else if (/\.(jsonl|ndjson)$/i.test(path)) await printLines(path, date)
else
  print(
    readReport(() => readFileSync(path, 'utf8'), date),
    2,
  )

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch {
    refuse('', 'unknown-argument')
    process.exit()
  }
}

/** A line in, a line out: one that is empty is no household. */
async function printLines(file: string, day: string) {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })
  try {
    for await (const line of lines) print(readReport(() => line, day))
  } catch {
    refuse('', 'not-a-file')
  }
}

function readReport(read: () => string, day: string): Report | { ok: false; error: 'not-json' | 'not-a-file' } {
  let text: string
  try {
    text = read()
  } catch {
    return { ok: false, error: 'not-a-file' }
  }
  try {
    return reportOn(JSON.parse(text.replace(/^\uFEFF/, '')), day)
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, error: 'not-json' }
    throw error
  }
}

function print(report: { ok: boolean }, indent?: number) {
  console.log(JSON.stringify(report, null, indent))
  if (!report.ok) process.exitCode = 2
}

function refuse(where: string, code: string) {
  print({ ok: false, error: 'malformed', faults: [{ path: where, code }] } as { ok: boolean })
}
