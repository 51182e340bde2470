import { randomUUID } from 'node:crypto'
import type { Prisma, PrismaClient } from '../../../generated/prisma/client'
import { clockInTirana } from '~/lib/days'
import type { Viewer } from '~/lib/staff'
import { writeDown } from '../accounts/audit.server'
import { placeColumns } from '../directory/views.server'
import { findLayers, rebuildServices } from '../mapping/layers.server'
import { matchKey, mergeLayers, slugOf, type ServiceValues } from '../mapping/rules'
import type { Choices, Faults, Fields } from './fields'
import { keptBy } from './queries.server'
import { readChanges, readNew } from './rules'
import type { PauseForm } from './schema'

type Transaction = Prisma.TransactionClient
type Asked = { serviceId: string; viewer: Viewer; now: Date }
/** `not-yours`: no service of this person's municipality. */
type Refused = { ok: false; error: 'not-yours' } | { ok: false; error: 'faults'; faults: Faults }
type Result<T = object> = ({ ok: true } & T) | Refused

/** There is nothing of the kind any more: a form that was sent twice, or somebody else was faster. */
const settled: Refused = { ok: false, error: 'faults', faults: { form: 'settled' } }

/** Says that everything in a record is still true. */
export function confirmService(db: PrismaClient, asked: Asked): Promise<Result> {
  return change(db, asked, 'checked', async (tx, today) => addLayer(tx, asked, { checkedOn: today }))
}

/**
 * Lays over a record what was changed in its form; the rest is thereby still true.
 *
 * @param version of the newest correction when the form was opened: a later one by somebody else is not written over
 */
export function correctService(
  db: PrismaClient,
  asked: Asked,
  { fields, version, choices }: { fields: Fields; version: number; choices: Choices },
): Promise<Result> {
  return change(db, asked, 'corrected', async (tx, today) => {
    const layers = (await findLayers(tx, [asked.serviceId])).get(asked.serviceId) ?? []
    const newest = layers.findLast(({ kind }) => kind === 'local' || kind === 'added')?.id ?? 0
    if (newest !== version) return { ok: false, error: 'faults', faults: { form: 'changed' } }
    const read = readChanges(mergeLayers(layers) ?? {}, fields, { ...choices, today })
    if ('faults' in read) return { ok: false, error: 'faults', faults: read.faults }
    const isNews = Object.keys(read.values).length > 0
    const sources = isNews ? { sources: [{ title: await nameOfSource(tx, asked.viewer) }] } : {}
    return addLayer(tx, asked, { ...read.values, ...sources, checkedOn: today })
  })
}

/** Takes one correction back; the values before it hold again. A form that was sent twice takes back one. */
export function undoCorrection(db: PrismaClient, asked: Asked, layer: number): Promise<Result> {
  return change(db, asked, 'undone', async (tx) => {
    const where = { serviceId: asked.serviceId, kind: 'local', id: layer } as const
    const { count } = await tx.serviceLayer.deleteMany({ where })
    return count === 1 ? { ok: true } : settled
  })
}

/** Says that a service no longer exists, or that it does: its page and its place in every list go or come back. */
export function closeService(db: PrismaClient, asked: Asked, isClosed: boolean): Promise<Result> {
  return change(db, asked, isClosed ? 'closed' : 'opened', async (tx, today) => {
    const where = { id: asked.serviceId, closedOn: isClosed ? null : { not: null } }
    if ((await tx.service.count({ where })) === 0) return settled
    return addLayer(tx, asked, isClosed ? { closedOn: today } : { closedOn: null, checkedOn: today })
  })
}

/** Shows on the page of a service that it is closed for a time, from its first to its last day. */
export function pauseService(db: PrismaClient, asked: Asked, { sq, en, from, until }: PauseForm): Promise<Result> {
  return change(db, asked, 'paused', async (tx) => {
    const days = { fromOn: new Date(from), untilOn: until ? new Date(until) : null }
    const { serviceId } = asked
    await tx.notice.create({ data: { serviceId, kind: 'closure', textSq: sq, textEn: en || sq, ...days } })
    return { ok: true }
  })
}

