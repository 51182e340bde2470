import { toDouble, type Fraction } from './fraction'
import { Ledger, type Tally } from './ledger'
import type { Market } from './market'

/** Half the distance from 1 to the next double: the relative error of one rounded operation. */
export const unitRoundoff = 2 ** -53

/**
 * Every voter's money during one run: as doubles to look up fast, and exactly through the ledger.
 * Invariant: for every ballot g not yet spent, |money[g] − exact money| ≤ slack. The first double has an error of one
 * rounding; each round subtracts a price correctly rounded from its exact fraction, times a whole number, and adds less
 * than 5 roundings of amounts no larger than the endowment. Errors never feed into prices, so they do not grow beyond
 * this sum. `slack` allows 16 a round, which leaves room for the roundings of the comparisons it is used in.
 */
export type Purses = {
  readonly money: Float64Array
  /** 1 once the exact money is 0; then `money` is 0 too. */
  readonly spent: Uint8Array
  readonly ledger: Ledger
  /** 1 once project c has been bought. */
  readonly bought: Int32Array
  readonly endowment: number
  slack: number
  /** The last round's price of a unit of value, correctly rounded. */
  lastPrice: number
}

export function openPurses({ profile, election }: Market, start: Fraction): Purses {
  const endowment = toDouble(start.p, start.q)
  return {
    money: new Float64Array(profile.weights.length).fill(endowment),
    spent: new Uint8Array(profile.weights.length).fill(start.p === 0n ? 1 : 0),
    ledger: new Ledger(start),
    bought: new Int32Array(election.projects.length).fill(-1),
    endowment,
    slack: slackAfter(0, endowment),
    lastPrice: 0,
  }
}

export function slackAfter(rounds: number, endowment: number): number {
  return (rounds + 2) * 16 * unitRoundoff * endowment
}

/** Adds the voters of ballot g, who must not have spent everything, to a tally. */
export function addBallot(tally: Tally, g: number, { profile }: Market, { bought }: Purses, weight: number): void {
  const { starts, choices, values } = profile
  const { paid } = tally
  tally.voters += weight
  // `!` here and below: indices come from the profile's own arrays.
  for (let i = starts[g]!; i < starts[g + 1]!; i += 1) {
    const round = bought[choices[i]!]!
    if (round >= 0) paid[round]! += weight * values[i]!
  }
}

/** What ballot g has paid for, as a text: equal texts have exactly equal money. */
export function historyOf(g: number, { profile }: Market, { bought }: Purses): string {
  const { starts, choices, values } = profile
  let history = ''
  for (let i = starts[g]!; i < starts[g + 1]!; i += 1) {
    if (bought[choices[i]!]! >= 0) history += `${choices[i]}:${values[i]} `
  }
  return history
}
