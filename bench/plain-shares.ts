import type { Election } from '../app/features/budget/counting'

/**
 * The definition of Equal Shares with cost utilities, written down as it reads, in doubles: every round sorts the
 * supporters of every affordable project by money. It is what the module is measured against, and no part of it. Like
 * the usual implementations it does not look at a project whose effective votes of an earlier round are already worse
 * than the best of this one.
 */
export function plainShares(election: Election, perVoter: number, supporters: readonly number[][]): number[] {
  const costs = election.projects.map(({ cost }) => Number(cost))
  const money = new Array<number>(election.ballots.length).fill(perVoter)
  const votes = new Map(
    costs.flatMap((cost, c) => (cost > 0 && supporters[c]!.length > 0 ? [[c, supporters[c]!.length]] : [])),
  )
  const winners: number[] = []
  for (;;) {
    let best = -1
    let bestVotes = 0
    for (const [c, before] of [...votes].sort(([, a], [, b]) => b - a)) {
      if (before < bestVotes) break
      const now = effectiveVotes(costs[c]!, supporters[c]!, money)
      if (now === 0) votes.delete(c)
      else votes.set(c, now)
      if (now > bestVotes) [best, bestVotes] = [c, now]
    }
    if (best < 0) return winners
    const payment = costs[best]! / bestVotes
    for (const i of supporters[best]!) money[i] = money[i]! > payment ? money[i]! - payment : 0
    votes.delete(best)
    winners.push(best)
  }
}

function effectiveVotes(cost: number, supporters: readonly number[], money: readonly number[]): number {
  const rising = supporters.map((i) => money[i]!).sort((a, b) => a - b)
  if (rising.reduce((sum, b) => sum + b, 0) < cost) return 0
  let left = cost
  for (let k = 0; k < rising.length; k += 1) {
    const payment = left / (rising.length - k)
    if (payment <= rising[k]!) return cost / payment
    left -= rising[k]!
  }
  return 0
}

export function plainSupporters({ projects, ballots }: Election): number[][] {
  const supporters: number[][] = projects.map(() => [])
  ballots.forEach(({ choices }, i) => choices.forEach((c) => supporters[c]!.push(i)))
  return supporters
}

/** Add1 with increment 1, then the utilitarian completion, as the definition reads. */
export function plainAdd1u(election: Election): number[] {
  const supporters = plainSupporters(election)
  const [voters, budget] = [election.ballots.length, Number(election.budget)]
  const costOf = (chosen: number[]) => chosen.reduce((sum, c) => sum + Number(election.projects[c]!.cost), 0)
  let winners = plainShares(election, budget / voters, supporters)
  for (let perVoter = budget / voters + 1; ; perVoter += 1) {
    const next = plainShares(election, perVoter, supporters)
    if (costOf(next) > budget) break
    winners = next
  }
  const rest = election.projects.map((_, c) => c).sort((a, b) => supporters[b]!.length - supporters[a]!.length)
  for (const c of rest) if (!winners.includes(c) && costOf([...winners, c]) <= budget) winners.push(c)
  return winners
}
