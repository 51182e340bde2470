import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'
import { addJob } from '~/server/jobs.server'
import { sealText } from '~/server/keys.server'
import { writeDown } from '../accounts/audit.server'
import type { Viewer } from '~/lib/staff'
import { readHolidays } from '~/server/calendar.server'
import { firstAnswer } from './due.server'
import { openedText } from './queries.server'
import { mayHandle, officeMay, type ClosingReason, type Content, type OfficeAction, type Status } from './rules'

/** What the office does with a message. `not-yours`: another municipality's, or not for this role. */
export type OfficeResult = { ok: true } | { ok: false; error: 'not-yours' | 'not-now' | OfficeFailure }
type OfficeFailure = 'unknown-municipality' | 'unknown-person' | 'not-same' | 'not-allowed'
export type OfficeOptions = { submissionId: string; viewer: Viewer; now: Date }
type Transaction = Prisma.TransactionClient
type Row = {
  id: string
  municipalityCode: string
  isProtection: boolean
  status: Status
  mayShow: boolean
  mergedIntoId: string | null
  receivedAt: Date
  firstAnswerAt: Date | null
}

/**
 * Gives a message to somebody of the office, oneself if nobody is named; the person sees that somebody has it, and
 * since when.
 */
export function assignMessage({ to, ...options }: OfficeOptions & { to?: string }): Promise<OfficeResult> {
  return act('assign', options, async (transaction, row) => {
    const staffId = to ?? options.viewer.staffId
    const person = await transaction.staff.findUnique({
      where: { id: staffId },
      select: { role: true, municipalityCode: true, endedAt: true },
    })
    if (!person || person.endedAt || !mayHandle({ ...person, staffId }, row)) return 'unknown-person'
    await record(transaction, row, options, 'assigned')
    const status = row.status === 'received' ? 'assigned' : row.status
    await set(transaction, row, { status, assignedTo: { connect: { id: staffId } } })
    return undefined
  })
}

/** Asks the person something: the clock stands until they answer. */
export function askPerson({ words, ...options }: OfficeOptions & { words: string }): Promise<OfficeResult> {
  return act('ask', options, async (transaction, row) => {
    await record(transaction, row, options, 'asked', { words })
    await set(transaction, row, { status: 'needs_information', dueOn: null })
    await announce(transaction, row, options)
  })
}

