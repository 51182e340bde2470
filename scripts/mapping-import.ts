import { getDatabase } from '../app/server/db.server'
import { DataFolderInUse } from '../app/server/data-lock.server'
import { migrate } from '../app/server/migrate.server'
import { importMapping, undoMapping, UnknownMunicipality } from '../app/features/mapping/commands.server'
import { commandLines, faultLines, reportLines } from '../app/features/mapping/report.server'
import { FileFault } from '../app/features/mapping/table.server'
import { seedRealRecords } from '../prisma/seed/index'

/** Loads a national mapping or takes the last one back: docs/guides/load-a-mapping.md. Exit code 0 when it did. */
const [code, lines] = await run(process.argv.slice(2))
console.log(lines.join('\n'))
process.exitCode = code

async function run(args: string[]): Promise<[number, string[]]> {
  const { path, undo, unknown, ...rest } = readArguments(args)
  if (unknown.length > 0) return [2, commandLines('notUnderstood', { words: unknown.join(' ') })]
  const { isAlone, ...options } = rest
  if (undo === (path !== undefined) || (undo && !isAlone)) return [2, commandLines('usage')]
  if (options.completeFor.includes('')) return [2, commandLines('usage')]
  const now = new Date()
  try {
    const database = await getDatabase()
    try {
      await migrate(database)
      await seedRealRecords(database.prisma)
      if (path === undefined) return await undoLast(database.prisma, now)
      const report = await importMapping(database.prisma, path, { ...options, now })
      return [report.outcome === 'refused' ? 1 : 0, reportLines(report, options.completeFor)]
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof FileFault) return [1, faultLines(error)]
    if (error instanceof UnknownMunicipality) return [2, commandLines('outcome.unknownPlace', { name: error.message })]
    if (error instanceof DataFolderInUse) return [1, [...commandLines('locked'), error.message]]
    throw error
  }
}

async function undoLast(db: Parameters<typeof undoMapping>[0], now: Date): Promise<[number, string[]]> {
  const undone = await undoMapping(db, now)
  if (undone === null) return [1, commandLines('outcome.nothingToUndo')]
  const { runId: run, source, services } = undone
  return [0, commandLines('outcome.undone', { run, source, services })]
}

function readArguments(args: string[]) {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const complete = args.filter((arg) => arg.startsWith('--complete='))
  const known = ['--dry-run', '--skip-bad-rows', '--undo', ...files.slice(0, 1), ...complete]
  const names = complete.flatMap((arg) => arg.slice('--complete='.length).split(','))
  return {
    path: files[0],
    dryRun: args.includes('--dry-run'),
    skipBadRows: args.includes('--skip-bad-rows'),
    undo: args.includes('--undo'),
    completeFor: names.map((name) => name.trim()),
    isAlone: args.length === 1,
    unknown: args.filter((arg) => !known.includes(arg)),
  }
}
