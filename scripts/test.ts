import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnvironment, readTestSettings } from '../app/server/env.server'
import { buildWhenNeeded } from './build'
import { findMissing, installLine, type Tool } from './find-tools'

/**
 * Runs all tests: npm test [-- --install] [-- --only=unit,integration,e2e]
 * The last line says how many passed and failed; the exit code is 1 unless all that was asked for ran and passed.
 */
type Counts = { passed: number; failed: number; skipped: number }

const folders = { unit: ['tests/unit', 'tests/invariants'], integration: ['tests/integration'] }
const tools: Record<string, Tool[]> = { unit: [], integration: ['postgres'], e2e: ['browser'] }
const suites = Object.keys(tools)

const { only, install } = readArguments(process.argv.slice(2))
provide(only.flatMap((suite) => tools[suite] ?? []))
console.log(`Build: ${await buildWhenNeeded()}.`)
const results = mkdtempSync(join(tmpdir(), 'prane-results-'))
const counts = [...runVitest(), ...runPlaywright()]
rmSync(results, { recursive: true })
report(counts)

function readArguments(given: string[]): { only: string[]; install: boolean } {
  const only =
    given
      .find((argument) => argument.startsWith('--only='))
      ?.slice('--only='.length)
      .split(',') ?? suites
  const unknown = given.filter((argument) => argument !== '--install' && !argument.startsWith('--only='))
  unknown.push(...only.filter((suite) => !suites.includes(suite)))
  if (unknown.length > 0) stop(`Not understood: ${unknown.join(' ')}. Use --install and --only=${suites.join(',')}.`)
  return { only, install: given.includes('--install') || readTestSettings().ci }
}

/** Nothing is skipped for want of a program: it is installed where that was asked for, else the tests do not start. */
function provide(needed: Tool[]): void {
  const missing = missingOrStop(needed)
  if (missing.length === 0) return
  const line = installLine(missing)
  const names = missing.map((tool) => ({ browser: 'Chromium or Chrome', postgres: 'PostgreSQL' })[tool]).join(' and ')
  if (line === null) return stop(`The tests need ${names}: install them, or set CHROMIUM_PATH and TEST_DATABASE_URL.`)
  if (!install)
    return stop(`The tests need ${names}. Install them with this line, or run npm test -- --install:\n${line}`)
  console.log(`Installing ${names}: ${line}`)
  spawnSync(line, { shell: true, stdio: 'inherit', env: childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' }) })
  if (missingOrStop(missing).length > 0) stop(`Still missing after ${line}`)
}

/** A CHROMIUM_PATH that leads nowhere is a mistake to correct, not a reason to take another browser. */
function missingOrStop(needed: Tool[]): Tool[] {
  try {
    return findMissing(needed)
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

function runVitest(): Counts[] {
  const chosen = Object.entries(folders).filter(([suite]) => only.includes(suite))
  if (chosen.length === 0) return []
  const file = join(results, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const program = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...chosen.flatMap(([, paths]) => paths)]
  return [
    run(program, file, (result) => ({
      passed: result.numPassedTests ?? 0,
      failed: result.numFailedTests ?? 0,
      skipped: (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0),
    })),
  ]
}

function runPlaywright(): Counts[] {
  if (!only.includes('e2e')) return []
  const file = join(results, 'playwright.json')
  return [
    run(['node_modules/@playwright/test/cli.js', 'test'], file, ({ stats = {} }) => ({
      passed: stats.expected ?? 0,
      failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
      skipped: stats.skipped ?? 0,
    })),
  ]
}

type Result = { [name: `num${string}`]: number; stats?: Record<string, number> }

/** A suite that ends badly without a failed test (a file that cannot be read, no server) counts as one failure. */
function run(program: string[], file: string, count: (result: Result) => Counts): Counts {
  const env = { ...childEnvironment({}), PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const { status } = spawnSync(process.execPath, program, { stdio: 'inherit', env })
  const counts = count(readResult(file))
  const ranNothing = counts.passed + counts.failed === 0
  return { ...counts, failed: counts.failed === 0 && (status !== 0 || ranNothing) ? 1 : counts.failed }
}

function readResult(file: string): Result {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Result
  } catch {
    return {} // it ended before it could write; its exit code says so
  }
}

function report(all: Counts[]): void {
  const sum = (name: keyof Counts) => all.reduce((total, counts) => total + counts[name], 0)
  const skipped = sum('skipped')
  process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
