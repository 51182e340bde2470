import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'
import type { Job, JobHandlers } from '~/server/jobs.server'
import { log } from '~/server/log.server'
import { writeDown } from '../accounts/audit.server'
import { importMapping, undoMapping } from './commands.server'
import { fileLimits, openFile, sealReport } from './files.server'
import { openTable } from './read-table.server'
import { FileFault } from './table.server'

/** Tries, loads and takes back the files that were sent in at the desk. */
export function mappingHandlers(): JobHandlers {
  return { 'mapping-file': doFile }
}

/** A file whose work ended so many times without an end is not taken up again. */
const mostAttempts = 3

const asked = z.object({ fileId: z.uuid(), staffId: z.uuid() })

const columns = {
  id: true,
  state: true,
  name: true,
  sealed: true,
  municipalityCode: true,
  skipBadRows: true,
  runId: true,
} as const

/**
 * Does what the state of a file asks for. Whatever happens to this process, the file is loaded whole or not at all: the
 * new state stands in the same transaction as the load. So a job that is taken up again, or in two processes at once,
 * finds what is still to be done.
 */
async function doFile({ detail, attempts }: Job, now: Date): Promise<void> {
  const { fileId, staffId } = asked.parse(detail)
  const { prisma } = await getDatabase()
  const file = await prisma.mappingFile.findUnique({ where: { id: fileId }, select: columns })
  if (!file) return
  const work = { ...file, staffId, now }
  const { state } = file
  if (state === 'undoing') return attempts > mostAttempts ? keepLoaded(fileId, 'undoFailed', now) : takeBack(work)
  if (state !== 'trying' && state !== 'loading') return
  if (attempts > mostAttempts) return settle(work, { state: 'failed', outcome: state })
  try {
    await inFolder(work, (path) => load(work, path))
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    const { code, values, columns } = error
    await settle(work, {
      state: 'unreadable',
      sealed: null,
      report: sealReport({ fault: { code, values, columns } }, fileId),
    })
  }
}

type Work = Prisma.MappingFileGetPayload<{ select: typeof columns }> & { staffId: string; now: Date }

/** The reader wants a path; the file is there for as long as it is read. */
async function inFolder({ id, sealed }: Work, read: (path: string) => Promise<void>): Promise<void> {
  const bytes = sealed && openFile(sealed, id)
  if (!bytes) throw new FileFault('notFound')
  const folder = await mkdtemp(join(tmpdir(), 'prane-mapping-'))
  try {
    const path = join(folder, 'file')
    await writeFile(path, bytes, { mode: 0o600 })
    await read(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function load(work: Work, path: string): Promise<void> {
  const { id, state, name, municipalityCode, skipBadRows, staffId, now } = work
  const { prisma } = await getDatabase()
  const rows = await countRows(path)
  await prisma.mappingFile.updateMany({ where: { id, state }, data: { rows, rowsRead: 0, movedAt: now } })
  const report = await importMapping(prisma, path, {
    dryRun: state === 'trying',
    skipBadRows,
    completeFor: [],
    now,
    onlyIn: municipalityCode,
    source: name,
    // Nobody waits for it: on the one connection of an embedded database it comes after the load.
    onRows: (rowsRead) => {
      const data = { rowsRead, movedAt: new Date() }
      prisma.mappingFile
        .updateMany({ where: { id, state }, data })
        .catch((error: unknown) => log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'not counted'))
    },
    onLoaded: async (tx, loaded) => {
      const report = sealReport({ report: loaded }, id)
      const { count } = await tx.mappingFile.updateMany({
        where: { id, state: 'loading' },
        data: { state: 'loaded', outcome: 'loaded', runId: loaded.runId, sealed: null, report, movedAt: now },
      })
      if (count === 0) throw new Error('Another process has loaded the file.')
      await writeDown({ staffId, action: 'mapping', subject: `mapping:${id}`, detail: 'loaded', now }, tx)
    },
  })
  if (report.outcome === 'loaded') return
  await settle(work, { state: 'tried', outcome: report.outcome, report: sealReport({ report }, id) })
}

async function countRows(path: string): Promise<number> {
  const { rows } = await openTable(path)
  let count = 0
  for await (const _row of rows) {
    count += 1
    if (count > fileLimits.rows) throw new FileFault('tooManyRows', { count: fileLimits.rows })
  }
  return count
}

type Settled = {
  state: 'tried' | 'unreadable' | 'failed'
  outcome?: string
  sealed?: null
  report?: Uint8Array<ArrayBuffer>
}

async function settle({ id, state, now }: Work, data: Settled): Promise<void> {
  const { prisma } = await getDatabase()
  await prisma.mappingFile.updateMany({ where: { id, state }, data: { ...data, movedAt: now } })
}

async function takeBack({ id, runId, staffId, now }: Work): Promise<void> {
  const { prisma } = await getDatabase()
  const undone = await undoMapping(prisma, now, {
    runId: runId ?? 0,
    onUndone: async (tx) => {
      await tx.mappingFile.update({
        where: { id },
        data: { state: 'undone', outcome: null, report: null, movedAt: now },
      })
      await writeDown({ staffId, action: 'mapping', subject: `mapping:${id}`, detail: 'taken-back', now }, tx)
    },
  })
  if (!undone) await keepLoaded(id, 'notNewest', now)
}

/** The undo did not happen: the load stands, unless another process has taken it back meanwhile. */
async function keepLoaded(id: string, outcome: 'notNewest' | 'undoFailed', now: Date): Promise<void> {
  const { prisma } = await getDatabase()
  await prisma.mappingFile.updateMany({
    where: { id, state: 'undoing' },
    data: { state: 'loaded', outcome, movedAt: now },
  })
}
