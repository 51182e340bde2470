import { describe, expect, it } from 'vitest'
import { formatFraction, fraction } from '~/features/budget/counting/fraction'
import { count, defaultOptions, type CountOptions, type Election } from '~/features/budget/counting'
import { approval, winnersOf } from '../../support/elections'

function outcomeOf(election: Election, options: Partial<CountOptions>) {
  const result = count(election, { ...defaultOptions, ties: ['minCost', 'lexico'], ...options })
  if (!result.ok) throw new Error(result.error)
  return result.outcome
}

/** Ten voters with 10 each; b's four and c's two cannot pay alone, until the endowments grow. */
const election = approval(100, { a: 40, b: 48, c: 22 }, ['4× a', '4× b', '2× c'])

const endowmentOf = (options: Partial<CountOptions>, of = election) =>
  formatFraction(outcomeOf(of, options).run?.endowment ?? fraction(0n))

describe('completion', () => {
  it('none leaves the rest of the money alone', () => {
    expect(winnersOf(election)).toEqual(['a'])
  })

  it('utilitarian adds by votes what still fits, after the winners', () => {
    const tied = { ties: ['minCost' as const] }
    expect(outcomeOf(election, { completion: 'utilitarian', ...tied }).added).toEqual([1])
    expect(winnersOf(election, { completion: 'utilitarian' })).toEqual(['a', 'b'])
  })

  it('add1 raises the endowments as long as the winners fit into the real budget', () => {
    const outcome = outcomeOf(election, { completion: 'add1' })
    expect(outcome.winners).toEqual([0, 2])
    // At 11 voters of c can pay 22; at 12 those of b pay 48 too, 110 in all: too much.
    expect(endowmentOf({ completion: 'add1' })).toBe('11')
    expect(outcome.cost).toBe(62n)
  })

  it('add1u adds by votes to what add1 found', () => {
    const richer = { ...election, budget: 108n }
    expect(outcomeOf(richer, { completion: 'add1u' }).winners).toEqual([0, 2])
    const cheaper = approval(108, { a: 40, b: 48, c: 22, d: 30 }, ['4× a', '4× b', '2× c'])
    expect(outcomeOf(cheaper, { completion: 'add1u' }).winners).toEqual([0, 2, 3])
  })

  it('exhaustive stops raising once nothing more fits', () => {
    const full = approval(100, { a: 60, b: 70 }, ['6× a', '4× b'])
    expect(endowmentOf({ completion: 'add1', exhaustive: true }, full)).toBe('10')
    expect(endowmentOf({ completion: 'add1' }, full)).toBe('17')
  })

  it('what fits to the last unit does still fit', () => {
    const exact = approval(100, { a: 40, b: 60, c: 70 }, ['4× a', '4× b', '2× c'])
    expect(endowmentOf({ completion: 'add1', exhaustive: true }, exact)).toBe('15')
    expect(winnersOf(exact, { completion: 'add1', exhaustive: true, ties: ['minCost'] })).toEqual(['a', 'b'])
  })

  it('increment says how many currency units a step is, also parts of one', () => {
    expect(endowmentOf({ completion: 'add1', increment: fraction(3n, 2n) })).toBe('23/2')
    expect(endowmentOf({ completion: 'add1', increment: fraction(5n) })).toBe('10')
    const cents: Election = { ...election, places: 2 }
    expect(endowmentOf({ completion: 'add1', increment: fraction(1n, 100n) }, cents)).toBe('11')
  })

  it('integral starts from whole currency units a voter, with add1 only', () => {
    const odd = { ...election, budget: 107n }
    expect(endowmentOf({ integral: true }, odd)).toBe('107/10')
    expect(endowmentOf({ completion: 'add1' }, odd)).toBe('117/10')
    expect(endowmentOf({ completion: 'add1', integral: true }, odd)).toBe('11')
    const cents: Election = { ...odd, places: 1 }
    expect(endowmentOf({ completion: 'add1', integral: true, increment: fraction(1n, 10n) }, cents)).toBe('11')
  })

  it('add1 is left out when all projects together fit', () => {
    const roomy = { ...election, budget: 110n }
    expect(endowmentOf({ completion: 'add1' }, roomy)).toBe('11')
    expect(endowmentOf({ completion: 'add1' }, { ...election, budget: 109n })).toBe('119/10')
  })

  it('add1 ends when everything anybody supports is bought, though more money would never cost more', () => {
    const unloved = approval(100, { a: 10, b: 200 }, ['2× a'])
    expect(endowmentOf({ completion: 'add1' }, unloved)).toBe('50')
  })

  it('a tie that only a raised endowment brings about is a tie of the count', () => {
    const tied = approval(100, { a: 50, b: 48, c: 48, d: 60 }, ['5× a', '4× b c', 'd'])
    expect(winnersOf(tied)).toEqual(['a'])
    expect(winnersOf(tied, { completion: 'add1' })).toEqual(['tie: b, c'])
  })
})
