import { describe, expect, it } from 'vitest'
import { lowerBound } from '~/features/budget/counting/bound'
import { formatFraction, fraction, toDouble } from '~/features/budget/counting/fraction'
import { marketOf } from '~/features/budget/counting/market'
import { exactPrice } from '~/features/budget/counting/price'
import { openPurses } from '~/features/budget/counting/purses'
import { runShares } from '~/features/budget/counting/shares'
import { defaultOptions, type Election } from '~/features/budget/counting'
import { randomFrom } from '../../../bench/generated-election'
import { approval, randomElection, winnersOf } from '../../support/elections'

describe('a cost met exactly', () => {
  it('is met: 0.1 a voter, ten voters, one unit of money', () => {
    const election: Election = { ...approval(10, { a: 10 }, ['100× a']), places: 1 }
    expect(winnersOf(election)).toEqual(['a'])
  })

  it('a third each, paid three times over, buys three projects and leaves nothing', () => {
    const election = approval(1, { a: 1 }, ['3× a'])
    expect(winnersOf(election)).toEqual(['a'])
    const thirds = approval(10, { a: 1, b: 2, c: 7 }, ['3× a b c'])
    expect(winnersOf(thirds, { ties: ['minCost'] })).toEqual(['a', 'b', 'c'])
  })

  it('one unit too dear in 10^15 is not bought, though doubles see no difference', () => {
    const sum = 10n ** 15n * 3n
    const exact = (cost: bigint) => ({ ...approval(0, { a: 1 }, ['7× a']), budget: sum, projects: [{ id: 'a', cost }] })
    expect(winnersOf(exact(sum))).toEqual(['a'])
    expect(winnersOf(exact(sum + 1n))).toEqual([])
  })

  it('money beyond 2^53 is counted exactly', () => {
    const budget = 2n ** 60n + 1n
    const election = { ...approval(0, { a: 1 }, ['3× a']), budget, projects: [{ id: 'a', cost: budget }] }
    expect(winnersOf(election)).toEqual(['a'])
    expect(winnersOf({ ...election, projects: [{ id: 'a', cost: budget + 1n }] })).toEqual([])
  })

  it('leftovers of several rounds add up to a cost exactly: 1/3, 1/7 and 1/11 of the money', () => {
    const third = approval(231, { a: 77, b: 33, c: 21, rest: 100 }, ['21× a b c rest'])
    expect(winnersOf(third, { ties: ['minCost'] })).toEqual(['c', 'b', 'a', 'rest'])
    const dearer = approval(231, { a: 77, b: 33, c: 21, rest: 101 }, ['21× a b c rest'])
    expect(winnersOf(dearer, { ties: ['minCost'] })).toEqual(['c', 'b', 'a'])
  })
})

describe('two values closer than any double', () => {
  const big = 10n ** 17n

  it('the better one wins, whichever is listed first', () => {
    // Seven voters each; the prices differ by 1 in 10^17, which is less than a rounding of a double.
    const election = (a: bigint, b: bigint): Election => ({
      ...approval(0, { a: 1, b: 1 }, ['7× a', '7× b']),
      budget: big * 2n,
      projects: [
        { id: 'a', cost: a },
        { id: 'b', cost: b },
      ],
    })
    const byCardinality = { satisfaction: 'cardinality' as const }
    expect(winnersOf(election(big, big - 1n), byCardinality)).toEqual(['b', 'a'])
    expect(winnersOf(election(big - 1n, big), byCardinality)).toEqual(['a', 'b'])
    expect(winnersOf(election(big, big), byCardinality)).toEqual(['tie: a, b'])
  })

  it('an exact tie after uneven rounds is seen as a tie', () => {
    // After "x", the voters of a of a and b alike have 10 − 7/3 or 10 left; both ask 4 of four voters.
    const election = approval(80, { x: 14, a: 16, b: 16 }, ['3× x a', 'a', '3× x b', 'b'])
    expect(winnersOf(election)).toEqual(['tie: a, b'])
    expect(winnersOf(election, { ties: ['lexico'] })).toEqual(['x', 'a', 'b'])
  })
})

describe('the lower bound', () => {
  it('never lies above the exact price, in any state of 300 random runs', () => {
    let looked = 0
    for (let seed = 1; seed <= 300; seed += 1) {
      const election = randomElection(seed, seed % 2 ? 'approval' : 'cumulative')
      const satisfaction = seed % 2 ? 'cost' : 'cumulative'
      const market = marketOf(election, { ...defaultOptions, satisfaction, ties: ['lexico'] })
      const check = (purses: ReturnType<typeof openPurses>) => {
        for (const c of market.onSale) {
          if (purses.bought[c] !== -1) continue
          const bound = lowerBound(c, market, purses, 1e-9)
          const price = exactPrice(c, market, purses, bound === Infinity ? 1 : bound)
          if (price === null) continue
          looked += 1
          expect(bound).toBeLessThanOrEqual(toDouble(price.n, price.open * purses.ledger.denominator))
          expect(bound).toBeGreaterThan(price.value * (1 - 1e-9))
        }
      }
      const endowment = fraction(election.budget, BigInt(election.ballots.length))
      check(openPurses(market, endowment))
      runShares(market, endowment, undefined, { bought: (_, purses) => check(purses) })
    }
    expect(looked).toBeGreaterThan(500)
  })

  it('the exact price does not depend on how good the guess is', () => {
    const election = approval(70, { x: 9, a: 20 }, ['3× x a', '4× a', 'x'])
    const market = marketOf(election, defaultOptions)
    const purses = openPurses(market, fraction(70n, 8n))
    const prices = [1e-6, 0.1, 20 / 7, 3, 5, 1000].map((guess) => {
      const price = exactPrice(1, market, purses, guess)
      return price && formatFraction(fraction(price.n, price.open * purses.ledger.denominator))
    })
    expect(new Set(prices)).toEqual(new Set(['20/7']))
  })
})

describe('doubles stay within the promised distance', () => {
  it('after every round of 200 random runs', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const election = randomElection(seed)
      const market = marketOf(election, { ...defaultOptions, ties: ['lexico'] })
      const random = randomFrom(seed)
      runShares(
        market,
        fraction(BigInt(1 + Math.floor(random() * 1000)), BigInt(1 + Math.floor(random() * 97))),
        undefined,
        {
          bought(_, purses) {
            market.profile.weights.forEach((_weight, g) => {
              if (purses.spent[g] === 1) return expect(purses.money[g]).toBe(0)
              const tally = purses.ledger.emptyTally()
              tally.voters = 1
              for (const c of market.profile.choices.subarray(market.profile.starts[g], market.profile.starts[g + 1])) {
                const round = purses.bought[c] ?? -1
                if (round >= 0) tally.paid[round] = 1
              }
              const exact = toDouble(purses.ledger.moneyOf(tally), purses.ledger.denominator)
              expect(Math.abs((purses.money[g] ?? NaN) - exact)).toBeLessThanOrEqual(purses.slack)
            })
          },
        },
      )
    }
  })
})
