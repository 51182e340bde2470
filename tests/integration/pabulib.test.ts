import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { count, countAndExplain, defaultOptions, readPb, writePb } from '~/features/budget/counting'
import type { CountOptions, Election, Outcome, Satisfaction } from '~/features/budget/counting'
import { fraction, toDouble } from '~/features/budget/counting/fraction'
import { takeGreedily } from '~/features/budget/counting/greedy'
import { tieBreakerOf } from '~/features/budget/counting/ties'
import { approval } from '../support/elections'

/**
 * Real elections and what others found for them: published results of cities, the tool of equalshares.net, and
 * pabutools in exact fractions (Pabulib, pabulib.org: Faliszewski and others, IJCAI 2023). They are not part of the
 * project; without the folder the same checks run on its own synthetic file.
 */
const folder = '../shared/pb'
const present = existsSync(folder)
const where = present ? 'real elections' : `${folder} is absent: synthetic election only`
const read = <T>(name: string): T => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as T

type Params = { completion: CountOptions['completion']; add1options: string[]; comparison?: CountOptions['comparison'] }
type Run = { winners: string[]; totalCost: number; endowment: number }

const elections = new Map<string, Election>()

function electionOf(path: string): Election {
  const known = elections.get(path)
  if (known !== undefined) return known
  const result = readPb(readFileSync(`${folder}/${path}`, 'utf8'))
  if (!result.ok) throw new Error(`${path}, line ${result.line}: ${result.reason}`)
  elections.set(path, result.election)
  return result.election
}

function optionsOf({ completion, add1options, comparison = 'none' }: Params, increment: number): CountOptions {
  const [integral, exhaustive] = [add1options.includes('integral'), add1options.includes('exhaustive')]
  const ties = ['minCost', 'maxVotes'] as const
  return {
    ...defaultOptions,
    completion,
    integral,
    exhaustive,
    comparison,
    ties,
    increment: fraction(BigInt(increment)),
  }
}

function outcomeOf(election: Election, options: CountOptions): Outcome {
  const result = count(election, options)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.outcome
}

function runOf(election: Election, options: CountOptions): Run {
  const { winners, cost, run } = outcomeOf(election, options)
  const units = 10 ** election.places
  const endowment = run === null ? NaN : toDouble(run.endowment.p, run.endowment.q) / units
  return { winners: winners.map((c) => election.projects[c]?.id ?? ''), totalCost: Number(cost) / units, endowment }
}

function expectRun(found: Run, { winners, totalCost, endowment }: Run): void {
  expect({ winners: found.winners, totalCost: found.totalCost }).toEqual({ winners, totalCost })
  expect(found.endowment).toBeCloseTo(endowment, 6)
}

describe(`counting, ${where}`, () => {
  it('counts the synthetic election as it was counted by hand', () => {
    const election = approval(100, { a: 40, b: 48, c: 22 }, ['4× a', '4× b', '2× c'])
    const add1 = optionsOf({ completion: 'add1', add1options: [] }, 1)
    expectRun(runOf(election, add1), { winners: ['a', 'c'], totalCost: 62, endowment: 11 })
  })
})

describe.runIf(present)('Pabulib files', () => {
  it('are all read, and written as they were', () => {
    const files = readdirSync(`${folder}/real`)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const result = readPb(readFileSync(`${folder}/real/${file}`, 'utf8'))
      if (!result.ok) throw new Error(`${file}, line ${result.line}: ${result.reason}`)
      expect(readPb(writePb(result.file))).toMatchObject({ ok: true, election: result.election })
    }
  })
})

describe.runIf(present)('the worked examples of equalshares.net', () => {
  type Example = Run & { effectiveVoteCount: Record<string, number[]> }
  const expected = present ? Object.entries(read<Record<string, Example>>('docs_examples/expected.json')) : []

  it.each(expected)('%s', (name, example) => {
    const [file = '', set = ''] = name.split('::')
    const election = electionOf(`docs_examples/${file}.pb`)
    const completion = set.split('/')[0] as Params['completion']
    const options = optionsOf({ completion, add1options: ['exhaustive', 'integral'] }, 1)
    expectRun(runOf(election, options), example)
    const result = countAndExplain(election, options)
    if (!result.ok) throw new Error(result.error)
    for (const { project, effectiveVotes } of result.report.rounds) {
      // The last entry of a winner is the round in which it won.
      expect(Number(effectiveVotes)).toBeCloseTo(example.effectiveVoteCount[project]?.at(-1) ?? NaN, 9)
    }
  })
})

type ToolRun = Run & { file: string; params: Params & { increment: number }; error?: string; comparison: string | null }

