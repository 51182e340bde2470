import type { Prisma } from '../../../generated/prisma/client'
import type { Viewer } from '~/lib/staff'
import { getDatabase } from '~/server/db.server'
import { noticeSelect } from '../directory/views.server'
import { findLayers } from '../mapping/layers.server'
import { mergeLayers, type ServiceValues } from '../mapping/rules'
import type { Choices } from './fields'
import type { KeptRow, KeptService } from './kept-service'
import { lackingParts, offeredGroups, partsInOrder, partsSaid, toFields } from './rules'

const pageSize = 50
const shownCorrections = 20

/** What this person keeps: the services of their own municipality, also what has closed. Protected ones do not exist here. */
export const keptBy = ({ municipalityCode }: Viewer) =>
  ({
    visibility: { not: 'protected' },
    mergedIntoId: null,
    municipalityCode: municipalityCode ?? '',
  }) as const satisfies Prisma.ServiceWhereInput

/** The services whose check is oldest, those that nobody checked first; closed ones at the end. */
export async function findKeptServices(
  viewer: Viewer,
  page: number,
): Promise<{ rows: KeptRow[]; more: boolean; total: number; checked: number }> {
  const { prisma } = await getDatabase()
  const where = keptBy(viewer)
  const open = { ...where, closedOn: null }
  const [rows, total, checked] = await prisma.$transaction([
    prisma.service.findMany({
      where,
      orderBy: [
        { closedOn: { sort: 'asc', nulls: 'first' } },
        { checkedOn: { sort: 'asc', nulls: 'first' } },
        { phone: { sort: 'asc', nulls: 'first' } },
        { id: 'asc' },
      ],
      skip: (page - 1) * pageSize,
      take: pageSize + 1,
      select: { id: true, nameSq: true, checkedOn: true, closedOn: true },
    }),
    prisma.service.count({ where: open }),
    prisma.service.count({ where: { ...open, checkedOn: { not: null } } }),
  ])
  const shown = rows.slice(0, pageSize)
  const layers = await prisma.$transaction((tx) =>
    findLayers(
      tx,
      shown.map(({ id }) => id),
    ),
  )
  return {
    rows: shown.map(({ id, nameSq, checkedOn, closedOn }) => ({
      id,
      name: nameSq,
      checkedOn: dayOf(checkedOn),
      closedOn: dayOf(closedOn),
      lacking: lackingParts(mergeLayers(layers.get(id) ?? []) ?? {}),
    })),
    more: rows.length > pageSize,
    total,
    checked,
  }
}

/** What a form may offer: the types and the groups that every page shows. */
export async function findChoices(): Promise<Choices> {
  const { prisma } = await getDatabase()
  const [types, groups] = await prisma.$transaction([
    prisma.serviceType.findMany({ orderBy: { position: 'asc' }, select: { code: true } }),
    prisma.targetGroup.findMany({ where: { isPublic: true }, orderBy: { position: 'asc' }, select: { code: true } }),
  ])
  return { types: types.map(({ code }) => code), groups: offeredGroups(groups.map(({ code }) => code)) }
}

/** One of them, with its corrections; null for what this person does not keep. */
export async function findKept(viewer: Viewer, id: string): Promise<KeptService | null> {
  const { prisma } = await getDatabase()
  const [row, corrections] = await prisma.$transaction([
    prisma.service.findFirst({
      where: { ...keptBy(viewer), id },
      select: {
        id: true,
        slug: true,
        nameSq: true,
        checkedOn: true,
        closedOn: true,
        notices: { orderBy: { fromOn: 'desc' }, select: { id: true, ...noticeSelect } },
      },
    }),
    prisma.serviceLayer.findMany({
      where: { serviceId: id, kind: { in: ['local', 'added'] } },
      orderBy: { id: 'desc' },
      take: shownCorrections,
      select: { id: true, kind: true, madeAt: true, values: true, staff: { select: { name: true } } },
    }),
  ])
  if (!row) return null
  const [values, choices] = await Promise.all([
    prisma.$transaction((tx) => findLayers(tx, [id])).then((layers) => mergeLayers(layers.get(id) ?? []) ?? {}),
    findChoices(),
  ])
  return {
    id,
    slug: row.slug,
    name: row.nameSq,
    checkedOn: dayOf(row.checkedOn),
    closedOn: dayOf(row.closedOn),
    fields: toFields(values, choices),
    parts: partsInOrder(values),
    corrections: corrections.map(({ id, kind, madeAt, values, staff }) => ({
      id,
      kind,
      on: madeAt.toISOString(),
      who: staff?.name ?? null,
      about: partsSaid(values as ServiceValues),
    })),
    version: corrections[0]?.id ?? 0,
    notices: row.notices.map(({ id, kind, textSq, fromOn, untilOn }) => ({
      id,
      kind,
      text: textSq,
      from: dayOf(fromOn) ?? '',
      until: dayOf(untilOn),
    })),
  }
}

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null
