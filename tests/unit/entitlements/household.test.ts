import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  faultCodes,
  householdFacts,
  householdJsonSchema,
  parseHousehold,
  personFacts,
  type Fault,
} from '~/features/entitlements/engine'
import { agesOn, ageBands } from '~/features/entitlements/engine/ages'

const today = '2026-11-22'

function faults(value: unknown): Fault[] {
  const parsed = parseHousehold(value, today)
  return parsed.ok ? [] : parsed.faults
}
const person = (told: object) => ({ people: [told] })

describe('a household', () => {
  it('may say nothing, everything, or that it would rather not', () => {
    expect(faults(person({}))).toEqual([])
    for (const reason of ['do-not-know', 'rather-not-say']) {
      const everything = Object.fromEntries(personFacts.map((fact) => [fact, reason]))
      expect(
        faults({ ...Object.fromEntries(householdFacts.map((fact) => [fact, reason])), people: [everything] }),
      ).toEqual([])
    }
  })

  it.each([0, 71, 120, '0-1', '70+', '1956', '1956-03', '1956-03-02', today])('takes the age %j', (age) =>
    expect(faults(person({ age }))).toEqual([]),
  )

  const refused: [string, unknown, Fault[]][] = [
    ['nothing', null, [{ path: '', code: 'not-a-household' }]],
    ['a list', [], [{ path: '', code: 'not-a-household' }]],
    ['a text', 'x', [{ path: '', code: 'not-a-household' }]],
    ['no people', {}, [{ path: 'people', code: 'not-a-list' }]],
    ['nobody', { people: [] }, [{ path: 'people', code: 'nobody' }]],
    [
      'thirteen people',
      { people: Array.from({ length: 13 }, () => ({})) },
      [{ path: 'people', code: 'too-many-people' }],
    ],
    ['a person who is none', { people: [7] }, [{ path: 'people.0', code: 'not-a-household' }]],
    ['a fact nobody knows', person({ weight: 70 }), [{ path: 'people.0', code: 'unknown-fact' }]],
    ['a fact of a person told of the household', { people: [{}], age: 3 }, [{ path: '', code: 'unknown-fact' }]],
    ['an age below 0', person({ age: -1 }), [{ path: 'people.0.age', code: 'age-out-of-range' }]],
    ['an age over 120', person({ age: 121 }), [{ path: 'people.0.age', code: 'age-out-of-range' }]],
    ['half a year', person({ age: 1.5 }), [{ path: 'people.0.age', code: 'not-a-whole-number' }]],
    ['a birth before 1900', person({ age: '1899-12-31' }), [{ path: 'people.0.age', code: 'age-out-of-range' }]],
    ['a birth on a day that is none', person({ age: '1999-02-30' }), [{ path: 'people.0.age', code: 'not-a-date' }]],
    ['a birth tomorrow', person({ age: '2026-11-23' }), [{ path: 'people.0.age', code: 'date-in-the-future' }]],
    ['a child born tomorrow', { people: [{}], birth: '2026-11-23' }, [{ path: 'birth', code: 'date-in-the-future' }]],
    ['a child born in no month', { people: [{}], birth: '2026-00-10' }, [{ path: 'birth', code: 'not-a-date' }]],
    ['an income below 0', { people: [{}], income: -1 }, [{ path: 'income', code: 'amount-out-of-range' }]],
    ['an income beyond sense', { people: [{}], income: 1e9 }, [{ path: 'income', code: 'amount-out-of-range' }]],
    ['an income in words', { people: [{}], income: 'much' }, [{ path: 'income', code: 'not-a-number' }]],
    ['an income that is no number', { people: [{}], income: NaN }, [{ path: 'income', code: 'not-a-number' }]],
    ['a grade 13', person({ school: 13 }), [{ path: 'people.0.school', code: 'grade-out-of-range' }]],
    ['yes in words', { people: [{}], economicAid: 'yes' }, [{ path: 'economicAid', code: 'not-a-choice' }]],
    ['121 years in Albania', person({ yearsHere: 121 }), [{ path: 'people.0.yearsHere', code: 'number-out-of-range' }]],
  ]
  it.each(refused)('is refused with %s', (_, value, expected) => expect(faults(value)).toEqual(expected))

  it('hears every fault at once', () => {
    const value = { people: [{ age: 130 }, { disability: 'much' }], income: -5 }
    expect(faults(value).map(({ path }) => path)).toEqual(['people.0.age', 'people.1.disability', 'income'])
  })

  it('can be refused for every reason that has words', () => {
    const met = new Set(refused.flatMap(([, , expected]) => expected.map(({ code }) => code)))
    expect([...met].sort()).toEqual([...faultCodes].sort())
  })
})

describe('ages', () => {
  it('are as exact as what was told', () => {
    expect(agesOn(71, today)).toEqual([71, 71])
    expect(agesOn('65-69', today)).toEqual([65, 69])
    expect(agesOn('1956', today)).toEqual([69, 70])
    expect(agesOn('1956-11', today)).toEqual([69, 70])
    expect(agesOn('1956-11-22', today)).toEqual([70, 70])
    expect(agesOn('2027', today)).toEqual([0, 0])
  })

  it('have bands that follow one another and end where a rule begins', () => {
    const bands = Object.values(ageBands)
    for (const [index, [from]] of bands.entries()) if (index > 0) expect(from).toBe(bands[index - 1]![1] + 1)
    const starts = bands.map(([from]) => from as number)
    for (const years of [2, 18, 26, 29, 60, 70]) expect(starts).toContain(years)
  })
})

it('the schema in docs is the one that the command prints', () => {
  const shipped: unknown = JSON.parse(readFileSync('docs/entitlements/household.schema.json', 'utf8'))
  expect(shipped).toEqual(JSON.parse(JSON.stringify(householdJsonSchema())))
})
