import { describe, expect, it } from 'vitest'
import { isExhaustive } from '~/features/budget/counting/completion'
import { count, defaultOptions, type CountOptions, type Election } from '~/features/budget/counting'
import { generatedElection, randomFrom } from '../../../bench/generated-election'
import { approval, randomElection, winnersOf } from '../../support/elections'

const seeds = Array.from({ length: 120 }, (_, i) => i + 1)
const lexico = { ties: ['lexico' as const] }
const rules: [string, Partial<CountOptions>][] = [
  ['mes', lexico],
  ['mes, cardinality', { ...lexico, satisfaction: 'cardinality' }],
  ['add1u, exhaustive', { ...lexico, completion: 'add1u', exhaustive: true }],
  ['add1, integral', { ...lexico, completion: 'add1', integral: true }],
  ['utilitarian, compared', { ...lexico, completion: 'utilitarian', comparison: 'satisfaction' }],
  ['greedy', { ...lexico, method: 'greedy' }],
  ['greedy-no-skip', { ...lexico, method: 'greedy-no-skip' }],
]

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = randomFrom(seed)
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** The same election with its projects in another order. */
function reordered(election: Election, seed: number): Election {
  const order = shuffled(
    election.projects.map((_, c) => c),
    seed,
  )
  return {
    ...election,
    projects: order.map((c) => election.projects[c]!),
    ballots: election.ballots.map((ballot) => ({ ...ballot, choices: ballot.choices.map((c) => order.indexOf(c)) })),
  }
}

/** Every voter a second time, and twice the budget. */
function twice(election: Election): Election {
  return { ...election, budget: election.budget * 2n, ballots: [...election.ballots, ...election.ballots] }
}

describe.each(rules)('%s', (_, options) => {
  it('does not depend on the order of ballots', () => {
    for (const seed of seeds) {
      const election = randomElection(seed)
      const turned = { ...election, ballots: shuffled(election.ballots, seed) }
      expect(winnersOf(turned, options)).toEqual(winnersOf(election, options))
    }
  })

  it('does not depend on the order of projects', () => {
    for (const seed of seeds) {
      const election = randomElection(seed)
      expect(winnersOf(reordered(election, seed), options)).toEqual(winnersOf(election, options))
    }
  })

  it('does not depend on the unit of money', () => {
    const integral = options.integral === true
    for (const seed of seeds) {
      const election = randomElection(seed)
      const cents = (units: bigint) => units * 100n
      const scaled: Election = {
        ...election,
        // An endowment in whole currency units knows its unit; there, cents stay cents of the same money.
        places: 2,
        budget: cents(election.budget),
        projects: election.projects.map(({ id, cost }) => ({ id, cost: cents(cost) })),
      }
      expect(winnersOf(scaled, options)).toEqual(winnersOf(election, options))
      if (integral || options.completion !== undefined) continue
      expect(winnersOf({ ...scaled, places: 0 }, options)).toEqual(winnersOf(election, options))
    }
  })
})

describe('Equal Shares', () => {
  it('keeps the winners, and ρ halves, when voters, budget and prices are all there twice', () => {
    for (const seed of seeds) {
      const election = randomElection(seed)
      const projects = election.projects.map(({ id, cost }) => ({ id, cost: cost * 2n }))
      expect(winnersOf({ ...twice(election), projects }, lexico)).toEqual(winnersOf(election, lexico))
    }
  })

  it('with voters and budget twice and the same prices, is the count in which each voter has twice as much', () => {
    for (const seed of seeds) {
      const election = randomElection(seed)
      const richer = { ...election, budget: election.budget * 2n }
      expect(winnersOf(twice(election), lexico)).toEqual(winnersOf(richer, lexico))
    }
  })

  it('never spends more than the budget, with any completion', () => {
    for (const seed of seeds) {
      const election = randomElection(seed)
      for (const completion of ['none', 'utilitarian', 'add1', 'add1u'] as const) {
        const result = count(election, { ...defaultOptions, ...lexico, completion })
        expect(result.ok && result.outcome.cost <= election.budget).toBe(true)
      }
    }
  })

  it('gives a group of n % with common approvals n % of the money, at whatever share', () => {
    for (let share = 1; share <= 99; share += 7) {
      const group = Array.from({ length: 100 }, (_, i) => `g${i}`)
      const others = Array.from({ length: 100 }, (_, i) => `o${i}`)
      const costs = Object.fromEntries([...group, ...others].map((id) => [id, 10]))
      const election = approval(1000, costs, [`${share}× ${group.join(' ')}`, `${100 - share}× ${others.join(' ')}`])
      const won = winnersOf(election, lexico).filter((id) => id.startsWith('g'))
      expect(won.length).toBe(share)
    }
  })

  it('leaves no cohesive group with money for a common project (extended justified representation up to one)', () => {
    for (const seed of seeds) {
      const election = randomElection(seed)
      const won = new Set(winnersOf(election, { ...lexico, satisfaction: 'cardinality' }))
      election.projects.forEach(({ id, cost }, c) => {
        const fans = election.ballots.filter(({ choices }) => choices.includes(c))
        const deserved = BigInt(fans.length) * election.budget >= cost * BigInt(election.ballots.length)
        const someoneHasOne = fans.some(({ choices }) => choices.some((x) => won.has(election.projects[x]?.id ?? '')))
        expect(!deserved || won.has(id) || someoneHasOne).toBe(true)
      })
    }
  })
})

describe('exhaustive means exhaustive', () => {
  it.each(['utilitarian', 'add1u'] as const)('%s leaves nothing that would still fit', (completion) => {
    for (const seed of seeds) {
      const election = randomElection(seed)
      const result = count(election, { ...defaultOptions, ...lexico, completion })
      expect(result.ok && isExhaustive(election, result.outcome.winners)).toBe(true)
    }
  })

  it('add1 with exhaustive ends at the first endowment at which nothing more fits', () => {
    for (const seed of seeds) {
      const election = randomElection(seed)
      const options = { ...defaultOptions, ...lexico, completion: 'add1' as const }
      const [stopped, free] = [count(election, { ...options, exhaustive: true }), count(election, options)]
      if (!stopped.ok || !free.ok) throw new Error('lexico breaks every tie')
      const [a, b] = [stopped.outcome.run!.endowment, free.outcome.run!.endowment]
      expect(a.p * b.q).toBeLessThanOrEqual(b.p * a.q)
      if (a.p * b.q < b.p * a.q) expect(isExhaustive(election, stopped.outcome.winners)).toBe(true)
    }
  })
})

describe('identical ballots', () => {
  it('are grouped without a trace in the result: a city counted whole and by district lists', () => {
    const election = generatedElection(3000, 40)
    const options = {
      ...defaultOptions,
      ties: ['minCost', 'maxVotes', 'lexico'] as const,
      completion: 'add1u' as const,
    }
    const result = count(election, options)
    const sorted = [...election.ballots].sort((a, b) => String(a.choices).localeCompare(String(b.choices)))
    expect(count({ ...election, ballots: sorted }, options)).toMatchObject({
      outcome: { winners: result.ok ? result.outcome.winners : [] },
    })
  })
})
