import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../../bench/generated-election'
import { checkBallot, costOf, orderedChoices, paperState } from '../../../app/features/budget/ballot'
import { countAndExplain, parseOptions, readPb } from '../../../app/features/budget/counting'
import { sha256 } from '../../../app/features/budget/counting/sha256'
import { orderQueue, reasonOf, shownReason, type QueueGroup } from '../../../app/features/budget/queue'
import { recountFile, recountOptions, resultOf } from '../../../app/features/budget/result'
import { canonical, ruleText, type RuleFile } from '../../../app/features/budget/rule-file'

const proposals = [
  { number: 1, cost: 400n },
  { number: 2, cost: 600n },
  { number: 3, cost: 1n },
]

describe('a ballot', () => {
  const rule = { budget: 1_000n, proposals }

  test.each([
    ['approval', [1], null],
    ['approval', [1, 2, 3], null],
    ['approval', [], 'empty'],
    ['approval', [1, 4], 'unknown'],
    ['knapsack', [1, 2], null],
    ['knapsack', [1, 2, 3], 'too-dear'],
    ['knapsack', [], 'empty'],
    ['knapsack', [9], 'unknown'],
  ] as const)('%s of %o: %s', (voteKind, choices, problem) => {
    expect(checkBallot(choices, { ...rule, voteKind })).toBe(problem)
  })

  test('that names a proposal twice pays for it once', () => {
    expect(costOf([1, 1, 2], proposals)).toBe(1_000n)
    expect(orderedChoices([10, 2, 2, 1])).toEqual([1, 2, 10])
  })
})

describe('a paper ballot', () => {
  const read = (...readings: number[][]) =>
    paperState(readings.map((choices, index) => ({ round: index + 1, staffId: String(index), choices })))

  test('awaits a second reading, and a third where two differ', () => {
    expect(read()).toEqual({ kind: 'awaits', round: 1 })
    expect(read([1])).toEqual({ kind: 'awaits', round: 2 })
    expect(read([1], [2])).toEqual({ kind: 'awaits', round: 3 })
  })

  test('is agreed when two say the same, in any order', () => {
    expect(read([2, 1], [1, 2])).toEqual({ kind: 'agreed', choices: [1, 2] })
    expect(read([1], [2], [1])).toEqual({ kind: 'agreed', choices: [1] })
    expect(read([1], [2], [2])).toEqual({ kind: 'agreed', choices: [2] })
  })

  test('11 is not 1 and 1', () => {
    expect(read([11], [1, 1])).toEqual({ kind: 'awaits', round: 3 })
    expect(read([1, 2], [12], [3])).toEqual({ kind: 'differs' })
  })
})

const rule: RuleFile = {
  format: 'prane-rule-1',
  municipality: 'AL343',
  year: 2027,
  promise: null,
  voters: { ageFrom: 16, residenceSq: 'a', residenceEn: 'b' },
  budget: '1000',
  voteKind: 'approval',
  minSupport: 0,
  method: 'mes',
  satisfaction: 'cost',
  completion: 'add1u',
  increment: 100,
  ties: ['minCost', 'maxVotes', 'lot'],
  seed: 'i shpikur',
  proposals: [1, 2, 3].map((number) => ({
    number,
    titleSq: 'a',
    titleEn: 'b',
    aboutSq: 'c',
    aboutEn: 'd',
    cost: '500',
    incompatible: [],
  })),
}

describe('the rule as a text', () => {
  test('has its keys in order and no spaces', () => {
    expect(canonical({ b: [1, 'x', null, true], a: { d: -0, c: 'ë"\n' } })).toBe(
      '{"a":{"c":"ë\\"\\n","d":0},"b":[1,"x",null,true]}',
    )
  })

  test('is the same however it was put together', () => {
    const turned = Object.fromEntries(Object.entries(rule).reverse()) as RuleFile
    expect(ruleText({ ...turned, proposals: [...rule.proposals].reverse() })).toBe(ruleText(rule))
    expect(canonical('e\u0308')).toBe(canonical('ë'))
  })

  test('changes with everything that stands in it', () => {
    const digest = sha256(ruleText(rule))
    const [first, ...rest] = rule.proposals
    for (const changed of [
      { ...rule, budget: '1001' },
      { ...rule, seed: 'tjetër' },
      { ...rule, minSupport: 1 },
      { ...rule, proposals: [{ ...first!, cost: '501' }, ...rest] },
      { ...rule, proposals: rest },
    ])
      expect(sha256(ruleText(changed))).not.toBe(digest)
  })

  test('can be read again, and gives itself', () => {
    expect(ruleText(JSON.parse(ruleText(rule)) as RuleFile)).toBe(ruleText(rule))
  })

  test('has no number that is written in two ways', () => {
    for (const number of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => canonical(number)).toThrow(RangeError)
  })
})