describe.runIf(present)('the tool of equalshares.net', () => {
  const runs = present ? Object.entries(read<Record<string, ToolRun>>('expected_equalshares_js.json')) : []

  it.each(runs)('%s', (_, { file, params, error, comparison, ...expected }) => {
    const election = electionOf(`real/${file}`)
    const options = optionsOf(params, params.increment)
    if (error !== undefined) {
      const result = count(election, options)
      expect(result).toMatchObject({ ok: false, error: 'tie' })
      expect(error).toContain(result.ok || result.error !== 'tie' ? 'a tie' : result.projects.join(', '))
    } else if (params.comparison === 'satisfaction') expectCompared(election, options, expected, comparison)
    else expectRun(runOf(election, options), expected)
  })
})

/**
 * The tool counts a voter without any winner under one of the outcomes for neither side (its comparison of a missing
 * number is false); the definition counts them. So the two sides are checked with and without those voters: counted as
 * the tool does, its decision must come out.
 */
function expectCompared(election: Election, options: CountOptions, expected: Run, told: string | null): void {
  const shares = runOf(election, { ...options, comparison: 'none' })
  const greedy = runOf(election, { ...options, method: 'greedy' }).winners
  const tally = { shares: 0, greedy: 0 }
  for (const { choices } of election.ballots) {
    const mine = choices.filter((c) => shares.winners.includes(election.projects[c]?.id ?? '')).length
    const theirs = choices.filter((c) => greedy.includes(election.projects[c]?.id ?? '')).length
    if (mine > theirs && theirs > 0) tally.shares += 1
    if (theirs > mine && mine > 0) tally.greedy += 1
  }
  expect(tally.greedy > tally.shares ? greedy : shares.winners).toEqual(expected.winners)
  expect(shares.endowment).toBeCloseTo(expected.endowment, 6)
  const sentence = `preferred by ${tally.greedy} voters, while the committee chosen by the method of equal shares is preferred by ${tally.shares} `
  expect(told ?? sentence).toContain(sentence)
}

describe.runIf(present)('elections that really used Equal Shares', () => {
  type Official = { official: string[]; runs: (Run & Params & { increment: number; equalsOfficial: boolean })[] }
  const cities = present ? Object.entries(read<Record<string, Official>>('expected_official_runs.json')) : []

  it.each(cities)('%s: every run, and the published winners with add1, not exhaustive', (file, { official, runs }) => {
    const election = electionOf(`real/${file}`)
    for (const { increment, equalsOfficial, ...run } of runs) {
      const found = runOf(election, optionsOf(run, increment))
      expectRun(found, run)
      expect(String([...found.winners].sort()) === String([...official].sort())).toBe(equalsOfficial)
    }
    const { winners } = runOf(election, optionsOf({ completion: 'add1', add1options: [] }, 1))
    expect([...winners].sort()).toEqual([...official].sort())
  })
})

const satisfactionOf: Record<string, Satisfaction> = {
  Cost_Sat: 'cost',
  Cardinality_Sat: 'cardinality',
  Additive_Cardinal_Sat: 'cumulative',
  Additive_Borda_Sat: 'borda',
}

describe.runIf(present)('pabutools in exact fractions, ties by id', () => {
  type Exact = { results: Record<string, { winners: string[]; cost: number }> }
  const all = present ? Object.entries(read<Record<string, Exact>>('expected_pabutools.json')) : []
  const results = all.flatMap(([file, entry]) =>
    Object.entries(entry.results).map(([rule, r]) => ({ file, rule, ...r })),
  )

  it.each(results)('$file $rule', ({ file, rule, winners, cost }) => {
    const [method = '', ...name] = rule.split('_')
    const options = { ...defaultOptions, method: method as 'mes' | 'greedy', ties: ['lexico'] as const }
    const found = runOf(electionOf(`real/${file}`), {
      ...options,
      satisfaction: satisfactionOf[name.join('_')] ?? 'cost',
    })
    expect({ winners: [...found.winners].sort(), cost: found.totalCost }).toEqual({
      winners: [...winners].sort(),
      cost,
    })
  })
})

describe.runIf(present)('published results of cities that count greedily, ties in the order of the file', () => {
  type City = {
    file: string
    rule: string
    budget: number
    threshold: number
    projects: [string, number, number, 0 | 1][]
  }
  const cities = present ? read<City[]>('official_greedy_elections.json') : []

  it.each(cities)('$file', ({ rule, budget, threshold, projects: rows }) => {
    const units = (amount: number) => BigInt(Math.round(amount * 100))
    const projects = rows.map(([id, cost]) => ({ id, cost: units(cost) }))
    const ties = [{ list: rows.map(([id]) => id) }]
    const input = {
      election: { projects, budget: units(budget) },
      ranking: rows.map(([, , score]) => fraction(units(score))),
      breakTie: tieBreakerOf({ projects }, () => [], { ties, seed: '' }),
      candidates: rows.flatMap(([, , score], c) => (rule !== 'greedy-threshold' || score >= threshold ? [c] : [])),
      spent: 0n,
    }
    const taken = takeGreedily(input, rule !== 'greedy-no-skip')
    expect(taken.sort((a, b) => a - b)).toEqual(rows.flatMap(([, , , selected], c) => (selected === 1 ? [c] : [])))
  })
})
