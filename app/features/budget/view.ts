/** What pages of the budget show. Plain JSON; amounts are whole lek as text. */

import type { ShownReason } from './queue'
import type { BudgetResult } from './result'
import type { DecisionKind, Feasibility, Phase, PhaseDates, VoteKind } from './rules'

export type ProposalView = {
  number: number
  title: string
  about: string
  /** Its easy text, in sentences. */
  easy: string
  cost: string
  costWhy: string
  office: string
  feasibility: Feasibility
  reason: string | null
  incompatible: number[]
  decision: { kind: DecisionKind; on: string; act: string; reason: string } | null
  serviceSlug: string | null
  milestones: { on: string; text: string; spent: string }[]
}

/** Needs that were put together and that everybody may see. */
export type PublicGroup = {
  id: string
  title: string
  /** Its easy text, in sentences. */
  easy: string
  unit: string | null
  /** The month of the first message, YYYY-MM-DD. */
  since: string
  reason: ShownReason
  /** The number of its proposal. */
  proposal: number | null
}

export type BudgetView = {
  cycleId: string
  slug: string
  municipality: string
  year: number
  phase: Phase
  dates: PhaseDates
  isFrozen: boolean
  isClosed: boolean
  isCancelled: boolean
  budget: string
  voteKind: VoteKind
  ageFrom: number
  residence: string
  promise: { act: string; on: string } | null
  isInvented: boolean
  rule: string | null
  ruleHash: string | null
  cancelReason: string | null
  takesBallots: boolean
  proposals: ProposalView[]
  /** In the order of the queue. */
  groups: PublicGroup[]
  /** Null before the close. */
  result: BudgetResult | null
}
