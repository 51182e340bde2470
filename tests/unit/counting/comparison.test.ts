import { describe, expect, it } from 'vitest'
import { profileOf } from '~/features/budget/counting/ballots'
import { preferenceBetween, votersWithout } from '~/features/budget/counting/comparison'
import { count, defaultOptions } from '~/features/budget/counting'
import { approval } from '../../support/elections'

describe('comparison', () => {
  // Greedy buys "big"; Equal Shares, with 10 a voter, buys "x" and "y".
  const election = approval(90, { big: 90, x: 30, y: 20 }, ['4× big', '3× x', '2× y'])
  const profile = profileOf(election, 'cost')

  it('counts voters with more winners under one outcome, also those with none under the other', () => {
    expect(preferenceBetween('satisfaction', profile, [1, 2], [0])).toEqual({ shares: 5, greedy: 4 })
  })

  it('exclusionRatio counts voters with a winner under one outcome and none under the other', () => {
    const both = profileOf(approval(90, { big: 90, x: 30, y: 20 }, ['4× big x', '3× x y', '2× y']), 'cost')
    expect(preferenceBetween('exclusionRatio', both, [1, 2], [0])).toEqual({ shares: 5, greedy: 0 })
    expect(preferenceBetween('satisfaction', both, [1, 2], [0, 1])).toEqual({ shares: 5, greedy: 4 })
  })

  it('greedy replaces Equal Shares only if strictly more prefer it', () => {
    const outcome = (ballots: string[], y = 20) => {
      const result = count(approval(90, { big: 90, x: 30, y }, ballots), {
        ...defaultOptions,
        comparison: 'satisfaction',
      })
      return result.ok ? [result.outcome.winners, result.outcome.comparison, result.outcome.cost] : result
    }
    const kept = { shares: 5, greedy: 4, replaced: false }
    expect(outcome(['4× big', '3× x', '2× y'])).toEqual([[1, 2], kept, 50n])
    const swapped = { shares: 3, greedy: 5, replaced: true }
    expect(outcome(['5× big', '3× x', '1× y'])).toEqual([[0], swapped, 90n])
    const even = { shares: 4, greedy: 4, replaced: false }
    expect(outcome(['4× big', '3× x', '1× y', ''], 10)).toEqual([[1, 2], even, 40n])
  })

  it('counts voters with no chosen project, empty ballots among them', () => {
    const some = profileOf(approval(90, { a: 1, b: 1 }, ['4× a', '3× a b', '2× b', '']), 'cost')
    expect([[], [0], [1], [0, 1]].map((won) => votersWithout(some, won))).toEqual([10, 3, 5, 1])
  })
})
