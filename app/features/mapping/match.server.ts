import { createHash } from 'node:crypto'
import type { Prisma } from '../../../generated/prisma/client'
import type { CheckedRow, RowError } from './check-row.server'
import type { ColumnName } from './columns'
import { findLayers } from './layers.server'
import { findMatch, bare, mergeLayers, withoutCorrections, type Candidate, type Layer } from './rules'

/** A row with the service that it is about and what is known of it; a new one has no layers. */
export type MatchedRow = CheckedRow & { id: string; isNew: boolean; layers: Layer[] }

/**
 * Finds the service that each row is about. `seen` holds the services that earlier rows of the file are about, with
 * their rows, and takes those of these rows.
 */
export async function matchRows(
  tx: Prisma.TransactionClient,
  rows: CheckedRow[],
  seen: Map<string, number>,
): Promise<{ matched: MatchedRow[]; errors: RowError[] }> {
  const found = await findCandidates(tx, rows)
  const matched: MatchedRow[] = []
  const errors: RowError[] = []
  for (const row of rows) {
    const result = matchRow(row, found, seen)
    if ('fault' in result) errors.push(result)
    else {
      seen.set(result.id, row.row)
      matched.push(result)
    }
  }
  return { matched, errors }
}

type Found = {
  layers: Map<string, Layer[]>
  byId: Map<string, Omit<Candidate, 'takenBy'>>
  byMappingId: Map<string, Omit<Candidate, 'takenBy'>>
  byKey: Map<string, Omit<Candidate, 'takenBy'>[]>
}

function matchRow(row: CheckedRow, found: Found, seen: Map<string, number>): MatchedRow | RowError {
  const { mappingId } = row.values
  const newId = newIdOf(row)
  const isNew = row.record === 'new'
  const open = <T extends { id: string }>(candidate: T) => ({ ...candidate, takenBy: seen.get(candidate.id) })
  const fault = (column: ColumnName, value: string, fault: RowError['fault'], detail?: string): RowError => ({
    row: row.row,
    column,
    value,
    fault,
    detail,
  })
  const record = row.record !== undefined && !isNew ? found.byId.get(row.record) : undefined
  if (row.record !== undefined && !isNew && !record) return fault('record', row.record, 'unknownRecord')
  const named = record ?? (mappingId === undefined ? undefined : found.byMappingId.get(mappingId))
  const alike = (found.byKey.get(row.key) ?? []).map(open)
  const match = findMatch({ provider: row.provider, mappingId, isNew, newId }, named && open(named), alike)
  const name = row.values.name?.sq ?? ''
  if (match.kind === 'ambiguous') return fault('record', name, 'ambiguous', match.ids.join(', '))
  if (match.kind === 'double') return fault('service_name', name, 'double', String(match.row))
  if (match.kind === 'known') return { ...row, id: match.id, isNew: false, layers: found.layers.get(match.id) ?? [] }
  const above = seen.get(newId)
  if (above !== undefined) return fault('service_name', name, 'double', String(above))
  // A service that this row once made goes by another name now.
  if (found.byId.has(newId)) return fault('record', name, 'ambiguous', newId)
  return { ...row, id: newId, isNew: true, layers: [] }
}

/** The same row gives the same id on every load, so that corrections find their service again after an undo. */
function newIdOf({ key, provider, values: { mappingId } }: CheckedRow): string {
  const identity = mappingId === undefined ? `${key} ${bare(provider)}` : `mapping ${mappingId}`
  return `m-${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`
}

async function findCandidates(tx: Prisma.TransactionClient, rows: CheckedRow[]): Promise<Found> {
  const ids = rows.flatMap((row) => [newIdOf(row), ...(row.record === undefined ? [] : [row.record])])
  const mappingIds = rows.flatMap(({ values }) => values.mappingId ?? [])
  const select = { id: true, matchKey: true, mappingId: true, mergedIntoId: true } as const
  const services = [
    ...(await tx.service.findMany({ where: { id: { in: ids } }, select })),
    ...(await tx.service.findMany({ where: { mappingId: { in: mappingIds } }, select })),
    ...(await tx.service.findMany({ where: { matchKey: { in: rows.map(({ key }) => key) } }, select })),
  ]
  const layers = await findLayers(tx, [
    ...new Set(services.flatMap(({ id, mergedIntoId }) => [id, mergedIntoId ?? id])),
  ])
  const found: Found = { layers, byId: new Map(), byMappingId: new Map(), byKey: new Map() }
  const known = new Set<string>()
  for (const { id, matchKey, mappingId, mergedIntoId } of services) {
    if (known.has(id)) continue
    known.add(id)
    const said = mergeLayers(withoutCorrections(layers.get(id) ?? []))
    // A double is the service that it was merged into.
    const candidate = { id: mergedIntoId ?? id, provider: said?.provider?.sq ?? '', mappingId }
    found.byId.set(id, candidate)
    if (mappingId !== null) found.byMappingId.set(mappingId, candidate)
    if (matchKey !== null) found.byKey.set(matchKey, [...(found.byKey.get(matchKey) ?? []), candidate])
  }
  return found
}
