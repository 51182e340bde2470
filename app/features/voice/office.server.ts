import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'
import { addJob } from '~/server/jobs.server'
import { sealText } from '~/server/keys.server'
import { getMessageById } from './queries.server'
import {
  mayHandle,
  officeMay,
  type ClosingReason,
  type MessageView,
  type OfficeAction,
  type Status,
  type Viewer,
} from './rules'

/** What the office does with a message. `not-yours`: another municipality's, or not for this role. */
export type OfficeResult = { ok: true } | { ok: false; error: 'not-yours' | 'not-now' | 'unknown-municipality' }
type Options = { submissionId: string; viewer: Viewer; now: Date }
type Transaction = Prisma.TransactionClient

/** Takes a message on; the person sees that somebody has it, and since when. */
export function assignMessage(options: Options): Promise<OfficeResult> {
  return act('assign', options, async (transaction, status) => {
    await record(transaction, options, 'assigned')
    if (status === 'received') await set(transaction, options, { status: 'assigned' })
  })
}

/** Asks the person something: the clock stands until they answer. */
export function askPerson({ words, ...options }: Options & { words: string }): Promise<OfficeResult> {
  return act('ask', options, async (transaction) => {
    await record(transaction, options, 'asked', { words })
    await set(transaction, options, { status: 'needs_information', dueOn: null })
    await announce(transaction, options)
  })
}

/** Answers. The message stays open to a dispute. */
export function replyToMessage({ words, ...options }: Options & { words: string }): Promise<OfficeResult> {
  return act('reply', options, async (transaction) => {
    await record(transaction, options, 'answered', { words })
    await set(transaction, options, { status: 'answered', dueOn: null })
    await announce(transaction, options)
  })
}

/**
 * Hands a message to another municipality. The clock goes on: nobody waits longer because of it. A question that the
 * person was asked is still there, and the clock stands until it is answered.
 */
export function passOnMessage({
  to,
  words,
  ...options
}: Options & { to: string; words: string }): Promise<OfficeResult> {
  return act('pass_on', options, async (transaction, before) => {
    const known = await transaction.municipality.count({ where: { code: to } })
    if (known === 0) return 'unknown-municipality'
    await record(transaction, options, 'passed_on', { words, detail: to })
    const status = before === 'needs_information' ? before : 'received'
    await set(transaction, options, { municipalityCode: to, unitNumber: null, status })
    await announce(transaction, options)
    return undefined
  })
}

/** Ends a message, with a reason of the list and in words of its own. */
export function closeMessage({
  reason,
  words,
  ...options
}: Options & { reason: ClosingReason; words: string }): Promise<OfficeResult> {
  return act('close', options, async (transaction) => {
    await record(transaction, options, 'closed', { words, detail: reason })
    await set(transaction, options, { status: 'closed', dueOn: null, closedAt: options.now })
    await announce(transaction, options)
  })
}

/** A message for whoever handles it; null for everybody else. Each reading of a protection message is written down. */
export async function readAsOffice({ submissionId, viewer, now }: Options): Promise<MessageView | null> {
  const { prisma } = await getDatabase()
  return prisma.$transaction(async (transaction) => {
    const row = await find(transaction, submissionId)
    if (!row || !mayHandle(viewer, row)) return null
    if (row.isProtection) await record(transaction, { submissionId, viewer, now }, 'read')
    return getMessageById({ submissionId, transaction })
  })
}

type Row = { municipalityCode: string; isProtection: boolean; status: Status }
type Failure = 'unknown-municipality'

async function act(
  action: OfficeAction,
  { submissionId, viewer }: Options,
  work: (transaction: Transaction, status: Status) => Promise<Failure | void>,
): Promise<OfficeResult> {
  const { prisma } = await getDatabase()
  return prisma.$transaction(async (transaction): Promise<OfficeResult> => {
    await transaction.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${submissionId}::uuid FOR UPDATE`
    const row = await find(transaction, submissionId)
    if (!row || !mayHandle(viewer, row)) return { ok: false, error: 'not-yours' }
    if (!officeMay[row.status].includes(action)) return { ok: false, error: 'not-now' }
    const error = await work(transaction, row.status)
    return error ? { ok: false, error } : { ok: true }
  })
}

function find(transaction: Transaction, id: string): Promise<Row | null> {
  const select = { municipalityCode: true, isProtection: true, status: true } as const
  return transaction.submission.findUnique({ where: { id }, select })
}

function set(transaction: Transaction, { submissionId }: Options, data: Prisma.SubmissionUpdateInput) {
  return transaction.submission.update({ where: { id: submissionId }, data })
}

function record(
  transaction: Transaction,
  { submissionId, viewer, now }: Options,
  kind: 'assigned' | 'asked' | 'answered' | 'passed_on' | 'closed' | 'read',
  { words, detail }: { words?: string; detail?: string } = {},
) {
  const sealed = words ? sealText(words, submissionId) : null
  const { staffId } = viewer
  return transaction.submissionEvent.create({ data: { submissionId, kind, at: now, staffId, detail, sealed } })
}

/** Puts a note that there is news into the outbox; it says no more than that. */
function announce(transaction: Transaction, { submissionId, now }: Options) {
  return addJob(transaction, { kind: 'tell-of-news', detail: { submissionId }, runAt: now })
}
