import type { Prisma } from '../../../generated/prisma/client'
import { clockInTirana } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { codeHash, sealText } from '~/server/keys.server'
import { answerWithin, dueOn, dueWithPauses } from './clock'
import { readHolidays } from '~/server/calendar.server'
import type { Code } from './code'
import { clockOf } from './due.server'
import { openedText } from './queries.server'
import { personMay, type Content, type PersonAction, type Status } from './rules'

/** What the person with the code does. `not-now`: the message stands where this is not possible (any more). */
export type PersonResult = { ok: true } | { ok: false; error: 'not-now' }
type Options = { submissionId: string; now: Date }
type Transaction = Prisma.TransactionClient
type Row = { status: Status; isProtection: boolean; receivedAt: Date; sealed: Uint8Array | null }

/** Adds words to a message that is open. */
export function addWords({ words, ...options }: Options & { words: string }): Promise<PersonResult> {
  return act('add', options, async (transaction) => {
    await tell(transaction, 'told', options, words)
  })
}

/** Answers what the office asked: its clock goes on where it stood. */
export async function answerQuestion({ words, ...options }: Options & { words: string }): Promise<PersonResult> {
  const holidays = await readHolidays()
  return act('answer', options, async (transaction, row) => {
    await tell(transaction, 'told', options, words)
    const { from, days, pauses } = await clockOf(transaction, { id: options.submissionId, ...row })
    const due = dueWithPauses(from, days, pauses, holidays) ?? clockInTirana(options.now).date
    await transaction.submission.update({
      where: { id: options.submissionId },
      data: { status: 'assigned', dueOn: new Date(due) },
    })
  })
}

/** Says that this is not solved: the message goes back with a new date. */
export async function disputeAnswer({ words, ...options }: Options & { words: string }): Promise<PersonResult> {
  const holidays = await readHolidays()
  return act('dispute', options, async (transaction, { isProtection }) => {
    await tell(transaction, 'disputed', options, words)
    const days = isProtection ? answerWithin.protection : answerWithin.ordinary
    const due = dueOn(clockInTirana(options.now).date, days, holidays)
    await transaction.submission.update({
      where: { id: options.submissionId },
      data: { status: 'disputed', dueOn: new Date(due), closedAt: null, wasDisputed: true },
    })
  })
}

/** Says that it is solved. */
export function markSolved(options: Options): Promise<PersonResult> {
  return act('solve', options, async (transaction) => {
    await tell(transaction, 'solved', options)
    await transaction.submission.update({
      where: { id: options.submissionId },
      data: { status: 'closed', dueOn: null, closedAt: options.now },
    })
  })
}

/** Takes a message back: nothing of what anybody wrote is left; that there was one, and its kind, stay for the counts. */
export function withdrawMessage(options: Options): Promise<PersonResult> {
  return act('withdraw', options, async (transaction) => {
    const { submissionId } = options
    await eraseWords(transaction, [submissionId])
    await transaction.submission.update({
      where: { id: submissionId },
      data: {
        status: 'withdrawn',
        dueOn: null,
        closedAt: options.now,
        mayShow: false,
        releasedAt: null,
        subject: null,
        mergedIntoId: null,
      },
    })
    await tell(transaction, 'withdrawn', options)
  })
}

/** Takes the contact out of a message, and no more. */
export async function eraseContact(options: Options): Promise<PersonResult> {
  return change(
    options,
    () => true,
    async (transaction, row) => {
      await withoutContact(transaction, options, row)
      await tell(transaction, 'contact_erased', options)
    },
  )
}

/**
 * Puts a new code in place of the old one, which opens nothing from now on: so a person dismisses whoever helped them
 * and may have kept the code. The helper's contact goes too. The person has seen and kept the new code before.
 */
export async function renewCode({ code, ...options }: Options & { code: Code }): Promise<PersonResult> {
  return change(
    options,
    (status) => status !== 'withdrawn',
    async (transaction, row) => {
      await transaction.submission.update({
        where: { id: options.submissionId },
        data: { codeHash: codeHash(code), isAssisted: false },
      })
      await withoutContact(transaction, options, row)
      await tell(transaction, 'code_renewed', options)
    },
  )
}

/** Empties what people wrote in these messages; the rows stay. */
export async function eraseWords(transaction: Transaction, ids: string[]): Promise<void> {
  await transaction.submissionFile.deleteMany({ where: { submissionId: { in: ids } } })
  await transaction.submissionEvent.updateMany({ where: { submissionId: { in: ids } }, data: { sealed: null } })
  await transaction.submission.updateMany({ where: { id: { in: ids } }, data: { sealed: null } })
}

async function withoutContact(transaction: Transaction, { submissionId }: Options, { sealed }: Row): Promise<void> {
  if (!sealed) return
  const { contact: _, ...content } = JSON.parse(openedText(sealed, submissionId)) as Content
  await transaction.submission.update({
    where: { id: submissionId },
    data: { sealed: sealText(JSON.stringify(content), submissionId) },
  })
}

function act(action: PersonAction, options: Options, work: (transaction: Transaction, row: Row) => Promise<void>) {
  return change(options, (status) => personMay[status].includes(action), work)
}

/**
 * Reads the message and holds it, so that two actions at the same time follow one another. Whatever else the work needs
 * is read before: the embedded database has one connection, and this holds it.
 */
async function change(
  { submissionId }: Options,
  isPossible: (status: Status) => boolean,
  work: (transaction: Transaction, row: Row) => Promise<void>,
): Promise<PersonResult> {
  const { prisma } = await getDatabase()
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "Submission" WHERE "id" = ${submissionId}::uuid FOR UPDATE`
    const row = await transaction.submission.findUnique({
      where: { id: submissionId },
      select: { status: true, isProtection: true, receivedAt: true, sealed: true },
    })
    if (!row || !isPossible(row.status)) return { ok: false, error: 'not-now' }
    await work(transaction, row)
    return { ok: true }
  })
}

type Told = 'told' | 'disputed' | 'solved' | 'withdrawn' | 'contact_erased' | 'code_renewed'

async function tell(transaction: Transaction, kind: Told, { submissionId, now }: Options, words?: string) {
  const sealed = words ? sealText(words, submissionId) : null
  await transaction.submissionEvent.create({ data: { submissionId, kind, at: now, sealed } })
  if (!words) return
  // Whoever writes again has something of their own to say: the message stands by itself again.
  await transaction.submission.update({ where: { id: submissionId }, data: { mergedIntoId: null } })
}
