import type { Market } from './market'
import { unitRoundoff, type Purses } from './purses'

/**
 * A proven lower bound, in doubles, for the price m of a unit of value at which the supporters of project c can just
 * pay for it: Σ weight·min(money, m·value) = cost. Infinity when they certainly cannot.
 *
 * Proof. For *any* set S of supporters, cost = Σ min(b, m·v) ≤ Σ_S b + m·Σ_{not S} v, hence
 * m ≥ (cost − Σ_S b) / Σ_{not S} v. Rounding may put a voter on the wrong side of S, but the inequality holds for
 * every S, so only the value of the expression has to be rounded downwards: Σ_S b is raised by the slack of each
 * voter's money and by the error of summing k terms, at most k·2^-53 of the sum; Σ v is a whole number and exact.
 * Taking S = the voters with b < m'·v for the bound m' at hand is Newton's step on a concave function: from the left
 * it climbs to m and stops where S no longer changes.
 *
 * `from` must itself be a lower bound. It may come from an earlier round: money only shrinks, so m only grows.
 */
export function lowerBound(c: number, market: Market, purses: Purses, from: number): number {
  const cost = Number(market.election.projects[c]?.cost ?? 0n) * (1 - 2 * unitRoundoff)
  for (let bound = from; ;) {
    const { paid, open } = splitAt(c, market, purses, bound)
    if (open === 0) return paid < cost ? Infinity : bound
    const next = ((cost - paid) / open) * (1 - 4 * unitRoundoff)
    if (!(next > bound)) return bound
    bound = next
  }
}

/** The lower bound before anybody has paid: S is empty. */
export function firstBound(c: number, { election, profile }: Market): number {
  return (Number(election.projects[c]?.cost ?? 0n) / (profile.totals[c] ?? 1)) * (1 - 4 * unitRoundoff)
}

/** `paid`: an upper bound of the money of supporters with less than price·value; `open`: Σ weight·value of the rest. */
function splitAt(c: number, { profile, supporters }: Market, purses: Purses, price: number) {
  const { supporterStarts, unit } = profile
  const [from, to] = [supporterStarts[c]!, supporterStarts[c + 1]!]
  const { sum, open } = unit ? unitSums(profile, purses, from, to, price) : valueSums(profile, purses, from, to, price)
  return { paid: sum * (1 + 2 * (to - from + 4) * unitRoundoff) + supporters[c]! * purses.slack, open }
}

type Sums = { sum: number; open: number }

/** The two loops in which a count spends its time; `!`: the indices are the profile's own. */
function unitSums(profile: Market['profile'], purses: Purses, from: number, to: number, price: number): Sums {
  const { supporters, supporterWeights } = profile
  const { money } = purses
  let [sum, open] = [0, 0]
  for (let k = from; k < to; k += 1) {
    const b = money[supporters[k]!]!
    if (b < price) sum += b * supporterWeights[k]!
    else open += supporterWeights[k]!
  }
  return { sum, open }
}

function valueSums(profile: Market['profile'], purses: Purses, from: number, to: number, price: number): Sums {
  const { supporters, supporterValues, supporterWeights } = profile
  const { money } = purses
  let [sum, open] = [0, 0]
  for (let k = from; k < to; k += 1) {
    const b = money[supporters[k]!]!
    if (b < price * supporterValues[k]!) sum += b * supporterWeights[k]!
    else open += supporterWeights[k]! * supporterValues[k]!
  }
  return { sum, open }
}
