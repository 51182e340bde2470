import { sign, toDouble } from './fraction'
import type { Tally } from './ledger'
import type { Market } from './market'
import { addBallot, historyOf, type Purses } from './purses'

/** Supporters whose money a double cannot place above or below a price; one entry for all with the same exact money. */
type Unsure = { readonly value: number; readonly money: bigint; weight: number }

/** The supporters of a project parted at a price: surely below it (`short`), surely not (`open`), and the unsure. */
export type Split = { short: Tally; open: number; readonly unsure: Map<string, Unsure> }

/**
 * The exact price of a unit of value: n / (denominator of the ledger · open), with what is needed to charge it again
 * from the same purses: the doubles it was parted at and the histories that keep money.
 */
export type Price = {
  readonly n: bigint
  readonly open: bigint
  readonly value: number
  readonly guess: number
  readonly band: number
  readonly keeping: ReadonlySet<string>
}

/**
 * The exact price of project c, or null when its supporters' money is exactly too little.
 *
 * Supporters are parted in doubles at guess ± band, those between are compared exactly. The price that follows proves
 * itself: if it lies within the band, everybody was parted rightly and it solves Σ min(money, price·value) = cost. If
 * not, the band grows until it does; with a band as wide as the guess everybody is compared exactly.
 */
export function exactPrice(c: number, market: Market, purses: Purses, guess: number): Price | null {
  const cost = (market.election.projects[c]?.cost ?? 0n) * purses.ledger.denominator
  for (let band = guess * 2 ** -30; ; band *= 2 ** 10) {
    const split = splitBetween(c, market, purses, guess, band)
    const solved = solve(split, cost, purses)
    if (solved === null && moneyBehind(c, market, purses) < cost) return null
    if (solved === null) continue
    const value = toDouble(solved.n, solved.open * purses.ledger.denominator)
    if (Math.abs(value - guess) <= band * (1 - 2 ** -20)) return { ...solved, value, guess, band }
  }
}

/** Everything the supporters of project c have left, times the ledger's denominator. */
export function moneyBehind(c: number, market: Market, purses: Purses): bigint {
  const { supporterStarts, supporters, weights } = market.profile
  const tally = purses.ledger.emptyTally()
  for (const g of supporters.subarray(supporterStarts[c], supporterStarts[c + 1])) {
    if (purses.spent[g] === 0) addBallot(tally, g, market, purses, weights[g]!)
  }
  return purses.ledger.moneyOf(tally)
}

/**
 * Where a supporter with money b stands to a price known to lie within guess ± band: below it for sure when
 * b < low·value − slack, not below it for sure when b > high·value + slack.
 */
export function limitsOf({ guess, band }: Pick<Price, 'guess' | 'band'>): { low: number; high: number } {
  return { low: guess - band, high: guess + band }
}

export function splitBetween(c: number, market: Market, purses: Purses, guess: number, band: number): Split {
  const { supporterStarts, supporters, supporterValues, supporterWeights } = market.profile
  const { money, spent, slack } = purses
  const { low, high } = limitsOf({ guess, band })
  const split: Split = { short: purses.ledger.emptyTally(), open: 0, unsure: new Map() }
  for (let k = supporterStarts[c]!; k < supporterStarts[c + 1]!; k += 1) {
    // `!`: the indices are the profile's own.
    const [g, value] = [supporters[k]!, supporterValues[k]!]
    if (money[g]! > high * value + slack) split.open += supporterWeights[k]! * value
    else if (spent[g] === 1) continue
    else if (money[g]! < low * value - slack) addBallot(split.short, g, market, purses, supporterWeights[k]!)
    else addUnsure(split.unsure, g, value, market, purses)
  }
  return split
}

export function unsureKey(g: number, value: number, market: Market, purses: Purses): string {
  return `${value} | ${historyOf(g, market, purses)}`
}

function addUnsure(unsure: Split['unsure'], g: number, value: number, market: Market, purses: Purses): void {
  const weight = market.profile.weights[g]!
  const key = unsureKey(g, value, market, purses)
  const known = unsure.get(key)
  if (known !== undefined) return void (known.weight += weight)
  const one = purses.ledger.emptyTally()
  addBallot(one, g, market, purses, 1)
  unsure.set(key, { value, money: purses.ledger.moneyOf(one), weight })
}

type Solved = Pick<Price, 'n' | 'open' | 'keeping'>

/** The price by the definition: the poorest of the unsure, by money a unit of value, give all they have, one by one. */
function solve(split: Split, cost: bigint, { ledger }: Purses): Solved | null {
  const ascending = [...split.unsure.values()].sort((a, b) =>
    sign(a.money * BigInt(b.value) - b.money * BigInt(a.value)),
  )
  let n = cost - ledger.moneyOf(split.short)
  let open = ascending.reduce((sum, { value, weight }) => sum + BigInt(value * weight), BigInt(split.open))
  for (const { money, value, weight } of ascending) {
    if (money * open >= n * BigInt(value)) break
    n -= money * BigInt(weight)
    open -= BigInt(value * weight)
  }
  if (open === 0n) return null
  const keeps = ([, { money, value }]: [string, Unsure]) => money * open > n * BigInt(value)
  return { n, open, keeping: new Set([...split.unsure].filter(keeps).map(([key]) => key)) }
}
