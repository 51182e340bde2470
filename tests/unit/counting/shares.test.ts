import { describe, expect, it } from 'vitest'
import { compare, formatFraction, fraction } from '~/features/budget/counting/fraction'
import { marketOf } from '~/features/budget/counting/market'
import { moneyBehind } from '~/features/budget/counting/price'
import { rhoOf, runShares } from '~/features/budget/counting/shares'
import { defaultOptions, type Election, type Satisfaction, type VoteType } from '~/features/budget/counting'
import { approval, randomElection, slowShares, winnersOf } from '../../support/elections'

function runOf(election: Election, satisfaction: Satisfaction = 'cost', perVoter?: bigint) {
  const list = election.projects.map(({ id }) => id)
  const market = marketOf(election, { ...defaultOptions, satisfaction, ties: [{ list }] })
  const endowment =
    perVoter === undefined ? fraction(election.budget, BigInt(election.ballots.length)) : fraction(perVoter)
  const left: { all: bigint[]; denominator: bigint } = { all: [], denominator: 1n }
  const run = runShares(market, endowment, undefined, {
    ended(purses) {
      left.all = election.projects.map((_, c) => moneyBehind(c, market, purses))
      left.denominator = purses.ledger.denominator
    },
  })
  if (run === null) throw new Error('no limit was set')
  const rounds = run.rounds.map((round) => [election.projects[round.project]?.id, formatFraction(rhoOf(round, market))])
  return { rounds, run, market, left }
}

describe('Equal Shares by hand', () => {
  it('buys the project with the most votes for its price and shares the cost equally', () => {
    const election = approval(100, { hall: 60, path: 30 }, ['6× hall path', '4× path'])
    // path: 30/10 = 3 a voter, ρ = 3/30; hall then asks 10 of six voters with 7 left: 42 < 60.
    expect(runOf(election).rounds).toEqual([['path', '1/10']])
  })

  it('lets those with less give all they have, and the others share the rest', () => {
    // 10 each. second: 6 from each of four; first: 4 from each of two, all they have left.
    expect(runOf(approval(40, { first: 8, second: 24 }, ['2× first second', '2× second'])).rounds).toEqual([
      ['second', '1/4'],
      ['first', '1/2'],
    ])
  })

  it('charges unequal voters in proportion to their points', () => {
    const election: Election = {
      ...approval(20, { a: 9 }, []),
      voteType: 'cumulative',
      ballots: [
        { choices: [0], points: [1] },
        { choices: [0], points: [2] },
      ],
    }
    expect(runOf(election, 'cumulative').rounds).toEqual([['a', '3']])
  })

  it('Borda gives the last place nothing, so a project named last by all has no supporter', () => {
    const election: Election = {
      ...approval(20, { a: 6, b: 6 }, []),
      voteType: 'ordinal',
      ballots: [{ choices: [0, 1] }],
    }
    expect(runOf(election, 'borda').rounds).toEqual([['a', '6']])
  })

  it('an empty ballot has its share of the money and leaves it unused', () => {
    expect(winnersOf(approval(20, { a: 10 }, ['a', '']))).toEqual(['a'])
    expect(winnersOf(approval(20, { a: 11 }, ['a', '']))).toEqual([])
  })

  it('a supported project that costs nothing comes first and moves no money', () => {
    const election = approval(20, { a: 20, free: 0, unloved: 0 }, ['2× a free'])
    expect(runOf(election).rounds).toEqual([
      ['free', '0'],
      ['a', '1/2'],
    ])
  })

  it('without voters, projects or money there is nothing to choose', () => {
    expect(winnersOf(approval(20, { a: 1 }, []))).toEqual([])
    expect(winnersOf(approval(20, {}, ['', '']))).toEqual([])
    expect(winnersOf(approval(0, { a: 1 }, ['a']))).toEqual([])
  })

  it('stops a run as soon as the limit is passed', () => {
    const { market } = runOf(approval(100, { a: 30, b: 30 }, ['a b']))
    expect(runShares(market, fraction(100n), 59n)).toBeNull()
    expect(runShares(market, fraction(100n), 60n)?.cost).toBe(60n)
  })
})

const kinds: [VoteType, Satisfaction][] = [
  ['approval', 'cost'],
  ['approval', 'cardinality'],
  ['cumulative', 'cumulative'],
  ['cumulative', 'cost'],
  ['ordinal', 'borda'],
]

describe('Equal Shares against the definition in exact fractions, voter by voter', () => {
  it.each(kinds)(
    '%s ballots, %s: 250 random elections with the same rounds, ρ and money left',
    (voteType, satisfaction) => {
      for (let seed = 1; seed <= 250; seed += 1) {
        const election = randomElection(seed, voteType)
        const slow = slowShares(election, satisfaction, fraction(election.budget, BigInt(election.ballots.length)))
        const fast = runOf(election, satisfaction)
        const expected = slow.rounds.map(({ project, rho }) => [`p${project}`, formatFraction(rho)])
        expect({ seed, rounds: fast.rounds }).toEqual({ seed, rounds: expected })
        expect(moneyLeftDiffers(election, satisfaction, slow.money, fast.left)).toBe(false)
      }
    },
  )
})

function moneyLeftDiffers(
  election: Election,
  satisfaction: Satisfaction,
  money: ReturnType<typeof slowShares>['money'],
  left: { all: bigint[]; denominator: bigint },
): boolean {
  return election.projects.some((_, c) => {
    const mine = election.ballots.flatMap(({ choices, points }, i) => {
      const place = choices.indexOf(c)
      const named = place >= 0 && points?.[place] !== 0 && !(satisfaction === 'borda' && place === choices.length - 1)
      return named ? [money[i] ?? fraction(0n)] : []
    })
    const sum = mine.reduce((a, b) => fraction(a.p * b.q + b.p * a.q, a.q * b.q), fraction(0n))
    return compare(sum, fraction(left.all[c] ?? 0n, left.denominator)) !== 0
  })
}
