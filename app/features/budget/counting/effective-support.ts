import { sign } from './fraction'
import type { Market } from './market'
import { moneyBehind, splitBetween } from './price'
import { unitRoundoff, type Purses } from './purses'
import type { Round } from './shares'

/**
 * Effective support of projects that lost, in percent, cut to a whole number: the most, over all rounds, that their
 * supporters could still have paid together at the ρ of that round with what the round left them, and at the end with
 * all they have left, against the cost. Below 100 it says how much of what was needed they could raise;
 * 100 is a loser that lost a tie. A loser changes
 * no round, so the count itself is the count "with the project set aside". Definition: pabutools,
 * calculate_effective_support.
 */
export class EffectiveSupport {
  private readonly best = new Map<number, number>()

  constructor(
    private readonly market: Market,
    private readonly projects: readonly number[],
  ) {}

  percentOf(project: number): number {
    return this.best.get(project) ?? 0
  }

  afterRound(round: Round, purses: Purses): void {
    for (const c of this.projects) {
      const { least, most } = this.coverage(c, this.priceOf(c, round, purses), purses)
      if (least === most) this.note(c, least)
      else if (most > this.percentOf(c)) this.note(c, this.exactCoverage(c, round, purses))
    }
  }

  atEnd(purses: Purses): void {
    for (const c of this.projects) {
      const needed = this.costOf(c) * purses.ledger.denominator
      if (needed > 0n) this.note(c, Number((100n * moneyBehind(c, this.market, purses)) / needed))
    }
  }

  private note(c: number, percent: number): void {
    if (percent > this.percentOf(c)) this.best.set(c, percent)
  }

  private costOf(c: number): bigint {
    return this.market.election.projects[c]?.cost ?? 0n
  }

  /** The price of a unit of value of project c at the ρ of a round, as a fraction over the ledger's denominator. */
  private exactPriceOf(c: number, { project, n, d }: Round, { ledger }: Purses): { p: bigint; q: bigint } {
    const scales = this.market.scales
    return { p: n * (scales[c] ?? 1n) * ledger.denominator, q: d * (scales[project] ?? 1n) }
  }

  private priceOf(c: number, round: Round, purses: Purses): number {
    const { scales } = this.market
    return (purses.lastPrice / Number(scales[round.project] ?? 1n)) * Number(scales[c] ?? 1n)
  }

  /** In doubles, the percentage cut to a whole number with the error against it and for it. */
  private coverage(c: number, price: number, purses: Purses): { least: number; most: number } {
    const { supporterStarts, supporters, supporterValues, weights } = this.market.profile
    const [from, to] = [supporterStarts[c]!, supporterStarts[c + 1]!]
    let sum = 0
    for (let k = from; k < to; k += 1) {
      sum +=
        Math.min(Math.max(0, purses.money[supporters[k]!]!), price * supporterValues[k]!) * weights[supporters[k]!]!
    }
    const error = sum * 2 * (to - from + 12) * unitRoundoff + this.market.supporters[c]! * purses.slack
    const percent = 100 / Number(this.costOf(c))
    return { least: Math.floor((sum - error) * percent), most: Math.floor((sum + error) * percent) }
  }

  private exactCoverage(c: number, round: Round, purses: Purses): number {
    const { p, q } = this.exactPriceOf(c, round, purses)
    const guess = this.priceOf(c, round, purses)
    const split = splitBetween(c, this.market, purses, guess, guess * 2 ** -40)
    let covered = purses.ledger.moneyOf(split.short) * q + BigInt(split.open) * p
    for (const { money, value, weight } of split.unsure.values()) {
      const asked = BigInt(value) * p
      covered += BigInt(weight) * (sign(money * q - asked) < 0 ? money * q : asked)
    }
    return Number((100n * covered) / (this.costOf(c) * purses.ledger.denominator * q))
  }
}
