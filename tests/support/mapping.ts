import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { columns, type ColumnName } from '../../app/features/mapping/columns'
import { rebuildServices } from '../../app/features/mapping/layers.server'
import type { ServiceValues } from '../../app/features/mapping/rules'
import type { PrismaClient } from '../../generated/prisma/client'

export type MappingRow = Partial<Record<ColumnName, string>>

/** A row that is sound; every name in it is invented. */
export const soundRow: MappingRow = {
  service_name: 'Shembull – Qendra ditore',
  service_type: 'Shërbim ditor',
  beneficiary_groups: 'Të moshuar; Fëmijë',
  provider: 'Shembull – Ofruesi',
  provider_kind: 'OJF',
  municipality: 'Korçë',
  source: 'Shembull – Hartëzimi',
  verified_on: '2026-01-10',
}

/** Writes a mapping as CSV with Albanian headings and returns its path. */
export function writeMapping(folder: string, name: string, rows: MappingRow[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row) as ColumnName[]))]
  const path = join(folder, `${name}.csv`)
  const lines = [
    names.map((column) => columns[column].sq),
    ...rows.map((row) => names.map((column) => row[column] ?? '')),
  ]
  writeFileSync(path, stringify(lines))
  return path
}

/** Everything that a load may touch, row by row, in an order of its own; without the record of the runs themselves. */
export async function dumpDirectory(db: PrismaClient): Promise<string> {
  const tables = ['Service', 'ServiceTargetGroup', 'ServiceSource', 'ServiceLayer', 'Municipality', 'ServiceType']
  const dumps = await Promise.all(
    tables.map((table) => db.$queryRawUnsafe(`select to_jsonb(t)::text as row from "${table}" t order by 1`)),
  )
  return JSON.stringify(dumps, null, 1)
}

/** Lays a correction over whatever the sources say of a service, as the staff do. */
export async function layOver(db: PrismaClient, serviceId: string, values: ServiceValues, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.serviceLayer.create({ data: { serviceId, kind: 'local', values: values as object, madeAt: now } })
    await rebuildServices(tx, [serviceId])
  })
}
