import { describe, expect, it } from 'vitest'
import {
  countAndExplain,
  count,
  defaultOptions,
  explain,
  type CountOptions,
  type Election,
} from '~/features/budget/counting'
import { toDouble } from '~/features/budget/counting/fraction'
import { approval, randomElection } from '../../support/elections'

function reportOf(election: Election, options: Partial<CountOptions> = {}) {
  const result = countAndExplain(election, { ...defaultOptions, ...options })
  if (!result.ok) throw new Error(result.error)
  return result.report
}

const effectiveSupport = (election: Election) =>
  Object.fromEntries(
    reportOf(election, { ties: ['lexico'] }).losers.map((loser) => [loser.project, loser.effectiveSupport]),
  )

describe('effective support', () => {
  const ballots = ['2× a b', 'a', '2× a b c', 'a c', '2× a d', '2× e']

  it('is the most that supporters could have paid at the price of a round, or at the end', () => {
    // 0.5 each. After a (1/8 each, ρ = 1/8): c's three could pay 1/4 each of 2 = 37 %; at the end d's two have 0.75 of 1.
    expect(effectiveSupport(approval(5, { a: 1, b: 1, c: 2, d: 1, e: 2 }, ballots))).toEqual({ c: 37, d: 75, e: 50 })
  })

  it('is money against cost when nothing is bought, cut to whole percent', () => {
    const dear = { a: 5, b: 5, c: 5, d: 5, e: 5 }
    expect(effectiveSupport(approval(5, dear, ballots))).toEqual({ a: 80, b: 40, c: 30, d: 20, e: 20 })
    expect(effectiveSupport(approval(3, { a: 2 }, ['a', '', '', '']))).toEqual({ a: 37 })
  })

  it('does not lose a percent to a rounding: a third of three is exactly 100/3, a half exactly 50', () => {
    expect(effectiveSupport(approval(1, { a: 2 }, ['3× a']))).toEqual({ a: 50 })
    expect(effectiveSupport(approval(29, { a: 100 }, ['7× a']))).toEqual({ a: 29 })
    expect(effectiveSupport(approval(58, { a: 200, b: 200 }, ['49× a b']))).toEqual({ a: 29, b: 29 })
  })

  it('is never above 100 for a loser (100: it lost a tie), and 0 without supporters', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      for (const percent of Object.values(effectiveSupport(randomElection(seed))))
        expect(percent).toBeLessThanOrEqual(100)
    }
    expect(effectiveSupport(approval(5, { a: 1, b: 9 }, ['a']))).toEqual({ b: 0 })
  })
})

describe('where the money of the supporters went', () => {
  it('names the winners they paid for, in order, with the amounts', () => {
    const report = reportOf(approval(100, { hall: 60, path: 30 }, ['6× hall path', '4× path']))
    expect(report.losers).toEqual([
      {
        project: 'hall',
        supporters: 6,
        effectiveSupport: 70,
        supportersSpentOn: [{ project: 'path', amount: '18.00' }],
        supportersHaveLeft: '42.00',
      },
    ])
  })

  it('adds up: what supporters spent and have left is what they were given', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const result = count(randomElection(seed), { ...defaultOptions, ties: ['lexico'], completion: 'add1' })
      if (!result.ok) throw new Error(result.error)
      const { run, market } = result.outcome
      const each = run === null ? NaN : toDouble(run.endowment.p, run.endowment.q)
      for (const { project, spentOn, left } of explain(result.outcome).losers) {
        const total = spentOn.reduce((sum, { amount }) => sum + amount, left)
        expect(total).toBeCloseTo((market.supporters[project] ?? 0) * each, 6)
      }
    }
  })

  it('together the supporters of one project pay its cost', () => {
    const twins = approval(100, { a: 40, shadow: 90 }, ['5× a shadow', '5×'])
    expect(reportOf(twins).losers[0]?.supportersSpentOn).toEqual([{ project: 'a', amount: '40.00' }])
  })
})

describe('the report', () => {
  const election = approval(100, { hall: 60, path: 30, pond: 20 }, ['6× hall', '3× path', ''])

  it('says how many voters have no chosen project, and what greedy would have done', () => {
    const report = reportOf(election)
    expect(report).toMatchObject({ winners: ['hall', 'path'], cost: '90', endowment: '10', votersWithNoProject: 1 })
    expect(report.greedy).toEqual({ winners: ['hall', 'path'], cost: '90', votersWithNoProject: 1 })
    expect(report.rounds[0]).toEqual({
      project: 'hall',
      rho: '1/6',
      supporters: 6,
      payment: '10.00',
      effectiveVotes: '6',
    })
  })

  it('writes money in currency units, whatever the unit of the file', () => {
    const report = reportOf({ ...election, places: 2, budget: 1005n, ballots: election.ballots.slice(0, 9) })
    expect(report).toMatchObject({ cost: '0.9', endowment: '67/60' })
    const cardinal = reportOf({ ...election, places: 1 }, { satisfaction: 'cardinality', ties: ['lexico'] })
    expect(cardinal.rounds.map(({ project, rho }) => [project, rho])).toEqual([
      ['hall', '1'],
      ['path', '1'],
    ])
  })

  it('a tie under greedy is told, and does not stop the count', () => {
    const tied = approval(60, { a: 40, b: 40 }, ['2× a', '2× b', '2×'])
    expect(reportOf(tied).greedy).toEqual({ error: 'tie', projects: ['a', 'b'] })
  })

  it('under greedy has no endowment, no rounds, and no effective support', () => {
    const report = reportOf(election, { method: 'greedy', ties: ['lexico'] })
    expect(report).toMatchObject({ winners: ['hall', 'path'], endowment: null, rounds: [] })
    expect(report.losers).toMatchObject([{ project: 'pond', effectiveSupport: null, supportersSpentOn: [] }])
  })
})