describe('the result', () => {
  const ballots = [...Array.from({ length: 6 }, () => [1, 2]), ...Array.from({ length: 4 }, () => [3])]
  const why = (result: ReturnType<typeof resultOf>) =>
    Object.fromEntries(result.proposals.map(({ number, won, whynot }) => [number, won ? 'won' : whynot?.kind]))

  test('gives every proposal that was not chosen a reason', () => {
    const result = resultOf(rule, ballots)
    expect(result.ballots).toBe(10)
    expect(result.proposals.filter(({ won }) => won)).toHaveLength(2)
    for (const { won, whynot } of result.proposals) expect(won).toBe(whynot === null)
    expect(BigInt(result.spent)).toBeLessThanOrEqual(1_000n)
  })

  test('leaves out what has less than the minimum support', () => {
    const result = resultOf({ ...rule, minSupport: 5 }, ballots)
    expect(why(result)).toEqual({ 1: 'won', 2: 'won', 3: 'support' })
  })

  test('has one of two incompatible proposals, whichever of them says so', () => {
    const [first, second, third] = rule.proposals
    const apart = resultOf({ ...rule, proposals: [first!, { ...second!, incompatible: [1] }, third!] }, ballots)
    expect(why(apart)).toEqual({ 1: 'won', 2: 'incompatible', 3: 'won' })
    expect(apart.proposals[1]?.whynot).toEqual({ kind: 'incompatible', with: 1 })
  })

  test('does not depend on the order of the ballots', () => {
    expect(resultOf(rule, [...ballots].reverse())).toEqual(resultOf(rule, ballots))
  })

  test('of no ballots spends nothing that nobody asked for', () => {
    const result = resultOf({ ...rule, minSupport: 1 }, [])
    expect(result).toMatchObject({ ballots: 0, spent: '0' })
    expect(why(result)).toEqual({ 1: 'support', 2: 'support', 3: 'support' })
  })
})

describe('the queue', () => {
  const group = (id: string, more: Partial<QueueGroup> = {}): QueueGroup => ({
    id,
    messages: 5,
    without: [],
    waitingDays: 0,
    cost: null,
    unitWeight: 1,
    ...more,
  })
  const order = (...groups: QueueGroup[]) => orderQueue(groups).map(({ id }) => id)

  test('goes by messages, urgency, waiting, cost, each in its turn', () => {
    expect(order(group('a'), group('b', { messages: 6 }))).toEqual(['b', 'a'])
    expect(order(group('a', { without: ['easier'] }), group('b', { without: ['impossible'] }))).toEqual(['b', 'a'])
    expect(order(group('a'), group('b', { waitingDays: 60 }))).toEqual(['b', 'a'])
    expect(order(group('a'), group('b', { cost: 10n }))).toEqual(['b', 'a'])
    expect(order(group('a', { cost: 10n }), group('b', { cost: 5n }))).toEqual(['b', 'a'])
    expect(order(group('b'), group('a'))).toEqual(['a', 'b'])
  })

  test('a published weight of the unit counts with the messages', () => {
    expect(order(group('a', { messages: 6 }), group('b', { messages: 5, unitWeight: 2 }))).toEqual(['b', 'a'])
  })

  test('more messages stand before a more urgent few', () => {
    expect(order(group('a', { messages: 2, without: ['impossible'] }), group('b', { messages: 3 }))).toEqual(['b', 'a'])
  })

  test('says what a place rests on', () => {
    expect(reasonOf(group('a', { without: ['impossible', 'hard', 'x'], waitingDays: 65, cost: 100n }))).toEqual({
      messages: 5,
      urgency: 2.5,
      months: 2,
      costPerMessage: 20,
      weight: 1,
    })
    expect(reasonOf(group('a', { messages: 0, cost: 100n, waitingDays: -1 }))).toMatchObject({
      costPerMessage: null,
      months: 0,
      urgency: 0,
    })
  })

  test('looks at nothing else: who they are is no part of it', () => {
    expect(order({ ...group('a'), ethnicity: 'x' } as QueueGroup, group('b'))).toEqual(['a', 'b'])
  })
})

