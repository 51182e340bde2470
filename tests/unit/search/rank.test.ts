import { describe, expect, test } from 'vitest'
import { coverageOf, freshnessOf, scoreOf, type Candidate } from '~/features/directory/search/rank'
import type { Clause } from '~/features/directory/search/read-words'
import { ndcg } from '../../support/ndcg'

const today = '2026-11-22'
const record = (values: Partial<Candidate> = {}): Candidate => {
  const nameTerms = values.nameTerms ?? []
  const base = { nameTerms, searchTerms: [...nameTerms, ...(values.searchTerms ?? [])] }
  return { seenOn: null, checkedOn: null, ...values, ...base }
}
const seen = (on: string) => record({ nameTerms: ['a'], seenOn: on })
const word = (term: string, required = true): Clause => ({ required, alternatives: [{ terms: [term], points: 3 }] })
const score = (values: Partial<Candidate>, clauses: Clause[]) => scoreOf(record(values), clauses, today)

describe('the score', () => {
  test('a word in the name is worth more than one in the description, and that more than none', () => {
    const [name, text] = [score({ nameTerms: ['a'] }, [word('a')]), score({ searchTerms: ['a'] }, [word('a')])]
    expect(name).toBeGreaterThan(text)
    expect(text).toBeGreaterThan(0)
    expect(score({ nameTerms: ['b'] }, [word('a')])).toBe(0)
  })

  test('a code counts in full though no name has it', () => {
    const clause = { required: true, alternatives: [{ terms: ['type:legal_aid'], points: 2 }] }
    expect(score({ searchTerms: ['type:legal_aid'] }, [clause])).toBeCloseTo(2 + 0.15)
  })

  test('terms of one alternative count together only', () => {
    const clause = { required: true, alternatives: [{ terms: ['a', 'b'], points: 2 }] }
    expect(score({ nameTerms: ['a'] }, [clause])).toBe(0)
    expect(score({ nameTerms: ['a', 'b'] }, [clause])).toBeGreaterThan(2)
  })

  test('a phrase counts in a name, not scattered over a text', () => {
    const clause = { required: true, alternatives: [{ terms: ['a', 'b'], points: 3, inName: true as const }] }
    expect(score({ searchTerms: ['a', 'b'] }, [clause])).toBe(0)
    expect(score({ nameTerms: ['a', 'b'] }, [clause])).toBeGreaterThan(3)
  })

  test('a second reason adds, and less than the first', () => {
    const clause: Clause = {
      required: true,
      alternatives: [
        { terms: ['a'], points: 3 },
        { terms: ['b'], points: 3 },
      ],
    }
    const [one, both] = [score({ nameTerms: ['a'] }, [clause]), score({ nameTerms: ['a', 'b'] }, [clause])]
    expect(both).toBeGreaterThan(one)
    expect(both).toBeLessThan(one * 2)
  })

  test('what need not be found adds less than what must', () => {
    const both = { nameTerms: ['a', 'b'] }
    const [more, less] = [score(both, [word('a'), word('b')]), score(both, [word('a'), word('b', false)])]
    expect(more).toBeGreaterThan(less)
    expect(less).toBeGreaterThan(score({ nameTerms: ['a'] }, [word('a'), word('b', false)]))
  })

  test('freshness decides between equals and never outweighs a word of the name', () => {
    const fresh = { seenOn: today }
    expect(score({ nameTerms: ['a'], ...fresh }, [word('a')])).toBeGreaterThan(score({ nameTerms: ['a'] }, [word('a')]))
    const both = [word('a'), word('b')]
    expect(score({ nameTerms: ['a', 'b'] }, both)).toBeGreaterThan(score({ nameTerms: ['a'], ...fresh }, both))
  })
})

describe('freshness', () => {
  test('falls from 1 today to 0 in ten years', () => {
    const values = ['2026-11-22', '2025-01-01', '2021-01-01', '2017-01-01', '2010-01-01']
    const found = values.map((on) => freshnessOf(seen(on), today))
    expect(found).toEqual([...found].sort((a, b) => b - a))
    expect([found[0], found.at(-1)]).toEqual([1, 0])
  })

  test('an undated record stands between the last years and long ago', () => {
    const undated = freshnessOf(record(), today)
    expect(undated).toBeLessThan(freshnessOf(seen('2022-01-01'), today))
    expect(undated).toBeGreaterThan(freshnessOf(seen('2018-01-01'), today))
  })

  test('a check by a person makes an old record fresh', () => {
    expect(freshnessOf({ ...seen('2010-01-01'), checkedOn: '2026-11-01' }, today)).toBeGreaterThan(0.9)
  })

  test('a date to come is no fresher than today', () => expect(freshnessOf(seen('2030-01-01'), today)).toBe(1))
})

test('coverage counts the required clauses a record has', () => {
  const clauses = [word('a'), word('b'), word('c', false)]
  expect(coverageOf(record({ searchTerms: ['a', 'c'] }), clauses)).toBe(1)
  expect(coverageOf(record({ nameTerms: ['a', 'b'] }), clauses)).toBe(2)
  expect(coverageOf(record(), clauses)).toBe(0)
})

describe('nDCG', () => {
  const grades = new Map([
    ['a', 3],
    ['b', 2],
    ['c', 1],
  ])

  test('is 1 for the best order, also when more follows', () => {
    expect(ndcg(['a', 'b', 'c'], grades, 5)).toBe(1)
    expect(ndcg(['a', 'b', 'c', 'x'], grades, 5)).toBe(1)
  })

  test('is 0 when nothing found helps', () => expect([ndcg([], grades, 5), ndcg(['x'], grades, 5)]).toEqual([0, 0]))

  // (3/log2 2 + 7/log2 3 + 1/log2 4) / (7/log2 2 + 3/log2 3 + 1/log2 4)
  test('is what a pocket calculator gives', () => expect(ndcg(['b', 'a', 'c'], grades, 5)).toBeCloseTo(0.842_8, 3))

  test('looks at the first entries only', () => {
    expect(ndcg(['x', 'x', 'a'], grades, 2)).toBe(0)
    expect(ndcg(['a'], grades, 1)).toBe(1)
  })

  test('refuses a query with nothing to find', () => expect(() => ndcg(['a'], new Map(), 5)).toThrow('Nothing to find'))
})
