import { createHash } from 'node:crypto'
import { note, withCycle, type CycleOptions, type Refusal, type Transaction } from './cycle.server'
import { ruleText, type RuleFile } from './rule-file'
import { signatureOf } from './rules'

export type FreezeResult =
  { ok: true; state: 'first' | 'frozen' } | Refusal<'not-yours' | 'second-person' | 'changed' | 'frozen' | 'not-ready'>

/** The SHA-256 of a rule's text, in hexadecimal digits: `sha256sum` of the published file gives the same. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * One of the two persons signs the rule. The second signature freezes it, if both had the same text before their eyes;
 * a rule that changed between them begins again with the first.
 *
 * @param seen the digest that stood on this person's page
 */
export async function freezeRule({ seen, ...options }: CycleOptions & { seen: string }): Promise<FreezeResult> {
  return withCycle<FreezeResult>(options, async (transaction, cycle) => {
    if (cycle.ruleHash !== null || cycle.cancelledAt !== null) return { ok: false, error: 'frozen' }
    const text = await draftRule(transaction, cycle.id)
    if (cycle.phase !== 'feasibility' || text === null) return { ok: false, error: 'not-ready' }
    const now = digestOf(text)
    const { viewer } = options
    const first = await firstOf(transaction, cycle)
    const signature = signatureOf(viewer, first, { seen, now })
    if (signature.kind === 'refused') return { ok: false, error: signature.error }
    const where = { id: cycle.id }
    if (signature.kind === 'first') {
      await transaction.budgetCycle.update({ where, data: { signedById: viewer.staffId, signedHash: now } })
      await note(transaction, options, 'sign')
      return { ok: true, state: 'first' }
    }
    await transaction.budgetCycle.update({
      where,
      data: { secondById: viewer.staffId, rule: text, ruleHash: now, frozenAt: options.now },
    })
    await note(transaction, options, 'freeze')
    return { ok: true, state: 'frozen' }
  })
}

async function firstOf(transaction: Transaction, cycle: { signedById: string | null; signedHash: string | null }) {
  if (cycle.signedById === null || cycle.signedHash === null) return null
  const staff = await transaction.staff.findUnique({
    where: { id: cycle.signedById },
    select: { role: true, endedAt: true },
  })
  if (!staff || staff.endedAt !== null) return null
  return { staffId: cycle.signedById, role: staff.role, hash: cycle.signedHash }
}

/** The rule as it stands. Null while a proposal is open or none can be done. */
export async function draftRule(transaction: Transaction, cycleId: string): Promise<string | null> {
  const cycle = await transaction.budgetCycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: {
      municipalityCode: true,
      year: true,
      budget: true,
      voteKind: true,
      ageFrom: true,
      minSupport: true,
      seed: true,
      promiseAct: true,
      promisedOn: true,
      residenceSq: true,
      residenceEn: true,
      proposals: {
        orderBy: { number: 'asc' },
        select: {
          number: true,
          titleSq: true,
          titleEn: true,
          aboutSq: true,
          aboutEn: true,
          cost: true,
          incompatible: true,
          feasibility: true,
        },
      },
    },
  })
  const feasible = cycle.proposals.filter(({ feasibility }) => feasibility === 'feasible')
  if (feasible.length === 0 || cycle.proposals.some(({ feasibility }) => feasibility === 'open')) return null
  const { promiseAct, promisedOn, ageFrom, residenceSq, residenceEn } = cycle
  const rule: RuleFile = {
    format: 'prane-rule-1',
    municipality: cycle.municipalityCode,
    year: cycle.year,
    promise: promiseAct && promisedOn ? { act: promiseAct, on: promisedOn.toISOString().slice(0, 10) } : null,
    voters: { ageFrom, residenceSq, residenceEn },
    budget: String(cycle.budget),
    voteKind: cycle.voteKind,
    minSupport: cycle.minSupport,
    method: 'mes',
    satisfaction: 'cost',
    completion: 'add1u',
    increment: 100,
    ties: ['minCost', 'maxVotes', 'lot'],
    seed: cycle.seed,
    proposals: feasible.map(({ feasibility: _, cost, ...proposal }) => ({ ...proposal, cost: String(cost) })),
  }
  return ruleText(rule)
}
