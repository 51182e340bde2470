import { randomInt } from 'node:crypto'
import { getDatabase } from '~/server/db.server'
import { isTaking } from './cast.server'
import { note, withCycle, type CycleOptions, type Refusal } from './cycle.server'

export type CloseResult = { ok: true; ballots: number } | Refusal<'not-yours' | 'not-open' | 'too-early' | 'paper-open'>

/**
 * Closes the vote, in one transaction: ballots are written anew in an order drawn by lot, without codes and times, and
 * codes, what was typed from paper and the cycle's key go. Either all of it happens or nothing. Paper ballots that only
 * one person has typed stop it, and so does the last day of the vote while it is not over: its date is public, and nobody
 * may be shut out before it. It can be changed in the plan, where everybody sees it.
 */
export async function closeVote(options: CycleOptions): Promise<CloseResult> {
  const result = await withCycle<CloseResult>(options, async (transaction, cycle) => {
    const cycleId = cycle.id
    if (cycle.phase !== 'vote' || cycle.closedAt !== null || cycle.cancelledAt !== null)
      return { ok: false, error: 'not-open' }
    if (isTaking(cycle, options.now)) return { ok: false, error: 'too-early' }
    const waiting = await transaction.ballotCode.count({ where: { cycleId, channel: 'paper', isCast: false } })
    if (waiting > 0) return { ok: false, error: 'paper-open' }
    const rows = await transaction.ballotCode.findMany({
      where: { cycleId, isCast: true },
      select: { choices: true, channel: true },
    })
    const ballots = shuffled(rows).map(({ choices, channel }, position) => ({
      cycleId,
      position,
      choices,
      channel: channel ?? 'online',
    }))
    await transaction.ballot.createMany({ data: ballots })
    await transaction.paperEntry.deleteMany({ where: { cycleId } })
    await transaction.ballotCode.deleteMany({ where: { cycleId } })
    await transaction.ballotKey.deleteMany({ where: { cycleId } })
    await transaction.budgetCycle.update({ where: { id: cycleId }, data: { closedAt: options.now } })
    await note(transaction, options, 'close')
    return { ok: true, ballots: ballots.length }
  })
  if (result.ok) await sweepAway()
  return result
}

/** What was deleted still stands in the files of the tables until they are written anew. */
export async function sweepAway(): Promise<void> {
  const { prisma } = await getDatabase()
  for (const table of ['PaperEntry', 'BallotCode', 'BallotKey'])
    await prisma.$executeRawUnsafe(`VACUUM FULL "${table}"`)
}

/** Every order as likely as the others: Fisher and Yates, with draws that nobody can foresee. */
function shuffled<T>(rows: readonly T[]): T[] {
  const order = [...rows]
  for (let last = order.length - 1; last > 0; last--) {
    const drawn = randomInt(last + 1)
    ;[order[last], order[drawn]] = [order[drawn] as T, order[last] as T]
  }
  return order
}
