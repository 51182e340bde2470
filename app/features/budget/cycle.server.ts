import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'
import { writeDown } from '../accounts/audit.server'
import type { Viewer } from '~/lib/staff'
import { countFigures } from './figures.server'
import {
  mayBudget,
  missingForNext,
  phaseAfter,
  type Missing,
  type Phase,
  type PhaseDates,
  type VoteKind,
} from './rules'

export type Transaction = Prisma.TransactionClient
export type Refusal<E extends string> = { ok: false; error: E }
export type Done<E extends string> = { ok: true } | Refusal<E>
/** Everything that somebody of the office does with a cycle. */
export type CycleOptions = { cycleId: string; viewer: Viewer; now: Date }

export type CyclePlan = {
  year: number
  dates: PhaseDates
  budget: bigint
  voteKind: VoteKind
  ageFrom: number
  minSupport: number
  seed: string
  promiseAct: string | null
  promisedOn: string | null
  residenceSq: string
  residenceEn: string
  /** Of administrative units in the queue, by number. */
  unitWeights: Record<string, number>
  weightsWhySq: string | null
  weightsWhyEn: string | null
}

/** Begins a year, or changes its plan while nothing is frozen; dates may be changed until the close. */
export async function planCycle({
  plan,
  viewer,
  now,
}: {
  plan: CyclePlan
  viewer: Viewer
  now: Date
}): Promise<Done<'not-yours' | 'frozen'>> {
  const { municipalityCode } = viewer
  if (municipalityCode === null || !mayBudget(viewer, municipalityCode)) return { ok: false, error: 'not-yours' }
  const { prisma } = await getDatabase()
  const data = { ...plan, promisedOn: plan.promisedOn === null ? null : new Date(plan.promisedOn) }
  return prisma.$transaction(async (transaction) => {
    const key = { municipalityCode_year: { municipalityCode, year: plan.year } }
    const known = await transaction.budgetCycle.findUnique({ where: key, select: { id: true } })
    const cycle = known && (await lockCycle(transaction, known.id))
    if (cycle && (cycle.closedAt !== null || cycle.cancelledAt !== null)) return { ok: false, error: 'frozen' }
    const id = cycle
      ? cycle.id
      : (await transaction.budgetCycle.create({ data: { municipalityCode, ...data }, select: { id: true } })).id
    // Of a frozen cycle only its dates and the order of the queue are open: nothing else is taken from the form.
    if (cycle) {
      const { dates, unitWeights, weightsWhySq, weightsWhyEn } = plan
      const change = cycle.ruleHash === null ? data : { dates, unitWeights, weightsWhySq, weightsWhyEn }
      await transaction.budgetCycle.update({ where: { id }, data: change })
    }
    await note(transaction, { cycleId: id, viewer, now }, 'plan')
    return { ok: true }
  })
}

/** Opens the next phase, when nothing is missing in this one; otherwise says what is. */
export async function openNextPhase(
  options: CycleOptions,
): Promise<{ ok: true; phase: Phase } | Refusal<'not-yours'> | { ok: false; error: 'missing'; missing: Missing[] }> {
  return withCycle(options, async (transaction, cycle) => {
    const missing = missingForNext(await factsOf(transaction, cycle))
    const next = phaseAfter(cycle.phase)
    if (missing.length > 0 || next === null) return { ok: false, error: 'missing', missing }
    // The council has decided: what became of the concerns is counted, once.
    const figures = next === 'delivery' ? { figures: await countFigures(transaction, cycle) } : {}
    await transaction.budgetCycle.update({ where: { id: cycle.id }, data: { phase: next, ...figures } })
    await note(transaction, options, `phase-${next}`)
    return { ok: true, phase: next }
  })
}

/** The only thing that can still be done with a frozen vote: ending it, with a reason that everybody reads. */
export async function cancelCycle({
  reasonSq,
  reasonEn,
  ...options
}: CycleOptions & { reasonSq: string; reasonEn: string }): Promise<Done<'not-yours' | 'closed'>> {
  return withCycle(options, async (transaction, cycle) => {
    if (cycle.closedAt !== null || cycle.cancelledAt !== null) return { ok: false, error: 'closed' }
    await transaction.budgetCycle.update({
      where: { id: cycle.id },
      data: { cancelledAt: options.now, cancelReasonSq: reasonSq, cancelReasonEn: reasonEn },
    })
    await transaction.paperEntry.deleteMany({ where: { cycleId: cycle.id } })
    await transaction.ballotCode.deleteMany({ where: { cycleId: cycle.id } })
    await transaction.ballotKey.deleteMany({ where: { cycleId: cycle.id } })
    await note(transaction, options, 'cancel')
    return { ok: true }
  })
}

const columns = {
  id: true,
  municipalityCode: true,
  year: true,
  phase: true,
  dates: true,
  budget: true,
  voteKind: true,
  rule: true,
  ruleHash: true,
  signedById: true,
  signedHash: true,
  cancelledAt: true,
  closedAt: true,
  codesIssued: true,
} as const
export type LockedCycle = Prisma.BudgetCycleGetPayload<{ select: typeof columns }>

/** A cycle that nobody else changes until the transaction ends; `share` lets others read it under the same promise. */
export async function lockCycle(transaction: Transaction, id: string, share = false): Promise<LockedCycle | null> {
  if (share) await transaction.$queryRaw`SELECT 1 FROM "BudgetCycle" WHERE "id" = ${id}::uuid FOR SHARE`
  else await transaction.$queryRaw`SELECT 1 FROM "BudgetCycle" WHERE "id" = ${id}::uuid FOR UPDATE`
  return transaction.budgetCycle.findUnique({ where: { id }, select: columns })
}

/** Does something with a cycle of the viewer's own municipality, in one transaction. */
export async function withCycle<T>(
  { cycleId, viewer }: CycleOptions,
  work: (transaction: Transaction, cycle: LockedCycle) => Promise<T | Refusal<'not-yours'>>,
): Promise<T | Refusal<'not-yours'>> {
  const { prisma } = await getDatabase()
  return prisma.$transaction(
    async (transaction) => {
      const cycle = await lockCycle(transaction, cycleId)
      if (!cycle || !mayBudget(viewer, cycle.municipalityCode))
        return { ok: false as const, error: 'not-yours' as const }
      return work(transaction, cycle)
    },
    { timeout: 60_000 },
  )
}

/** A line of the audit. Never with a ballot or a code in it. */
export function note(transaction: Transaction, { cycleId, viewer, now }: CycleOptions, detail: string): Promise<void> {
  const { staffId } = viewer
  return writeDown({ staffId, action: 'changed', subject: `budget:${cycleId}`, detail, now }, transaction)
}

async function factsOf(transaction: Transaction, cycle: LockedCycle) {
  const proposals = await transaction.proposal.findMany({
    where: { cycleId: cycle.id },
    select: { feasibility: true, decision: true },
  })
  return {
    phase: cycle.phase,
    proposals: proposals.map(({ feasibility, decision }) => ({ feasibility, isDecided: decision !== null })),
    isFrozen: cycle.ruleHash !== null,
    isCancelled: cycle.cancelledAt !== null,
    isClosed: cycle.closedAt !== null,
    codesIssued: cycle.codesIssued,
  }
}
