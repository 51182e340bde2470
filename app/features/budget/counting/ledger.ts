import { gcd, type Fraction } from './fraction'

/**
 * Voters added up: how many, and for every round so far the sum of weight × value of those of them who paid in it.
 * Only voters with money left are ever added up, and each of those paid price × value in full in every round in which
 * a project they support won. So a tally is all one needs to know their money exactly.
 */
export type Tally = { voters: number; readonly paid: Float64Array }

/**
 * The exact money of every voter, without storing it. After t rounds every amount is a whole number over one common
 * denominator D(t) = D(0)·d(1)·…·d(t), where round t's price a unit of value was n(t) / D(t).
 */
export class Ledger {
  private readonly start: bigint
  private readonly prices: { n: bigint; d: bigint }[] = []
  denominator: bigint

  constructor(endowment: Fraction) {
    this.start = endowment.p
    this.denominator = endowment.q
  }

  get rounds(): number {
    return this.prices.length
  }

  emptyTally(): Tally {
    return { voters: 0, paid: new Float64Array(this.rounds) }
  }

  /** Σ of the money the voters of the tally have left, times the denominator; Horner's scheme over the rounds. */
  moneyOf({ voters, paid }: Tally): bigint {
    let money = BigInt(voters) * this.start
    this.prices.forEach(({ n, d }, t) => {
      money = money * d - BigInt(paid[t] ?? 0) * n
    })
    return money
  }

  /** Notes a round whose price a unit of value is n / (denominator · open). */
  charge(n: bigint, open: bigint): void {
    const common = gcd(open, n % open)
    const d = open / common
    this.prices.push({ n: n / common, d })
    this.denominator *= d
  }
}
