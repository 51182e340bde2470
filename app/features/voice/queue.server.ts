import type { Prisma } from '../../../generated/prisma/client'
import { findServiceNames } from '../directory/place-queries.server'
import type { Viewer } from '~/lib/staff'
import { dateOfDay, dayNumber, clockInTirana } from '~/lib/days'
import type { Language } from '~/i18n/registers'
import { getDatabase } from '~/server/db.server'
import { mayHandle, openStatuses } from './rules'
import { perPage, statusesOf, type QueueCounts, type QueueFilter, type QueueRow } from './queue'

type Asked = { viewer: Viewer; filter: QueueFilter; language: Language; now: Date }
export type Queue = { rows: QueueRow[]; found: number; counts: QueueCounts }

/** A page of the messages that this person handles: what is due first comes first. */
export async function findQueue(asked: Asked): Promise<Queue> {
  const { prisma } = await getDatabase()
  const { viewer, filter, language } = asked
  const reach = reachOf(viewer)
  const today = clockInTirana(asked.now).date
  if (reach === null) return { rows: [], found: 0, counts: { overdue: 0, week: 0, open: 0 } }
  const where = { ...reach, ...narrow(asked, today) }
  const rows = await prisma.submission.findMany({
    where,
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { receivedAt: 'asc' }, { id: 'asc' }],
    skip: (filter.page - 1) * perPage,
    take: perPage,
    select: {
      id: true,
      kind: true,
      category: true,
      isProtection: true,
      help: true,
      subject: true,
      unitNumber: true,
      status: true,
      dueOn: true,
      assignedTo: { select: { name: true } },
      _count: { select: { merged: true } },
    },
  })
  const slugs = rows.flatMap(({ subject }) => slugOf(subject) ?? [])
  const names = slugs.length > 0 ? await findServiceNames({ slugs, language }) : new Map<string, string>()
  const units = await prisma.administrativeUnit.findMany({
    where: { municipalityCode: viewer.municipalityCode ?? '' },
    select: { number: true, name: true },
  })
  const unitNames = new Map(units.map(({ number, name }) => [number, name]))
  return {
    found: await prisma.submission.count({ where }),
    counts: await countOpen(reach, today),
    rows: rows.map(({ subject, unitNumber, dueOn, assignedTo, _count, ...row }) => {
      const due = dueOn && dueOn.toISOString().slice(0, 10)
      return {
        ...row,
        about: names.get(slugOf(subject) ?? '') ?? null,
        unit: unitNumber === null ? null : (unitNames.get(unitNumber) ?? null),
        dueOn: due,
        isLate: due !== null && due < today,
        assignedTo: assignedTo?.name ?? null,
        same: _count.merged,
      }
    }),
  }
}

/** The message that is due first of those that this person handles; after one was cleared, the next. */
export async function nextInQueue({ viewer, now, butNot }: { viewer: Viewer; now: Date; butNot?: string }) {
  const reach = reachOf(viewer)
  if (reach === null) return null
  const { prisma } = await getDatabase()
  const today = clockInTirana(now).date
  const first = await prisma.submission.findFirst({
    // What waits for the person is nothing to do today.
    where: {
      ...reach,
      status: { in: ['received', 'assigned', 'disputed'] },
      ...(butNot && { NOT: { id: butNot } }),
      OR: [{ assignedToId: null }, { assignedToId: viewer.staffId }],
    },
    orderBy: [{ dueOn: 'asc' }, { receivedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return { id: first?.id ?? null, counts: await countOpen(reach, today) }
}

/** What a person handles at all; null: nothing. */
export function reachOf(viewer: Viewer): Prisma.SubmissionWhereInput | null {
  const municipalityCode = viewer.municipalityCode ?? ''
  const kinds = [false, true].filter((isProtection) => mayHandle(viewer, { municipalityCode, isProtection }))
  if (kinds.length === 0) return null
  return { municipalityCode, mergedIntoId: null, ...(kinds.length === 1 && { isProtection: kinds[0] }) }
}

function narrow({ filter, viewer }: Asked, today: string): Prisma.SubmissionWhereInput {
  const statuses = statusesOf(filter.status) as Prisma.EnumSubmissionStatusFilter['in'] | null
  const { kind } = filter
  return {
    status: statuses === null ? { not: 'withdrawn' } : { in: statuses },
    ...(kind === 'need' && { kind }),
    ...(kind && kind !== 'need' && { category: kind }),
    ...(filter.unit !== undefined && { unitNumber: filter.unit }),
    ...(filter.service && { subject: `service:${filter.service}` }),
    ...(filter.mine && { assignedToId: viewer.staffId }),
    ...(filter.overdue && { dueOn: { lt: new Date(today) } }),
    ...(filter.assisted && { isAssisted: true }),
  }
}

async function countOpen(reach: Prisma.SubmissionWhereInput, today: string): Promise<QueueCounts> {
  const { prisma } = await getDatabase()
  const open: Prisma.SubmissionWhereInput = { ...reach, status: { in: [...openStatuses] } }
  const weekEnd = dateOfDay(dayNumber(today) + 6)
  return {
    overdue: await prisma.submission.count({ where: { ...open, dueOn: { lt: new Date(today) } } }),
    week: await prisma.submission.count({
      where: { ...open, dueOn: { gte: new Date(today), lte: new Date(weekEnd) } },
    }),
    open: await prisma.submission.count({ where: open }),
  }
}

function slugOf(subject: string | null): string | null {
  return subject?.startsWith('service:') ? subject.slice('service:'.length) : null
}
