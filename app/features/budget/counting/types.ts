import type { Fraction } from './fraction'

/** What a ballot is, as Pabulib names it. */
export type VoteType = 'approval' | 'choose-1' | 'cumulative' | 'scoring' | 'ordinal'

/** A proposal to vote on. `cost` is in the election's money units, 0 or more. */
export type Project = { readonly id: string; readonly cost: bigint }

/**
 * One person's ballot. `choices` are positions in `Election.projects`, no position twice; in an ordinal ballot the
 * first is the best. `points` run beside `choices` in cumulative and scoring ballots: whole numbers, 0 or more.
 */
export type Ballot = { readonly choices: readonly number[]; readonly points?: readonly number[] }

/** Everything a count needs, and nothing about who voted. */
export type Election = {
  readonly voteType: VoteType
  /** Decimal places of the money: with 2, `budget` and `cost` are in hundredths of the currency unit. */
  readonly places: number
  readonly budget: bigint
  readonly projects: readonly Project[]
  readonly ballots: readonly Ballot[]
}

export const methods = ['mes', 'greedy', 'greedy-no-skip', 'greedy-threshold'] as const
export const satisfactions = ['cost', 'cardinality', 'cumulative', 'borda'] as const
export const completions = ['none', 'utilitarian', 'add1', 'add1u'] as const
export const comparisons = ['none', 'satisfaction', 'exclusionRatio'] as const
export const tieRules = ['minCost', 'maxVotes', 'lexico', 'lot'] as const

export type Method = (typeof methods)[number]
export type Satisfaction = (typeof satisfactions)[number]
export type Completion = (typeof completions)[number]
export type Comparison = (typeof comparisons)[number]
/** `list`: an order fixed and published outside the program, as a lot drawn by hand in a meeting. */
export type TieRule = (typeof tieRules)[number] | { readonly list: readonly string[] }

/** The published rule of one vote. What each option does: docs/counting.md. */
export type CountOptions = {
  readonly method: Method
  readonly satisfaction: Satisfaction
  readonly completion: Completion
  /** Add1 starts from a whole number of currency units a voter. */
  readonly integral: boolean
  /** Add1 stops as soon as nothing more fits. */
  readonly exhaustive: boolean
  /** Currency units a voter that Add1 adds each time, more than 0. */
  readonly increment: Fraction
  readonly comparison: Comparison
  readonly ties: readonly TieRule[]
  /** The published seed of the lot; needed when `ties` holds `lot`. */
  readonly seed: string
  /** Least score a project needs under greedy-threshold. */
  readonly threshold: Fraction
}

export const defaultOptions: CountOptions = {
  method: 'mes',
  satisfaction: 'cost',
  completion: 'none',
  integral: false,
  exhaustive: false,
  increment: { p: 1n, q: 1n },
  comparison: 'none',
  ties: [],
  seed: '',
  threshold: { p: 0n, q: 1n },
}

/** Two or more projects are exactly equal and the declared order does not part them. */
export class UnbrokenTie extends Error {
  constructor(readonly projects: readonly string[]) {
    super(`Tie between ${projects.join(', ')}`)
  }
}

/** The options do not fit the election, as Borda without rankings. */
export class UnfitOptions extends Error {}
