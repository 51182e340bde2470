import type { Code } from '~/lib/code'
import { clockInTirana } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { ballotCodeHash, readBallotKey } from './ballot-key.server'
import { checkBallot, orderedChoices, type BallotProblem } from './ballot'
import { lockCycle, type LockedCycle, type Refusal, type Transaction } from './cycle.server'
import type { RuleFile } from './rule-file'
import { takesBallots, type PhaseDates } from './rules'

export type CastError = 'not-open' | 'unknown-code' | 'on-paper' | BallotProblem
export type CastResult = { ok: true; isChanged: boolean } | Refusal<CastError>

/**
 * Casts a ballot, or another one in its place as long as the vote is open. A code that was used on paper is refused;
 * that it was tried is seen at the desk.
 */
export async function castBallot({
  cycleId,
  code,
  choices,
  now,
}: {
  cycleId: string
  code: Code
  choices: readonly number[]
  now: Date
}): Promise<CastResult> {
  return withCode({ cycleId, code, now }, async (transaction, { cycle, row }) => {
    if (row.channel === 'paper') {
      await transaction.ballotCode.update({ where: { codeHash: row.codeHash }, data: { conflict: true } })
      return { ok: false, error: 'on-paper' }
    }
    const problem = checkBallot(choices, ballotRule(cycle))
    if (problem !== null) return { ok: false, error: problem }
    await transaction.ballotCode.update({
      where: { codeHash: row.codeHash },
      data: { channel: 'online', isCast: true, choices: orderedChoices(choices) },
    })
    return { ok: true, isChanged: row.isCast }
  })
}

/** Whether a code opens a ballot now; never what is on it. */
export function openBallot(options: { cycleId: string; code: Code; now: Date }): Promise<CastResult> {
  return withCode(options, (_, { row }) =>
    Promise.resolve(row.channel === 'paper' ? { ok: false, error: 'on-paper' } : { ok: true, isChanged: row.isCast }),
  )
}

type FoundCode = { codeHash: Uint8Array<ArrayBuffer>; channel: 'online' | 'paper' | null; isCast: boolean }

/** Works with a code of an open vote. The close waits until it is done, and nothing begins after it. */
async function withCode(
  { cycleId, code, now }: { cycleId: string; code: Code; now: Date },
  work: (transaction: Transaction, found: { cycle: LockedCycle; row: FoundCode }) => Promise<CastResult>,
): Promise<CastResult> {
  const { prisma } = await getDatabase()
  return prisma.$transaction(async (transaction) => {
    const cycle = await lockCycle(transaction, cycleId, true)
    if (!cycle || !isTaking(cycle, now)) return { ok: false, error: 'not-open' }
    const key = await readBallotKey(transaction, cycleId)
    if (key === null) return { ok: false, error: 'not-open' }
    const row = await lockCode(transaction, cycleId, ballotCodeHash(key, code))
    return row === null ? { ok: false, error: 'unknown-code' } : work(transaction, { cycle, row })
  })
}

/** Whether ballots come in now. */
export const isTaking = (cycle: LockedCycle, now: Date): boolean =>
  takesBallots(
    {
      phase: cycle.phase,
      isClosed: cycle.closedAt !== null,
      isCancelled: cycle.cancelledAt !== null,
      isFrozen: cycle.ruleHash !== null,
      dates: cycle.dates as PhaseDates,
    },
    clockInTirana(now).date,
  )

/** A code that nobody else uses until the transaction ends. */
export async function lockCode(
  transaction: Transaction,
  cycleId: string,
  codeHash: Uint8Array<ArrayBuffer>,
): Promise<FoundCode | null> {
  await transaction.$queryRaw`SELECT 1 FROM "BallotCode" WHERE "codeHash" = ${codeHash} FOR UPDATE`
  const row = await transaction.ballotCode.findUnique({
    where: { codeHash, cycleId },
    select: { channel: true, isCast: true },
  })
  return row && { codeHash, ...row }
}

/** What a ballot is held against: the frozen rule, not the tables beside it. */
export function ballotRule({ rule }: { rule: string | null }) {
  const { voteKind, budget, proposals } = JSON.parse(rule ?? '{}') as RuleFile
  return {
    voteKind,
    budget: BigInt(budget),
    proposals: proposals.map(({ number, cost }) => ({ number, cost: BigInt(cost) })),
  }
}