/** Answers. The message stays open to a dispute. */
export async function replyToMessage({ words, ...options }: OfficeOptions & { words: string }): Promise<OfficeResult> {
  const holidays = await readHolidays()
  return act('reply', options, async (transaction, row) => {
    const first = row.firstAnswerAt ? {} : await firstAnswer(transaction, row, { ...options, holidays })
    await record(transaction, row, options, 'answered', { words })
    await set(transaction, row, { status: 'answered', dueOn: null, ...first })
    await announce(transaction, row, options)
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
}: OfficeOptions & { to: string; words: string }): Promise<OfficeResult> {
  return act('pass_on', options, async (transaction, row) => {
    const known = await transaction.municipality.count({ where: { code: to } })
    if (known === 0 || to === row.municipalityCode) return 'unknown-municipality'
    await record(transaction, row, options, 'passed_on', { words, detail: to })
    const status = row.status === 'needs_information' ? row.status : 'received'
    await set(transaction, row, {
      municipalityCode: to,
      unitNumber: null,
      status,
      assignedTo: { disconnect: true },
    })
    await announce(transaction, row, options)
    return undefined
  })
}

/** Ends a message, with a reason of the list and in words of its own. */
export async function closeMessage({
  reason,
  words,
  ...options
}: OfficeOptions & { reason: ClosingReason; words: string }): Promise<OfficeResult> {
  const holidays = await readHolidays()
  return act('close', options, async (transaction, row) => {
    const first = row.firstAnswerAt ? {} : await firstAnswer(transaction, row, { ...options, holidays })
    await record(transaction, row, options, 'closed', { words, detail: reason })
    await set(transaction, row, { status: 'closed', dueOn: null, closedAt: options.now, ...first })
    await announce(transaction, row, options)
  })
}

/** Writes something beside a message, for the office alone. */
export function noteMessage({ words, ...options }: OfficeOptions & { words: string }): Promise<OfficeResult> {
  return act('note', options, async (transaction, row) => {
    if (row.id !== options.submissionId) return // one note, not one in each message that says the same
    await record(transaction, row, options, 'noted', { words })
  })
}

/** Lets the person's very words be shown to everybody, or takes them back. Only where the person agreed. */
export function releaseWords({ show, ...options }: OfficeOptions & { show: boolean }): Promise<OfficeResult> {
  return act('release', options, async (transaction, row) => {
    if (row.id !== options.submissionId) return undefined // each person agreed for themselves
    if (show && (!row.mayShow || row.isProtection)) return 'not-allowed'
    await record(transaction, row, options, show ? 'released' : 'unreleased')
    await set(transaction, row, { releasedAt: show ? options.now : null })
    return undefined
  })
}

/**
 * Puts a message under another that says the same. Each person keeps their code and sees their own message; what the
 * office does with the other one, it does with this one too, until they are parted or this person writes again.
 */
export function mergeMessage({ into, ...options }: OfficeOptions & { into: string }): Promise<OfficeResult> {
  // Both are held: otherwise each could be put under the other at the same moment, and nobody would see them again.
  return act('merge', { ...options, with: into }, async (transaction, row) => {
    const target = await find(transaction, into)
    if (!target || into === options.submissionId || target.mergedIntoId !== null) return 'not-same'
    if (!mayHandle(options.viewer, target) || target.isProtection !== row.isProtection) return 'not-same'
    if (!officeMay[target.status].includes('merge')) return 'not-same'
    await record(transaction, row, options, 'merged')
    await set(transaction, row, { mergedInto: { connect: { id: into } } })
    return undefined
  })
}

/** Takes a message out again: it stands where it stood, with what happened meanwhile. */
export function partMessage(options: OfficeOptions): Promise<OfficeResult> {
  return act(
    'note',
    options,
    async (transaction, row) => {
      if (row.id !== options.submissionId || row.mergedIntoId === null) return
      await record(transaction, row, options, 'parted')
      await set(transaction, row, { mergedInto: { disconnect: true } })
    },
    'part',
  )
}

/**
 * Does something with a message and, where it is possible there too, with all that were merged into it. Everything is
 * done or nothing; what was done stands in the audit.
 */
async function act(
  action: OfficeAction,
  { submissionId, viewer, now, with: other = submissionId }: OfficeOptions & { with?: string },
  work: (transaction: Transaction, row: Row) => Promise<OfficeFailure | void>,
  written: string = action,
): Promise<OfficeResult> {
  const { prisma } = await getDatabase()
  const result = prisma.$transaction(async (transaction): Promise<OfficeResult> => {
    await transaction.$queryRaw`
      SELECT 1 FROM "Submission"
      WHERE "id" IN (${submissionId}::uuid, ${other}::uuid) OR "mergedIntoId" = ${submissionId}::uuid
      ORDER BY "id" FOR UPDATE`
    const row = await find(transaction, submissionId)
    if (!row || !mayHandle(viewer, row)) return { ok: false, error: 'not-yours' }
    if (!officeMay[row.status].includes(action)) return { ok: false, error: 'not-now' }
    const same = await transaction.submission.findMany({ where: { mergedIntoId: submissionId }, select: columns })
    for (const each of [row, ...same.filter(({ status }) => officeMay[status].includes(action))]) {
      const error = await work(transaction, each)
      if (error) throw new Refused(error)
    }
    const { staffId } = viewer
    await writeDown(
      { staffId, action: 'changed', subject: `message:${submissionId}`, detail: written, now },
      transaction,
    )
    return { ok: true }
  })
  return result.catch((fault: unknown) => {
    if (fault instanceof Refused) return { ok: false, error: fault.reason }
    throw fault
  })
}

/** Undoes what was begun. */
class Refused extends Error {
  constructor(readonly reason: OfficeFailure) {
    super(reason)
  }
}

const columns = {
  id: true,
  municipalityCode: true,
  isProtection: true,
  status: true,
  mayShow: true,
  mergedIntoId: true,
  receivedAt: true,
  firstAnswerAt: true,
} as const

function find(transaction: Transaction, id: string): Promise<Row | null> {
  return transaction.submission.findUnique({ where: { id }, select: columns })
}

function set(transaction: Transaction, { id }: Row, data: Prisma.SubmissionUpdateInput) {
  return transaction.submission.update({ where: { id }, data })
}

type OfficeEvent =
  'assigned' | 'asked' | 'answered' | 'passed_on' | 'closed' | 'noted' | 'merged' | 'parted' | 'released' | 'unreleased'

function record(
  transaction: Transaction,
  { id: submissionId }: Row,
  { viewer: { staffId }, now }: OfficeOptions,
  kind: OfficeEvent,
  { words, detail }: { words?: string; detail?: string } = {},
) {
  const sealed = words ? sealText(words, submissionId) : null
  return transaction.submissionEvent.create({ data: { submissionId, kind, at: now, staffId, detail, sealed } })
}

/** Puts a note that there is news into the outbox, for a person who left an address; it says no more than that. */
async function announce(transaction: Transaction, { id: submissionId }: Row, { now }: OfficeOptions): Promise<void> {
  const { sealed } = await transaction.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { sealed: true },
  })
  const content = sealed && (JSON.parse(openedText(sealed, submissionId)) as Content)
  if (content?.contact?.email) await addJob(transaction, { kind: 'tell-of-news', detail: { submissionId }, runAt: now })
}
