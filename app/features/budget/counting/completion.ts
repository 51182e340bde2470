import { add, fraction, multiply, type Fraction } from './fraction'
import type { Market } from './market'
import { runShares, type Run } from './shares'
import type { CountOptions, Election } from './types'

type Steps = Pick<CountOptions, 'integral' | 'exhaustive' | 'increment'>

/**
 * Equal Shares with or without Add1: the endowment is raised by `increment` currency units a voter as long as the
 * winners still fit into the real budget; with `exhaustive` it is also left alone once nothing more fits. When all
 * projects together fit into the budget, Add1 is not needed and not done. Throws UnbrokenTie.
 */
export function sharesWithAdd1(market: Market, add1: boolean, steps: Steps): Run {
  const { election } = market
  const raised = add1 && costOf(election, everyProject(election)) > election.budget
  const run = runShares(market, firstEndowment(election, raised && steps.integral))
  if (run === null) throw new Error('A run without a limit always ends')
  return raised ? raise(market, run, steps) : run
}

function raise(market: Market, first: Run, { exhaustive, increment }: Steps): Run {
  const { election } = market
  const step = multiply(increment, fraction(10n ** BigInt(election.places)))
  let run = first
  // With everything bought that anybody wants, more money would change nothing for ever.
  while (run.rounds.length < market.onSale.length + market.free.length) {
    if (exhaustive && isExhaustive(election, winnersOf(run))) return run
    const next = runShares(market, add(run.endowment, step), election.budget)
    if (next === null) return run
    run = next
  }
  return run
}

/** Money units a voter: an equal share of the budget, cut to whole currency units with `integral`. */
function firstEndowment({ budget, ballots, places }: Election, integral: boolean): Fraction {
  const voters = BigInt(ballots.length)
  if (voters === 0n) return fraction(0n)
  const unit = 10n ** BigInt(places)
  return integral ? fraction((budget / unit / voters) * unit) : fraction(budget, voters)
}

export function winnersOf(run: Run): number[] {
  return run.rounds.map(({ project }) => project)
}

/** No project left out fits into what the winners leave of the budget. */
export function isExhaustive(election: Election, winners: readonly number[]): boolean {
  const left = election.budget - costOf(election, winners)
  const won = new Set(winners)
  return election.projects.every(({ cost }, c) => won.has(c) || cost > left)
}

export function costOf({ projects }: Pick<Election, 'projects'>, chosen: readonly number[]): bigint {
  return chosen.reduce((sum, c) => sum + (projects[c]?.cost ?? 0n), 0n)
}

export function everyProject({ projects }: Pick<Election, 'projects'>): number[] {
  return projects.map((_, c) => c)
}
