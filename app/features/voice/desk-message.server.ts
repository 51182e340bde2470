import { findServiceNames, getPlaceOfMessage } from '../directory/place-queries.server'
import { writeDown } from '../accounts/audit.server'
import type { Viewer } from '~/lib/staff'
import type { Language } from '~/i18n/registers'
import { getDatabase } from '~/server/db.server'
import { openText } from '~/server/keys.server'
import { messageColumns, toMessage } from './queries.server'
import type { OfficeMessage } from './office-message'
import { subjectOf } from './tell-views.server'
import { mayHandle, officeMay } from './rules'

type Options = { submissionId: string; viewer: Viewer; now: Date }

/** A message for whoever handles it; null for everybody else. Each reading is written down; of a protection message the
 * person sees it too. */
export async function readAsOffice({
  language = 'sq',
  ...options
}: Options & { language?: Language }): Promise<OfficeMessage | null> {
  const { submissionId, viewer, now } = options
  const { prisma } = await getDatabase()
  const row = await prisma.$transaction(async (transaction) => {
    const known = await transaction.submission.findUnique({
      where: { id: submissionId },
      select: { municipalityCode: true, isProtection: true },
    })
    if (!known || !mayHandle(viewer, known)) return null
    const { staffId } = viewer
    if (known.isProtection) {
      await transaction.submissionEvent.create({ data: { submissionId, kind: 'read', at: now, staffId } })
    }
    await writeDown({ staffId, action: 'read', subject: `message:${submissionId}`, now }, transaction)
    return transaction.submission.findUnique({
      where: { id: submissionId },
      select: {
        ...messageColumns,
        register: true,
        unitNumber: true,
        subject: true,
        origin: true,
        releasedAt: true,
        mergedIntoId: true,
        assignedTo: { select: { id: true, name: true } },
        merged: { orderBy: { receivedAt: 'asc' }, select: { id: true, status: true, receivedAt: true } },
        files: { orderBy: { position: 'asc' }, select: { kind: true, position: true } },
        events: {
          orderBy: { id: 'asc' },
          select: {
            kind: true,
            at: true,
            detail: true,
            sealed: true,
            staffId: true,
            staff: { select: { name: true } },
          },
        },
      },
    })
  })
  if (!row) return null
  const { subject, unitNumber, releasedAt, mergedIntoId, merged, assignedTo, register, origin, files } = row
  const [about, value = ''] = subject?.split(':') ?? []
  const place = await getPlaceOfMessage({ code: row.municipalityCode, language })
  const names = about === 'service' ? await findServiceNames({ slugs: [value], language }) : null
  const name = names?.get(value)
  const entitlement = about === 'entitlement' ? await subjectOf(subject ?? undefined, language) : null
  const { may: _, events, ...message } = toMessage(row)
  return {
    ...message,
    events: events.map((event, index) => ({ ...event, name: row.events[index]?.staff?.name ?? null })),
    register,
    unit: place?.units.find(({ number }) => number === unitNumber)?.name ?? null,
    origin,
    service: name ? { slug: value, name } : null,
    entitlement: entitlement && { slug: value, name: entitlement.name },
    assignedTo,
    files,
    releasedAt: releasedAt?.toISOString() ?? null,
    mergedInto: mergedIntoId,
    same: merged.map(({ id, status, receivedAt }) => ({ id, status, receivedAt: receivedAt.toISOString() })),
    mayDo: officeMay[row.status],
  }
}

/** A photo or recording of a message, for whoever handles it. */
export async function readFileAsOffice({
  submissionId,
  position,
  viewer,
  now,
}: Options & { position: number }): Promise<{ kind: 'photo' | 'recording'; content: Buffer } | null> {
  const { prisma } = await getDatabase()
  const row = await prisma.submissionFile.findUnique({
    where: { submissionId_position: { submissionId, position } },
    select: { kind: true, sealed: true, submission: { select: { municipalityCode: true, isProtection: true } } },
  })
  if (!row || !mayHandle(viewer, row.submission)) return null
  const content = openText(row.sealed, submissionId)
  if (content === null) throw new Error('A file cannot be opened with this key.')
  const { staffId } = viewer
  await writeDown({ staffId, action: 'read-file', subject: `message:${submissionId}`, detail: String(position), now })
  return { kind: row.kind, content }
}

/** Those to whom a message of this person's reach can be given. */
export async function findHandlers(viewer: Viewer, message: { municipalityCode: string; isProtection: boolean }) {
  const { prisma } = await getDatabase()
  const rows = await prisma.staff.findMany({
    where: { municipalityCode: viewer.municipalityCode ?? '', endedAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, role: true, municipalityCode: true },
  })
  return rows
    .filter(({ id, ...person }) => mayHandle({ ...person, staffId: id }, message))
    .map(({ id, name }) => ({ id, name }))
}

/** Open messages of the same kind in the same place: those that may say the same. */
export async function findSimilar({ submissionId, viewer }: Options) {
  const { prisma } = await getDatabase()
  const row = await prisma.submission.findUnique({
    where: { id: submissionId },
    select: { municipalityCode: true, isProtection: true, kind: true, category: true, help: true, subject: true },
  })
  if (!row || !mayHandle(viewer, row)) return []
  const found = await prisma.submission.findMany({
    where: {
      ...row,
      id: { not: submissionId },
      mergedIntoId: null,
      status: { in: ['received', 'assigned', 'needs_information'] },
    },
    orderBy: { receivedAt: 'asc' },
    take: 20,
    select: { id: true, receivedAt: true, unitNumber: true, _count: { select: { merged: true } } },
  })
  return found.map(({ id, receivedAt, _count }) => ({ id, receivedAt: receivedAt.toISOString(), same: _count.merged }))
}