/** Takes a notice of a service away at once. */
export function endNotice(db: PrismaClient, asked: Asked, notice: string): Promise<Result> {
  return change(db, asked, 'notice-ended', async (tx) => {
    const { count } = await tx.notice.deleteMany({ where: { id: notice, serviceId: asked.serviceId } })
    return count === 1 ? { ok: true } : settled
  })
}

/**
 * Adds a service that no source knows to the directory of one's own municipality.
 *
 * @param isAnother somebody has seen that there is one of the same name, and says that this is another
 */
export async function addService(
  db: PrismaClient,
  { viewer, now }: Omit<Asked, 'serviceId'>,
  { fields, choices, isAnother }: { fields: Fields; choices: Choices; isAnother: boolean },
): Promise<Result<{ serviceId: string }>> {
  const { municipalityCode } = viewer
  if (municipalityCode === null) return { ok: false, error: 'not-yours' }
  const today = clockInTirana(now).date
  const read = readNew(fields, { ...choices, today })
  if ('faults' in read) return { ok: false, error: 'faults', faults: read.faults }
  return db.$transaction(async (tx) => {
    const { name = { sq: '', en: '' } } = read.values
    const key = matchKey(name.sq, municipalityCode)
    if (!isAnother && (await tx.service.count({ where: { ...keptBy(viewer), matchKey: key } })) > 0) {
      return { ok: false, error: 'faults', faults: { nameSq: 'double' } }
    }
    const place = await tx.municipality.findUniqueOrThrow({ where: { code: municipalityCode }, select: placeColumns })
    const serviceId = randomUUID()
    const values: ServiceValues = {
      ...read.values,
      slug: slugOf(name.sq, place.slug),
      municipality: municipalityCode,
      certainty: 'high',
      seen: today,
      checkedOn: today,
      sources: [{ title: await nameOfSource(tx, viewer) }],
    }
    await tx.serviceLayer.create({
      data: { serviceId, kind: 'added', values: stored(values), madeAt: now, staffId: viewer.staffId },
    })
    await rebuildServices(tx, [serviceId])
    await writeDown(
      { staffId: viewer.staffId, action: 'record', subject: `service:${serviceId}`, detail: 'added', now },
      tx,
    )
    return { ok: true, serviceId }
  })
}

async function change(
  db: PrismaClient,
  { serviceId, viewer, now }: Asked,
  detail: string,
  act: (tx: Transaction, today: string) => Promise<Result>,
): Promise<Result> {
  return db.$transaction(async (tx) => {
    // Two who correct the same record at once: the second waits, and finds the correction of the first.
    await tx.$queryRaw`select id from "Service" where id = ${serviceId} for update`
    if ((await tx.service.count({ where: { ...keptBy(viewer), id: serviceId } })) === 0) {
      return { ok: false, error: 'not-yours' }
    }
    const result = await act(tx, clockInTirana(now).date)
    if (!result.ok) return result
    await rebuildServices(tx, [serviceId])
    await writeDown({ staffId: viewer.staffId, action: 'record', subject: `service:${serviceId}`, detail, now }, tx)
    return result
  })
}

async function addLayer(tx: Transaction, { serviceId, viewer, now }: Asked, values: ServiceValues): Promise<Result> {
  await tx.serviceLayer.create({
    data: { serviceId, kind: 'local', values: stored(values), madeAt: now, staffId: viewer.staffId },
  })
  return { ok: true }
}

/** Null in a correction is a value of its own; Prisma's types know it only in columns. */
const stored = (values: ServiceValues) => values as Prisma.InputJsonObject

async function nameOfSource(tx: Transaction, { municipalityCode }: Viewer): Promise<string> {
  const where = { code: municipalityCode ?? '' }
  const { nameSq } = await tx.municipality.findUniqueOrThrow({ where, select: { nameSq: true } })
  return `Bashkia ${nameSq}`
}