describe('the file for counting again', () => {
  const again = (of: RuleFile, ballots: number[][]) => {
    const pb = readPb(recountFile(of, ballots))
    if (!pb.ok) throw new Error(`line ${pb.line}: ${pb.reason}`)
    const counted = countAndExplain(pb.election, parseOptions(recountOptions(of), { p: 0n, q: 1n }))
    if (!counted.ok) throw new Error(JSON.stringify(counted))
    return { pb, report: counted.report }
  }

  test.each(Array.from({ length: 60 }, (_, seed) => seed))('gives the winners that are shown, vote %i', (seed) => {
    const random = randomFrom(seed + 1)
    const below = (limit: number) => Math.floor(random() * limit)
    const numbers = Array.from({ length: 2 + below(7) }, (_, index) => index + 1)
    const of: RuleFile = {
      ...rule,
      budget: String(500 + below(3_000)),
      minSupport: below(4),
      seed: `fara ${seed}`,
      proposals: numbers.map((number) => ({
        ...rule.proposals[0]!,
        number,
        titleSq: ['Rampë; te "dera"', 'Dy\nrreshta', ' e bardhë '][below(3)] ?? '',
        cost: String(100 + 100 * below(9)),
        incompatible: random() < 0.3 ? [1 + below(numbers.length)].filter((other) => other !== number) : [],
      })),
    }
    const ballots = Array.from({ length: below(40) }, () => numbers.filter(() => random() < 0.4))
    const shown = resultOf(of, ballots)
    const { report } = again(of, ballots)
    const winners = shown.proposals.filter(({ won }) => won).map(({ number }) => String(number))
    expect([...report.winners].sort()).toEqual(winners.sort())
    expect(report.cost).toBe(shown.spent)
    expect(report.votersWithNoProject).toBe(shown.votersWithNoProject)
  })

  test('has every ballot, also one that named only what was left out, and nothing else about voters', () => {
    const { pb } = again({ ...rule, minSupport: 2 }, [[1], [1, 2], [2], [3]])
    expect(pb.file.votes.columns).toEqual(['voter_id', 'vote'])
    expect(pb.file.votes.rows.map(({ cells }) => cells[1] ?? '')).toEqual(['1', '1,2', '2', ''])
    expect(pb.file.projects.rows.map(({ cells }) => cells[0])).toEqual(['1', '2'])
  })
})

describe('what everybody sees of a reason', () => {
  const reason = { messages: 12, urgency: 2.4, months: 3, costPerMessage: 500, weight: 1 }

  test.each([
    [3, 'impossible'],
    [2.5, 'impossible'],
    [2.49, 'hard'],
    [1.5, 'hard'],
    [1.49, 'easier'],
    [1, 'easier'],
    [0, null],
  ])('without it, %d means %s', (urgency, said) => {
    expect(shownReason({ ...reason, urgency })).toEqual({
      messages: 12,
      urgency: said,
      months: 3,
      costPerMessage: 500,
      weight: 1,
    })
  })

  test.each([1, 2, 9])('of %i messages: no number, nothing that they said, no cost that gives it away', (messages) => {
    const shown = { messages: null, urgency: null, months: 3, costPerMessage: null, weight: 1 }
    expect(shownReason({ ...reason, messages })).toEqual(shown)
  })

  test('of ten messages all is shown', () => expect(shownReason({ ...reason, messages: 10 }).messages).toBe(10))
})
