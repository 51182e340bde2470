/** What a ballot may say, and how two readings of a paper one are compared. Pure. */

import type { VoteKind } from './rules'

export type Choosable = { number: number; cost: bigint }
export type BallotProblem = 'empty' | 'unknown' | 'too-dear'

/**
 * Whether a ballot fits the rule. Approval: any number of proposals, one at least. Within the money: no dearer together
 * than the budget.
 *
 * @param budget lek
 */
export function checkBallot(
  choices: readonly number[],
  rule: { voteKind: VoteKind; budget: bigint; proposals: readonly Choosable[] },
): BallotProblem | null {
  if (choices.length === 0) return 'empty'
  const costs = new Map(rule.proposals.map(({ number, cost }) => [number, cost]))
  if (choices.some((number) => !costs.has(number))) return 'unknown'
  if (rule.voteKind === 'knapsack' && costOf(choices, rule.proposals) > rule.budget) return 'too-dear'
  return null
}

/** Lek. */
export function costOf(choices: readonly number[], proposals: readonly Choosable[]): bigint {
  const chosen = new Set(choices)
  return proposals.reduce((sum, { number, cost }) => (chosen.has(number) ? sum + cost : sum), 0n)
}

/** Each proposal once, in order: two ballots that say the same are the same. */
export const orderedChoices = (choices: readonly number[]): number[] => [...new Set(choices)].sort((a, b) => a - b)

export type Reading = { round: number; staffId: string; choices: readonly number[] }
export type PaperState =
  /** A reading is awaited from somebody who has not read this ballot. */
  | { kind: 'awaits'; round: 1 | 2 | 3 }
  /** Two readings say the same. */
  | { kind: 'agreed'; choices: number[] }
  /** Three persons read three ballots: the paper is looked at together, and all is typed again. */
  | { kind: 'differs' }

/** What the readings of one paper ballot give. */
export function paperState(readings: readonly Reading[]): PaperState {
  const texts = readings.map(({ choices }) => orderedChoices(choices).join(' '))
  const agreed = readings.find((_, index) => texts.indexOf(texts[index] ?? '') !== index)
  if (agreed) return { kind: 'agreed', choices: orderedChoices(agreed.choices) }
  if (readings.length >= 3) return { kind: 'differs' }
  return { kind: 'awaits', round: (readings.length + 1) as 1 | 2 | 3 }
}
