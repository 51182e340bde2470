/** What pages of the budget show. Plain JSON; amounts are whole lek as text. */

import type { Figures } from './figures'
import type { ShownReason } from './queue'
import type { BudgetResult, ProposalResult } from './result'
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
  /** The name of its administrative unit; null: the whole municipality. */
  unit: string | null
  /** Null: everybody. */
  forWhom: string | null
  /** The kind of help its needs ask for: it has a picture. */
  help: string | null
  feasibility: Feasibility
  reason: string | null
  incompatible: number[]
  decision: { kind: DecisionKind; on: string; act: string; reason: string } | null
  serviceSlug: string | null
  milestones: { on: string; text: string; spent: string }[]
}

/** What became of a group: its proposal's way, as far as it has gone. */
export const groupStatuses = [
  'none',
  'open',
  'feasible',
  'not_feasible',
  'accepted',
  'changed',
  'refused',
  'opened',
] as const
export type GroupStatus = (typeof groupStatuses)[number]

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
  /** Its last proposal. */
  proposal: { year: number; number: number } | null
  status: GroupStatus
}

/** A meeting of the municipality with people about the draft. */
export type HearingView = {
  id: string
  on: string
  /** HH:MM */
  time: string
  place: string
  access: string
  /** What was said there; null until it is written. */
  notes: string | null
}

/** The years of one municipality, and what people there said is missing. */
export type PlaceBudgets = {
  slug: string
  municipality: string
  years: { year: number; phase: Phase; isCancelled: boolean }[]
  /** In the order of the queue. */
  groups: PublicGroup[]
  /** Units whose messages weigh more or less than 1, and why. */
  weights: { unit: string; weight: number }[]
  weightsWhy: string | null
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
  hearings: HearingView[]
  /** Null before the close. */
  result: BudgetResult | null
  /** Null until the council has decided. */
  figures: Figures | null
}

/** A paper ballot, in Albanian. */
export type BallotPaper = Pick<
  BudgetView,
  'slug' | 'municipality' | 'year' | 'voteKind' | 'budget' | 'ageFrom' | 'promise' | 'residence' | 'isInvented'
> & { proposals: Pick<ProposalView, 'number' | 'title' | 'easy' | 'cost' | 'forWhom' | 'help'>[] }

/** How far one need came. */
export type NeedWay = {
  slug: string
  group: { id: string; title: string; easy: string }
  /** Of its last proposals; null while there is none. */
  year: number | null
  isClosed: boolean
  proposals: { proposal: ProposalView; result: ProposalResult | null }[]
}
