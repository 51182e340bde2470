import { lowerBound, firstBound } from './bound'
import { fraction, type Fraction } from './fraction'
import type { Market } from './market'
import { exactPrice, limitsOf, unsureKey, type Price } from './price'
import { openPurses, slackAfter, unitRoundoff, type Purses } from './purses'
import { firstOf } from './ties'

/** One purchase. ρ = n / (d · scale), the price of a unit of value is n / d money units. */
export type Round = { readonly project: number; readonly n: bigint; readonly d: bigint }

export type Run = { readonly endowment: Fraction; readonly rounds: readonly Round[]; readonly cost: bigint }

/** Looks on while a run goes: at every payment, and at the purses after every round. */
export type Watcher = {
  paid?(round: number, ballot: number, each: number): void
  bought?(round: Round, purses: Purses): void
  ended?(purses: Purses): void
}

/**
 * The Method of Equal Shares for additive utilities (Peters, Pierczyński, Skowron: Proportional Participatory Budgeting
 * with Additive Utilities, NeurIPS 2021, section 3), exactly. Every voter starts with `endowment` money units; each
 * round buys the project with the least ρ such that Σ min(money, ρ·utility) = cost, until none is affordable.
 * Null as soon as the winners cost more than `limit`. Throws UnbrokenTie.
 */
export function runShares(market: Market, endowment: Fraction, limit?: bigint, watcher: Watcher = {}): Run | null {
  const purses = openPurses(market, endowment)
  const bounds = new Map(market.onSale.map((c) => [c, firstBound(c, market)]))
  const rounds: Round[] = market.free.map((project) => ({ project, n: 0n, d: 1n }))
  let cost = 0n
  for (let sale = nextSale(market, purses, bounds); sale !== null; sale = nextSale(market, purses, bounds)) {
    cost += market.election.projects[sale.project]?.cost ?? 0n
    if (limit !== undefined && cost > limit) return null
    rounds.push(charge(sale, market, purses, watcher))
    bounds.delete(sale.project)
  }
  watcher.ended?.(purses)
  return { endowment, rounds, cost }
}

type Sale = { readonly project: number; readonly price: Price }

/**
 * The affordable project with the least ρ. Projects are taken in the order of their lower bounds; one that has not been
 * looked at in this round gets a better bound, one that has gets its exact price. Once the next bound is above the best
 * exact ρ, no other project can be as good: the others are ruled out by doubles, the winner is found in fractions.
 */
function nextSale(market: Market, purses: Purses, bounds: Map<number, number>): Sale | null {
  const fresh = new Set<number>()
  const settled = new Set<number>()
  let best: Sale[] = []
  for (;;) {
    const c = leastBound(market, bounds, settled)
    if (c === null || rhoBound(market, c, bounds) > bestRho(market, best)) break
    if (!fresh.has(c)) {
      fresh.add(c)
      raise(c, market, purses, bounds)
    } else {
      settled.add(c)
      const price = exactPrice(c, market, purses, bounds.get(c) ?? 0)
      if (price === null) bounds.delete(c)
      else best = better(market, best, { project: c, price })
    }
  }
  if (best.length === 0) return null
  const project = firstOf(
    best.map((sale) => sale.project),
    market.breakTie,
    market.election,
  )
  return best.find((sale) => sale.project === project) ?? null
}

function raise(c: number, market: Market, purses: Purses, bounds: Map<number, number>): void {
  const bound = lowerBound(c, market, purses, bounds.get(c) ?? 0)
  // Money never comes back: what is out of reach now is out of reach for good.
  if (bound === Infinity) bounds.delete(c)
  else bounds.set(c, bound)
}

function leastBound(market: Market, bounds: Map<number, number>, settled: Set<number>): number | null {
  let [least, found]: [number, number | null] = [Infinity, null]
  for (const [c, bound] of bounds) {
    const rho = bound / Number(market.scales[c])
    if (rho < least && !settled.has(c)) [least, found] = [rho, c]
  }
  return found
}

/** A lower bound of ρ, rounded down. */
function rhoBound(market: Market, c: number, bounds: Map<number, number>): number {
  return ((bounds.get(c) ?? 0) / Number(market.scales[c])) * (1 - 4 * unitRoundoff)
}

/** The best exact ρ so far, rounded up. */
function bestRho(market: Market, [sale]: Sale[]): number {
  if (sale === undefined) return Infinity
  return (sale.price.value / Number(market.scales[sale.project])) * (1 + 8 * unitRoundoff)
}

/** The best so far and those exactly equal to it. */
function better(market: Market, best: Sale[], sale: Sale): Sale[] {
  const [first] = best
  if (first === undefined) return [sale]
  const side = (a: Sale, b: Sale) => a.price.n * b.price.open * (market.scales[b.project] ?? 1n)
  const [mine, theirs] = [side(sale, first), side(first, sale)]
  return mine < theirs ? [sale] : mine === theirs ? [...best, sale] : best
}

/** Takes the price from every supporter, or all they have, and opens the next round. */
function charge({ project, price }: Sale, market: Market, purses: Purses, watcher: Watcher): Round {
  const round = purses.ledger.rounds
  collect(project, price, market, purses, (ballot, each) => watcher.paid?.(round, ballot, each))
  const made = { project, n: price.n, d: price.open * purses.ledger.denominator }
  purses.bought[project] = round
  purses.ledger.charge(price.n, price.open)
  purses.slack = slackAfter(purses.ledger.rounds, purses.endowment)
  purses.lastPrice = price.value
  watcher.bought?.(made, purses)
  return made
}

type Paid = (ballot: number, each: number) => void

function collect(project: number, price: Price, market: Market, purses: Purses, paid: Paid): void {
  const { supporterStarts, supporters, supporterValues } = market.profile
  const { money, spent, slack } = purses
  const { low, high } = limitsOf(price)
  for (let k = supporterStarts[project]!; k < supporterStarts[project + 1]!; k += 1) {
    // `!`: the indices are the profile's own.
    const [g, value] = [supporters[k]!, supporterValues[k]!]
    const before = money[g]!
    const keeps =
      before > high * value + slack || (before >= low * value - slack && keepsMoney(g, value, price, market, purses))
    if (spent[g] === 1) continue
    money[g] = keeps ? before - price.value * value : 0
    if (!keeps) spent[g] = 1
    paid(g, keeps ? price.value * value : before)
  }
}

/** For the unsure: what the exact comparison said. */
function keepsMoney(g: number, value: number, price: Price, market: Market, purses: Purses): boolean {
  return purses.spent[g] === 0 && price.keeping.has(unsureKey(g, value, market, purses))
}

/** ρ of a round as a fraction in lowest terms. Costs a greatest common divisor of long numbers: for reports only. */
export function rhoOf({ project, n, d }: Round, { scales }: Market): Fraction {
  return n === 0n ? fraction(0n) : fraction(n, d * (scales[project] ?? 1n))
}
