import { note, withCycle, type CycleOptions, type Done } from './cycle.server'
import type { DecisionKind } from './rules'

export type CouncilDecision = { kind: DecisionKind; on: string; act: string; reasonSq: string; reasonEn: string }

/** Writes down what the council decided about a proposal: day, act and reason. It stands beside the result. */
export async function decideProposal({
  number,
  decision: { kind, on, act, reasonSq, reasonEn },
  ...options
}: CycleOptions & { number: number; decision: CouncilDecision }): Promise<Done<'not-yours' | 'not-now' | 'unknown'>> {
  return withCycle<Done<'not-yours' | 'not-now' | 'unknown'>>(options, async (transaction, { id: cycleId, phase }) => {
    if (phase !== 'council') return { ok: false, error: 'not-now' }
    const { count } = await transaction.proposal.updateMany({
      where: { cycleId, number, feasibility: 'feasible' },
      data: { decision: kind, decidedOn: new Date(on), decisionAct: act, decisionSq: reasonSq, decisionEn: reasonEn },
    })
    if (count === 0) return { ok: false, error: 'unknown' }
    await note(transaction, options, 'decision')
    return { ok: true }
  })
}
