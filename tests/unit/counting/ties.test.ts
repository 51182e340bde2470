import { describe, expect, it } from 'vitest'
import { lotOf, tieBreakerOf } from '~/features/budget/counting/ties'
import type { TieRule } from '~/features/budget/counting'
import { sha256 } from '~/features/budget/counting/sha256'
import { approval, winnersOf } from '../../support/elections'

const election = approval(10, { p10: 5, p9: 5, b: 3, B: 3 }, [])
const groups = (ties: TieRule[], votes = [4, 4, 4, 7], seed = '') =>
  tieBreakerOf(election, () => votes, { ties, seed })([0, 1, 2, 3]).map((group) =>
    group.map((c) => election.projects[c]?.id),
  )

describe('tie order', () => {
  it('without a rule parts nothing', () => {
    expect(groups([])).toEqual([['p10', 'p9', 'b', 'B']])
  })

  it('minCost and maxVotes part what differs and leave the rest together', () => {
    expect(groups(['minCost'])).toEqual([
      ['b', 'B'],
      ['p10', 'p9'],
    ])
    expect(groups(['maxVotes'])).toEqual([['B'], ['p10', 'p9', 'b']])
    expect(groups(['minCost', 'maxVotes'])).toEqual([['B'], ['b'], ['p10', 'p9']])
  })

  it('follows the order in which the rules are declared', () => {
    expect(groups(['maxVotes', 'minCost'])).toEqual([['B'], ['b'], ['p10', 'p9']])
    expect(groups(['maxVotes', 'minCost'], [9, 1, 1, 1])).toEqual([['p10'], ['b', 'B'], ['p9']])
    expect(groups(['minCost', 'maxVotes'], [9, 1, 1, 1])).toEqual([['b', 'B'], ['p10'], ['p9']])
  })

  it('lexico compares ids as text, by code unit', () => {
    expect(groups(['lexico']).flat()).toEqual(['B', 'b', 'p10', 'p9'])
  })

  it('a published list is followed in its order; what it does not name comes last, unparted', () => {
    expect(groups([{ list: ['b', 'p10'] }])).toEqual([['b'], ['p10'], ['p9', 'B']])
  })
})

describe('the lot', () => {
  it('is the SHA-256 of the seed, a line feed and the id', () => {
    expect(lotOf('Elbasan 2027', '9')).toBe(sha256('Elbasan 2027\n9'))
  })

  it('orders all, the same way each time, and differently for other seeds', () => {
    const orders = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => groups(['lot'], undefined, seed).flat().join())
    expect(orders).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => groups(['lot'], undefined, seed).flat().join()))
    expect(new Set(orders).size).toBeGreaterThan(2)
  })

  it('does not depend on the order of the projects', () => {
    const costs = { a: 5, b: 5, c: 5 }
    const turned = { c: 5, b: 5, a: 5 }
    const lot = { ties: ['lot' as const], seed: 'seed' }
    expect(winnersOf(approval(5, turned, ['a b c']), lot)).toEqual(winnersOf(approval(5, costs, ['a b c']), lot))
  })

  it('needs a seed', () => {
    expect(winnersOf(election, { ties: ['lot'] })).toEqual(['options: A lot needs a published seed'])
  })
})

describe('an unbroken tie', () => {
  it('is an error that names exactly the tied projects', () => {
    const tied = approval(10, { a: 5, b: 5, c: 6 }, ['2× a b', 'c'])
    expect(winnersOf(tied)).toEqual(['tie: a, b'])
    expect(winnersOf(tied, { ties: ['minCost', 'maxVotes'] })).toEqual(['tie: a, b'])
    expect(winnersOf(tied, { ties: ['minCost', 'lexico'] })).toEqual(['a'])
  })

  it('names only those the declared order leaves', () => {
    const tied = approval(12, { a: 6, b: 4, c: 4 }, ['2× a b c'])
    expect(winnersOf(tied, { ties: ['minCost'] })).toEqual(['tie: b, c'])
  })
})
