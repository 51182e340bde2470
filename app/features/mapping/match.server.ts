import { createHash } from 'node:crypto'
import type { Prisma } from '../../../generated/prisma/client'
import type { CheckedRow, RowError } from './check-row.server'
import type { ColumnName } from './columns'
import { findLayers } from './layers.server'
import { findMatch, bare, mergeLayers, overKnown, withoutCorrections, type Candidate, type Layer } from './rules'

/** A row with the service that it is about and what is known of it; a new one has no layers. */
export type MatchedRow = CheckedRow & { id: string; isNew: boolean; layers: Layer[] }

/**
 * Finds the service that each row is about. `seen` holds the services that earlier rows of the file are about, with
 * their rows, and takes those of these rows. With `onlyIn`, a service of another municipality is nobody's row.
 */
export async function matchRows(
  tx: Prisma.TransactionClient,
  rows: CheckedRow[],
  { seen, onlyIn }: { seen: Map<string, number>; onlyIn: string | null },
): Promise<{ matched: MatchedRow[]; errors: RowError[] }> {
  const found = await findCandidates(tx, rows)
  const matched: MatchedRow[] = []
  const errors: RowError[] = []
  for (const row of rows) {
    const result = matchRow(row, found, { seen, onlyIn })
    if ('fault' in result) errors.push(result)
    else {
      seen.set(result.id, row.row)
      addRow(found, result)
      matched.push(result)
    }
  }
  return { matched, errors }
}

type Known = Omit<Candidate, 'takenBy'> & { municipalityCode: string | null; isProtected: boolean; key: string | null }
type Found = {
  layers: Map<string, Layer[]>
  byId: Map<string, Known>
  byMappingId: Map<string, Known>
  byKey: Map<string, Known[]>
}

function matchRow(
  row: CheckedRow,
  found: Found,
  { seen, onlyIn }: { seen: Map<string, number>; onlyIn: string | null },
): MatchedRow | RowError {
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
  const isElsewhere = (known: Known) => onlyIn !== null && known.municipalityCode !== onlyIn
  // Whoever may load for one municipality must not find out which ids the hidden places of the others have.
  if (row.record !== undefined && !isNew && (!record || (isElsewhere(record) && record.isProtected))) {
    return fault('record', row.record, 'unknownRecord')
  }
  const numbered = mappingId === undefined ? undefined : found.byMappingId.get(mappingId)
  // Every list counts its services from one: a number alone says nothing, it must be the place or the name too.
  if (!record && numbered && !isSameService(numbered, row)) return fault('mapping_id', mappingId ?? '', 'otherRecord')
  const named = record ?? numbered
  const alike = (found.byKey.get(row.key) ?? []).map(open)
  const match = findMatch({ provider: row.provider, mappingId, isNew, newId }, named && open(named), alike)
  const name = row.values.name?.sq ?? ''
  if (match.kind === 'ambiguous') return fault('record', name, 'ambiguous', match.ids.join(', '))
  if (match.kind === 'double') return fault('service_name', name, 'double', String(match.row))
  if (match.kind === 'known') {
    const meant = [named, ...alike].find((known) => known?.id === match.id)
    if (!meant || !isElsewhere(meant)) {
      const layers = found.layers.get(match.id) ?? []
      return { ...row, values: overKnown(row.values, layers), id: match.id, isNew: false, layers }
    }
    if (record) return fault('record', row.record ?? '', 'otherRecord')
    return meant === named
      ? fault('mapping_id', mappingId ?? '', 'otherRecord')
      : fault('service_name', name, 'otherRecord')
  }
  const above = seen.get(newId)
  if (above !== undefined) return fault('service_name', name, 'double', String(above))
  // A service that this row once made goes by another name now.
  if (found.byId.has(newId)) return fault('record', name, 'ambiguous', newId)
  return { ...row, id: newId, isNew: true, layers: [] }
}

function isSameService({ municipalityCode, key }: Known, row: CheckedRow): boolean {
  return municipalityCode === row.values.municipality || key?.split(' ')[0] === row.key.split(' ')[0]
}

/** The same row gives the same id on every load, so that corrections find their service again after an undo. */
function newIdOf({ key, provider, values: { mappingId } }: CheckedRow): string {
  const identity = mappingId === undefined ? `${key} ${bare(provider)}` : `mapping ${mappingId}`
  return `m-${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`
}

/** The rows below are matched against this one too, though it is not in the database before its batch is whole. */
function addRow(found: Found, { id, key, provider, values }: MatchedRow): void {
  const before = found.byId.get(id)
  const known: Known = {
    id,
    key,
    provider,
    mappingId: values.mappingId ?? before?.mappingId ?? null,
    municipalityCode: before ? before.municipalityCode : (values.municipality ?? null),
    isProtected: before?.isProtected || values.visibility === 'protected',
  }
  found.byId.set(id, known)
  if (known.mappingId !== null) found.byMappingId.set(known.mappingId, known)
  found.byKey.set(key, [...(found.byKey.get(key) ?? []).filter((other) => other.id !== id), known])
}

async function findCandidates(tx: Prisma.TransactionClient, rows: CheckedRow[]): Promise<Found> {
  const ids = rows.flatMap((row) => [newIdOf(row), ...(row.record === undefined ? [] : [row.record])])
  const mappingIds = rows.flatMap(({ values }) => values.mappingId ?? [])
  const place = { municipalityCode: true, visibility: true } as const
  const select = {
    id: true,
    matchKey: true,
    mappingId: true,
    mergedIntoId: true,
    mergedInto: { select: place },
    ...place,
  } as const
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
  for (const { id, matchKey, mappingId, mergedIntoId, mergedInto, ...own } of services) {
    if (known.has(id)) continue
    known.add(id)
    const said = mergeLayers(withoutCorrections(layers.get(id) ?? []))
    // A double is the service that it was merged into.
    const { municipalityCode, visibility } = mergedInto ?? own
    const isProtected = visibility === 'protected'
    const provider = said?.provider?.sq ?? ''
    const candidate = { id: mergedIntoId ?? id, provider, mappingId, municipalityCode, isProtected, key: matchKey }
    found.byId.set(id, candidate)
    if (mappingId !== null) found.byMappingId.set(mappingId, candidate)
    if (matchKey !== null) found.byKey.set(matchKey, [...(found.byKey.get(matchKey) ?? []), candidate])
  }
  return found
}
