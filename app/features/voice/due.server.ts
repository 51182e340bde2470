import type { Prisma } from '../../../generated/prisma/client'
import { clockInTirana } from '~/lib/days'
import type { Holidays } from '~/lib/holidays'
import { answerWithin, dueWithPauses, workingDaysBetween, type Pause } from './clock'

type Row = { id: string; isProtection: boolean; receivedAt: Date }

/** From when the clock of a message runs, and every time in which the office waited for the person. */
export async function clockOf(
  transaction: Prisma.TransactionClient,
  row: Row,
): Promise<{ from: string; days: number; pauses: Pause[] }> {
  const events = await transaction.submissionEvent.findMany({
    where: { submissionId: row.id, kind: { in: ['asked', 'told', 'disputed'] } },
    orderBy: { id: 'asc' },
    select: { kind: true, at: true },
  })
  const on = (at: Date) => clockInTirana(at).date
  let from = on(row.receivedAt)
  let pauses: Pause[] = []
  for (const { kind, at } of events) {
    const last = pauses.at(-1)
    if (kind === 'disputed') [from, pauses] = [on(at), []]
    else if (kind === 'asked') pauses.push({ from: on(at), to: null })
    else if (last && last.to === null) last.to = on(at)
  }
  return { from, days: row.isProtection ? answerWithin.protection : answerWithin.ordinary, pauses }
}

/** What the public numbers say of a first answer that is given now. */
export async function firstAnswer(
  transaction: Prisma.TransactionClient,
  row: Row,
  { now, holidays }: { now: Date; holidays: Holidays },
): Promise<{ firstAnswerAt: Date; firstAnswerDays: number; firstInTime: boolean }> {
  const { from, days, pauses } = await clockOf(transaction, row)
  const today = clockInTirana(now).date
  const due = dueWithPauses(from, days, pauses, holidays)
  const waited = pauses.reduce((sum, pause) => sum + workingDaysBetween(pause.from, pause.to ?? today, holidays), 0)
  return {
    firstAnswerAt: now,
    firstAnswerDays: Math.max(0, workingDaysBetween(from, today, holidays) - waited),
    firstInTime: due === null || today <= due,
  }
}
