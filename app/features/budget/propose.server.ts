import { note, withCycle, type CycleOptions, type Done } from './cycle.server'
import { shownGroups } from './public-groups.server'
import type { Feasibility } from './rules'

export type ProposalWords = {
  titleSq: string
  titleEn: string
  aboutSq: string
  aboutEn: string
  easySq: string
  easyEn: string
  cost: bigint
  costWhySq: string
  costWhyEn: string
  office: string
  feasibility: Feasibility
  reasonSq: string | null
  reasonEn: string | null
  incompatible: number[]
  groupId: string | null
  unitNumber: number | null
  forWhom: string | null
}
export type ProposeError = 'not-yours' | 'frozen' | 'group' | 'unit' | 'reason' | 'unknown'

/**
 * Writes a proposal, or writes one anew. "Not feasible" needs a reason in both languages. After the freeze nothing of
 * it can be changed, also by whoever sends the form by hand.
 *
 * @param number of the proposal that is written anew; null for a new one
 */
export async function writeProposal({
  number,
  words,
  ...options
}: CycleOptions & { number: number | null; words: ProposalWords }): Promise<Done<ProposeError>> {
  return withCycle<Done<ProposeError>>(options, async (transaction, cycle) => {
    if (cycle.ruleHash !== null || cycle.cancelledAt !== null) return { ok: false, error: 'frozen' }
    if (words.feasibility === 'not_feasible' && (!words.reasonSq || !words.reasonEn))
      return { ok: false, error: 'reason' }
    const { municipalityCode, id: cycleId } = cycle
    const { groupId, unitNumber } = words
    if (groupId !== null) {
      // Everybody can go from a proposal to its needs, so its group must be one that everybody may see.
      const own = await transaction.needGroup.count({ where: { id: groupId, municipalityCode, ...shownGroups } })
      if (own === 0) return { ok: false, error: 'group' }
    }
    if (unitNumber !== null) {
      const own = await transaction.administrativeUnit.count({ where: { municipalityCode, number: unitNumber } })
      if (own === 0) return { ok: false, error: 'unit' }
    }
    if (number === null) {
      const { _max } = await transaction.proposal.aggregate({ where: { cycleId }, _max: { number: true } })
      await transaction.proposal.create({ data: { cycleId, number: (_max.number ?? 0) + 1, ...words } })
    } else {
      const { count } = await transaction.proposal.updateMany({ where: { cycleId, number }, data: words })
      if (count === 0) return { ok: false, error: 'unknown' }
    }
    await note(transaction, options, 'proposal')
    return { ok: true }
  })
}
