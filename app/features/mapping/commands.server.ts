import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Prisma, PrismaClient } from '../../../generated/prisma/client'
import { forgetWords } from '../directory/search-index.server'
import { placeColumns } from '../directory/views.server'
import { checkRow, countryOf, findPlace, type CheckedRow, type Country, type RowError } from './check-row.server'
import { findLayers, putRows, rebuildServices, rebuildSome, withFreeSlugs } from './layers.server'
import { matchRows, type MatchedRow } from './match.server'
import { openTable, type Table } from './read-table.server'
import { saysMore, type ServiceValues } from './rules'

type Transaction = Prisma.TransactionClient

export type ImportOptions = {
  /** Say what would happen, and write nothing. */
  dryRun: boolean
  /** Load the rows that are sound. Otherwise one bad row refuses the whole file. */
  skipBadRows: boolean
  /** Names or codes of the municipalities for which the file names every service. */
  completeFor: string[]
  now: Date
  /** Code of the one municipality whose rows and services the file may be about. */
  onlyIn?: string | null
  /** What the run is named after; without it, the file. */
  source?: string
  /** Hears how many rows are done, after each batch; what it throws ends the load. */
  onRows?: (rows: number) => void
  /** Done in the transaction of a load that is kept. */
  onLoaded?: (tx: Transaction, report: ImportReport) => Promise<void>
}

export type ImportCounts = Record<'rows' | 'new' | 'changed' | 'closed' | 'unchanged' | 'refused', number>

export type ImportReport = {
  outcome: 'loaded' | 'wouldLoad' | 'nothingNew' | 'refused'
  /** Of the run that was loaded, else null. */
  runId: number | null
  counts: ImportCounts
  /** The first faults of the file; `counts.refused` says how many rows have one. */
  errors: RowError[]
  /** Headings that mean nothing here and were passed over. */
  ignored: string[]
}

const batchSize = 500
const errorsKept = 1000
/** A load of 200,000 rows may take its time; nobody waits for it on a page. */
const patience = { maxWait: 60_000, timeout: 6 * 60 * 60 * 1000 }

/** Ends a transaction whose work is not to be kept, and carries out what it found. */
class TakenBack extends Error {
  constructor(readonly report: ImportReport) {
    super('taken back')
  }
}

/** A name in `completeFor` that no municipality has. */
export class UnknownMunicipality extends Error {}

/**
 * Loads a mapping: each row becomes a layer over the service that it is about, or a new service. All in one
 * transaction: a dry run and a refused file go through the very same steps and leave nothing. Loading a file again
 * changes nothing. A service that an earlier mapping named and a complete one does not is closed; so a complete file
 * is never loaded without its bad rows.
 *
 * @throws FileFault when the file cannot be read at all, UnknownMunicipality for a name in `completeFor`
 */
export async function importMapping(db: PrismaClient, path: string, options: ImportOptions): Promise<ImportReport> {
  const work = async (tx: Transaction) => {
    await lockRuns(tx)
    const report = await load(tx, path, options)
    if (report.outcome !== 'loaded') throw new TakenBack(report)
    await options.onLoaded?.(tx, report)
    return report
  }
  try {
    return await db.$transaction(work, patience)
  } catch (error) {
    if (error instanceof TakenBack) return error.report
    throw error
  }
}

/** Of all mappings that are in force the newest; only that one can be taken back. */
export function findNewestRun(db: PrismaClient | Transaction): Promise<{ id: number; source: string } | null> {
  return db.importRun.findFirst({
    where: { kind: 'mapping', undoneAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, source: true },
  })
}

type Undone = { runId: number; source: string; services: number }

/**
 * Takes back the newest mapping that is still in force. Null when there is none.
 *
 * @param only takes back nothing unless the newest is this run; `onUndone` is done in the same transaction
 */
