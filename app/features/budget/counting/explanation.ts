import { votersWithout } from './comparison'
import { everyProject } from './completion'
import type { Outcome } from './count'
import { EffectiveSupport } from './effective-support'
import { runShares, type Run } from './shares'

/** Why a project was not chosen, from the last run of Equal Shares. */
export type Loser = {
  readonly project: number
  /** Percent of what would have been needed, cut to a whole number; null under a greedy method. */
  readonly effectiveSupport: number | null
  /** Winners of Equal Shares that its supporters paid for, in the order bought; money units, as a double. */
  readonly spentOn: readonly { readonly project: number; readonly amount: number }[]
  /** Money units its supporters have left, as a double. */
  readonly left: number
}

export type Explanation = {
  readonly losers: readonly Loser[]
  /** Voters none of whose projects was chosen. */
  readonly votersWithNoProject: number
}

/**
 * Explains an outcome. The last run is done once more, with a look at every payment: the same purchases in the same
 * order, so the figures belong to this very count. Amounts are doubles, right to far less than a hundredth of a unit.
 */
export function explain(outcome: Outcome): Explanation {
  const { market, winners, run } = outcome
  const won = new Set(winners)
  const losing = everyProject(market.election).filter((c) => !won.has(c))
  const votersWithNoProject = votersWithout(market.profile, winners)
  if (run === null) return { losers: losing.map(unexplained), votersWithNoProject }
  return { losers: explainLosers(outcome, run, losing), votersWithNoProject }
}

function unexplained(project: number): Loser {
  return { project, effectiveSupport: null, spentOn: [], left: 0 }
}

function explainLosers({ market }: Outcome, run: Run, losing: readonly number[]): Loser[] {
  const { starts, choices, weights } = market.profile
  const support = new EffectiveSupport(market, losing)
  const paying = run.rounds.filter(({ n }) => n > 0n)
  const spent = losing.map(() => new Float64Array(paying.length))
  const rowOf = new Map(losing.map((project, i) => [project, spent[i]]))
  const left = new Map<number, number>()
  runShares(market, run.endowment, undefined, {
    paid(round, ballot, each) {
      // `!`: the indices are the profile's own.
      for (let i = starts[ballot]!; i < starts[ballot + 1]!; i += 1) {
        const row = rowOf.get(choices[i]!)
        if (row !== undefined) row[round]! += each * weights[ballot]!
      }
    },
    bought: (round, purses) => support.afterRound(round, purses),
    ended(purses) {
      support.atEnd(purses)
      for (const project of losing) left.set(project, moneyLeft(market.profile, purses.money, project))
    },
  })
  return losing.map((project, i) => ({
    project,
    effectiveSupport: support.percentOf(project),
    spentOn: paying.flatMap(({ project: winner }, t) =>
      spent[i]![t]! > 0 ? [{ project: winner, amount: spent[i]![t]! }] : [],
    ),
    left: left.get(project) ?? 0,
  }))
}

function moneyLeft(profile: Outcome['market']['profile'], money: Float64Array, c: number): number {
  const { supporters, supporterStarts, weights } = profile
  const mine = supporters.subarray(supporterStarts[c], supporterStarts[c + 1])
  return mine.reduce((sum, g) => sum + Math.max(0, money[g]!) * weights[g]!, 0)
}
