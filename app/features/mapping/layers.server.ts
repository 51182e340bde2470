import type { Prisma } from '../../../generated/prisma/client'
import { forgetWords, indexStale } from '../directory/search-index.server'
import { serviceColumns } from '../../../prisma/seed/columns'
import { mergeLayers, withoutCorrections, type Layer, type ServiceValues } from './rules'

type Transaction = Prisma.TransactionClient

const batchSize = 500

/** The layers of some services, by service, oldest first. */
export async function findLayers(tx: Transaction, serviceIds: string[]): Promise<Map<string, Layer[]>> {
  const rows = await tx.serviceLayer.findMany({
    where: { serviceId: { in: serviceIds } },
    orderBy: { id: 'asc' },
    select: { id: true, serviceId: true, kind: true, runId: true, row: true, values: true },
  })
  const layers = new Map<string, Layer[]>(serviceIds.map((id) => [id, []]))
  for (const { serviceId, values, ...layer } of rows) {
    layers.get(serviceId)?.push({ ...layer, values: values as ServiceValues })
  }
  return layers
}

/** Makes the rows of these services from their layers again; a service without a record behind it goes. */
export async function rebuildServices(tx: Transaction, serviceIds: string[]): Promise<void> {
  await rebuildSome(tx, serviceIds)
  await forgetWords(tx)
}

/** The same for a part of a load, which ends with `forgetWords`. */
export async function rebuildSome(tx: Transaction, serviceIds: string[]): Promise<void> {
  const doubles: { id: string; mergedIntoId: string | null }[] = []
  for (let from = 0; from < serviceIds.length; from += batchSize) {
    doubles.push(...(await rebuildBatch(tx, serviceIds.slice(from, from + batchSize))))
  }
  // A double may come before the service that it leads to.
  for (const { id, mergedIntoId } of doubles) await tx.service.update({ where: { id }, data: { mergedIntoId } })
  const targets = doubles.flatMap((double) => double.mergedIntoId ?? [])
  await tx.service.updateMany({ where: { id: { in: targets } }, data: { searchRules: 0 } }) // found by the other name too
  await indexStale(tx)
}

/** The same for every service that has a layer; those of the base first, so that they keep the addresses of their pages. */
export async function rebuildAll(tx: Transaction): Promise<void> {
  const idsOf = async (where: Prisma.ServiceLayerWhereInput) => {
    const groups = await tx.serviceLayer.groupBy({ by: ['serviceId'], where, orderBy: { serviceId: 'asc' } })
    return groups.map(({ serviceId }) => serviceId)
  }
  const base = await idsOf({ kind: 'base' })
  const all = await idsOf({})
  await rebuildServices(tx, [...new Set([...base, ...all])])
}

async function rebuildBatch(tx: Transaction, ids: string[]) {
  const layers = await findLayers(tx, ids)
  const merged = ids.flatMap((id) => {
    const own = layers.get(id) ?? []
    const values = mergeLayers(own)
    return values ? [{ id, values, said: mergeLayers(withoutCorrections(own)) ?? values }] : []
  })
  await tx.serviceTargetGroup.deleteMany({ where: { serviceId: { in: ids } } })
  await tx.serviceSource.deleteMany({ where: { serviceId: { in: ids } } })
  await tx.serviceAccess.deleteMany({ where: { serviceId: { in: ids } } })
  const kept = new Set(merged.map(({ id }) => id))
  await tx.service.deleteMany({ where: { id: { in: ids.filter((id) => !kept.has(id)) } } })

  const services = await withFreeSlugs(tx, merged)
  const rows = services.map(({ id, values, said }) => ({ id, ...serviceColumns(values, said) }))
  await putRows(
    tx,
    'Service',
    rows.map((row) => ({ ...row, mergedIntoId: null })),
  )
  await putRows(
    tx,
    'ServiceTargetGroup',
    services.flatMap(({ id, values }) => (values.groups ?? []).map((groupCode) => ({ serviceId: id, groupCode }))),
  )
  await putRows(
    tx,
    'ServiceSource',
    services.flatMap(({ id, values }) =>
      (values.sources ?? []).map((source, position) => ({ serviceId: id, position, url: null, ...source })),
    ),
  )
  await putRows(
    tx,
    'ServiceAccess',
    services.flatMap(({ id, values }) =>
      Object.entries(values.access ?? {}).map(([feature, answer]) => ({ serviceId: id, feature, answer })),
    ),
  )
  return rows.filter(({ mergedIntoId }) => mergedIntoId)
}

/**
 * Writes rows that all have the same columns; a row whose id is there already takes the new values. As one parameter:
 * a statement with a parameter for every value takes several times as long.
 */
export async function putRows(tx: Transaction, table: Table, rows: Record<string, unknown>[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first).map((name) => `"${name}"`)
  const update = names.map((name) => `${name} = excluded.${name}`).join(', ')
  const onConflict = 'id' in first ? `on conflict (id) do update set ${update}` : ''
  await tx.$executeRawUnsafe(
    `insert into "${table}" (${names.join(', ')})
     select ${names.join(', ')} from jsonb_populate_recordset(null::"${table}", $1::jsonb) ${onConflict}`,
    JSON.stringify(rows),
  )
}

type Table = 'Service' | 'ServiceTargetGroup' | 'ServiceSource' | 'ServiceAccess' | 'ServiceLayer'

type Made = { id: string; values: ServiceValues }

/** Two services can have one name in one municipality; the address of the later one's page ends with its number. */
export async function withFreeSlugs<T extends Made>(tx: Transaction, services: T[]): Promise<T[]> {
  const wanted = services.flatMap(({ values: { slug } }) => slug ?? [])
  const taken = await tx.service.findMany({ where: { slug: { in: wanted } }, select: { id: true, slug: true } })
  const owners = new Map(taken.map(({ id, slug }) => [slug, id]))
  return services.map((service) => {
    const { id, values } = service
    if (values.slug === undefined) return service
    const owner = owners.get(values.slug) ?? id
    const slug = owner === id ? values.slug : `${values.slug}-${id.replace(/\W/g, '').slice(-8).toLowerCase()}`
    owners.set(slug, id)
    return { ...service, values: { ...values, slug } }
  })
}