export async function undoMapping(
  db: PrismaClient,
  now: Date,
  only?: { runId: number; onUndone: (tx: Transaction) => Promise<void> },
): Promise<Undone | null> {
  return db.$transaction(async (tx) => {
    await lockRuns(tx)
    const run = await findNewestRun(tx)
    if (!run || (only && run.id !== only.runId)) return null
    const layers = await tx.serviceLayer.findMany({ where: { runId: run.id }, select: { serviceId: true } })
    await tx.serviceLayer.deleteMany({ where: { runId: run.id } })
    await rebuildServices(
      tx,
      layers.map(({ serviceId }) => serviceId),
    )
    await tx.importRun.update({ where: { id: run.id }, data: { undoneAt: now } })
    await only?.onUndone(tx)
    return { runId: run.id, source: run.source, services: layers.length }
  }, patience)
}

/** Two loads at the same time would each find the services of the other missing; the second one waits here. */
async function lockRuns(tx: Transaction): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "ImportRun" IN SHARE ROW EXCLUSIVE MODE`
}

async function load(tx: Transaction, path: string, options: ImportOptions): Promise<ImportReport> {
  const { onlyIn = null, source = basename(path) } = options
  const country = await findCountry(tx, options.now, onlyIn)
  const completeFor = options.completeFor.map((name) => codeOf(name, country))
  const table = await openTable(path)
  const data = { kind: 'mapping', source, digest: await digestOf(path), completeFor } as const
  const isNewlyComplete = await areNewlyComplete(tx, completeFor)
  const { id: runId } = await tx.importRun.create({ data: { ...data, finishedAt: options.now } })

  const counts: ImportCounts = { rows: 0, new: 0, changed: 0, closed: 0, unchanged: 0, refused: 0 }
  const errors: RowError[] = []
  const seen = new Map<string, number>()
  const spokenOf = new Set<string | null | undefined>()
  for await (const batch of checkedBatches(table, country)) {
    for (const { values } of batch.checked) spokenOf.add(values.municipality)
    const { matched, errors: unmatched } = await matchRows(tx, batch.checked, { seen, onlyIn })
    const faults = [...batch.errors, ...unmatched].sort((a, b) => a.row - b.row)
    errors.push(...faults.slice(0, errorsKept - errors.length))
    counts.rows += batch.rows
    counts.refused += new Set(faults.map(({ row }) => row)).size
    await writeRows(tx, matched, runId, options.now, counts)
    options.onRows?.(counts.rows)
  }
  const silent = completeFor.filter((code) => !spokenOf.has(code))
  const isRefused =
    (counts.refused > 0 && (!options.skipBadRows || completeFor.length > 0)) || (await wouldCloseAll(tx, silent))
  if (!isRefused) counts.closed = await closeMissing(tx, { completeFor, seen, runId, now: options.now })

  await forgetWords(tx)
  await tx.importRun.update({ where: { id: runId }, data: { counts } })
  const isNothing = counts.new + counts.changed + counts.closed === 0 && !isNewlyComplete
  const outcome = isRefused ? 'refused' : isNothing ? 'nothingNew' : options.dryRun ? 'wouldLoad' : 'loaded'
  const ignored = table.headings.unknown
  return { outcome, runId: outcome === 'loaded' ? runId : null, counts, errors, ignored }
}

async function findCountry(tx: Transaction, now: Date, onlyIn: string | null): Promise<Country> {
  const rows = await tx.municipality.findMany({
    select: {
      ...placeColumns,
      names: { select: { name: true } },
      county: { select: { nameSq: true, nameEn: true, code: true } },
    },
  })
  const places = rows.map(({ code, slug, nameSq, nameSqDefinite, nameEn, seat, names, county }) => ({
    code,
    slug,
    names: [nameSq, nameSqDefinite, nameEn, seat, ...names.map(({ name }) => name)],
    county: [county.nameSq, county.nameEn, county.code],
  }))
  return countryOf(places, now.toISOString().slice(0, 10), onlyIn)
}

function codeOf(name: string, country: Country): string {
  const place = findPlace(name, country)
  if (!place) throw new UnknownMunicipality(name)
  return place.code
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer)
  return hash.digest('hex')
}

/** Whether no run in force has been complete for one of these before. */
async function areNewlyComplete(tx: Transaction, codes: string[]): Promise<boolean> {
  const runs = await tx.importRun.findMany({ where: { undoneAt: null }, select: { completeFor: true } })
  const complete = new Set(runs.flatMap(({ completeFor }) => completeFor))
  return codes.some((code) => !complete.has(code))
}

type Batch = { rows: number; checked: CheckedRow[]; errors: RowError[] }

async function* checkedBatches({ headings, rows }: Table, country: Country): AsyncGenerator<Batch> {
  let batch: Batch = { rows: 0, checked: [], errors: [] }
  for await (const { row, cells } of rows) {
    const result = checkRow(row, cells, headings, country)
    batch.rows += 1
    if ('checked' in result) batch.checked.push(result.checked)
    else batch.errors.push(...result.errors)
    if (batch.rows < batchSize) continue
    yield batch
    batch = { rows: 0, checked: [], errors: [] }
  }
  if (batch.rows > 0) yield batch
}

/** Writes a layer for each row that says something new. The page of a service that is known keeps its address. */
async function writeRows(tx: Transaction, rows: MatchedRow[], runId: number, madeAt: Date, counts: ImportCounts) {
  const known = rows.filter(({ isNew }) => !isNew).map(withoutSlug)
  const changed = known.filter(({ values, layers }) => saysMore(values, layers))
  const made = await withFreeSlugs(
    tx,
    rows.filter(({ isNew }) => isNew),
  )
  counts.new += made.length
  counts.changed += changed.length
  counts.unchanged += known.length - changed.length
  await addLayers(tx, [...made, ...changed], { runId, madeAt })
}

function withoutSlug({ values: { slug: _slug, ...values }, ...row }: MatchedRow): MatchedRow {
  return { ...row, values }
}

type NewLayer = { id: string; row: number | null; values: ServiceValues }

async function addLayers(tx: Transaction, layers: NewLayer[], run: { runId: number; madeAt: Date }): Promise<void> {
  await putRows(
    tx,
    'ServiceLayer',
    layers.map(({ id, row, values }) => ({ serviceId: id, kind: 'mapping', row, values, ...run })),
  )
  await rebuildSome(
    tx,
    layers.map(({ id }) => id),
  )
}

type Closing = { completeFor: string[]; seen: Map<string, number>; runId: number; now: Date }

/** Whether a file that says nothing of these municipalities would close services that a mapping named there. */
async function wouldCloseAll(tx: Transaction, silent: string[]): Promise<boolean> {
  if (silent.length === 0) return false
  const open = await tx.service.findMany({
    where: { municipalityCode: { in: silent }, closedOn: null, mergedIntoId: null },
    select: { id: true },
  })
  const named = { serviceId: { in: open.map(({ id }) => id) }, kind: 'mapping' } as const
  return (await tx.serviceLayer.count({ where: named })) > 0
}

/** Closes what an earlier mapping named in these municipalities and this one does not. Returns how many. */
async function closeMissing(tx: Transaction, { completeFor, seen, runId, now }: Closing): Promise<number> {
  if (completeFor.length === 0) return 0
  const open = await tx.service.findMany({
    where: { municipalityCode: { in: completeFor }, closedOn: null, mergedIntoId: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const missing = open.filter(({ id }) => !seen.has(id))
  const values = { closedOn: now.toISOString().slice(0, 10) }
  let closed = 0
  for (let from = 0; from < missing.length; from += batchSize) {
    const ids = missing.slice(from, from + batchSize).map(({ id }) => id)
    const layers = await findLayers(tx, ids)
    const named = ids.filter((id) => layers.get(id)?.some(({ kind }) => kind === 'mapping'))
    await addLayers(
      tx,
      named.map((id) => ({ id, row: null, values })),
      { runId, madeAt: now },
    )
    closed += named.length
  }
  return closed
}
