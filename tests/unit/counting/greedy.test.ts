import { describe, expect, it } from 'vitest'
import { fraction } from '~/features/budget/counting/fraction'
import { scoresOf } from '~/features/budget/counting/greedy'
import type { Election } from '~/features/budget/counting'
import { approval, winnersOf } from '../../support/elections'

const greedy = { method: 'greedy' as const }

describe('greedy', () => {
  const election = approval(100, { a: 60, b: 50, c: 40, d: 10 }, ['9× a', '8× b', '7× c', '6× d'])

  it('takes the most votes first and passes over what does not fit', () => {
    expect(winnersOf(election, greedy)).toEqual(['a', 'c'])
    expect(winnersOf({ ...election, budget: 75n }, greedy)).toEqual(['a', 'd'])
  })

  it('no-skip stops at the first that does not fit', () => {
    expect(winnersOf(election, { method: 'greedy-no-skip' })).toEqual(['a'])
    expect(winnersOf({ ...election, budget: 160n }, { method: 'greedy-no-skip' })).toEqual(['a', 'b', 'c', 'd'])
  })

  it('threshold leaves out what has fewer votes than it asks for', () => {
    const option = (threshold: bigint) => ({ method: 'greedy-threshold' as const, threshold: fraction(threshold) })
    expect(winnersOf(election, option(7n))).toEqual(['a', 'c'])
    expect(winnersOf(election, option(8n))).toEqual(['a'])
    expect(winnersOf({ ...election, budget: 110n }, option(0n))).toEqual(['a', 'b'])
  })

  it('equals that all fit need no order', () => {
    expect(winnersOf(approval(20, { a: 10, b: 10 }, ['a b']), greedy)).toEqual(['a', 'b'])
  })

  it('equals of which only some fit are a tie, unless the declared order parts them', () => {
    const tied = approval(15, { a: 10, b: 10, c: 5 }, ['2× a b', 'c'])
    expect(winnersOf(tied, greedy)).toEqual(['tie: a, b'])
    expect(winnersOf(tied, { ...greedy, ties: ['lexico'] })).toEqual(['a', 'c'])
    expect(winnersOf(tied, { method: 'greedy-no-skip' })).toEqual(['tie: a, b'])
  })

  it('equals of which none fits are passed over without a tie', () => {
    expect(winnersOf(approval(9, { a: 10, b: 11, c: 5 }, ['2× a b', 'c']), greedy)).toEqual(['c'])
  })

  it('an exact budget is spent to the last unit', () => {
    expect(winnersOf(approval(30, { a: 10, b: 20 }, ['2× a', 'b']), greedy)).toEqual(['a', 'b'])
  })

  it('ranks by votes a unit of money with cardinality', () => {
    const election = approval(60, { dear: 60, cheap: 10 }, ['5× dear', '2× cheap'])
    expect(winnersOf(election, greedy)).toEqual(['dear'])
    expect(winnersOf(election, { ...greedy, satisfaction: 'cardinality' })).toEqual(['cheap'])
  })
})

describe('scores', () => {
  const base = approval(10, { a: 5, b: 5, c: 5 }, [])

  it('count ballots, add points, and give a ranking length − place + 1', () => {
    expect(scoresOf({ ...base, ballots: [{ choices: [0, 1] }, { choices: [1] }] })).toEqual([1n, 2n, 0n])
    const pointed: Election = { ...base, voteType: 'cumulative', ballots: [{ choices: [0, 2], points: [3, 4] }] }
    expect(scoresOf(pointed)).toEqual([3n, 0n, 4n])
    const ranked: Election = { ...base, voteType: 'ordinal', ballots: [{ choices: [2, 0, 1] }, { choices: [1] }] }
    expect(scoresOf(ranked)).toEqual([2n, 2n, 3n])
  })
})

describe('options that do not fit the ballots', () => {
  it('are refused in words', () => {
    const election = approval(10, { a: 5 }, ['a'])
    expect(winnersOf(election, { satisfaction: 'cumulative' })).toEqual([
      'options: cumulative needs points, not approval',
    ])
    expect(winnersOf(election, { satisfaction: 'borda' })).toEqual(['options: borda needs ranks, not approval'])
    expect(winnersOf(election, { increment: fraction(0n) })).toEqual(['options: The increment must be more than 0'])
  })
})
