import { describe, expect, it } from 'vitest'
import { emptyCheck, parseHousehold, type EntitlementId, type Household } from '~/features/entitlements/engine'
import { viewResult } from '~/features/entitlements/result-view.server'
import type { ResultItem, ResultView } from '~/features/entitlements/schema'

const today = '2026-11-22'

function resultOf(told: Partial<Household>): ResultView {
  const parsed = parseHousehold({ everyone: true, people: [{}], ...told }, today)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return viewResult({ ...emptyCheck, household: parsed.household }, today)
}

function itemIn(result: ResultView, id: EntitlementId): ResultItem {
  const item = [...result.likely, ...result.possible, ...result.unlikely].find((one) => one.id === id)
  if (!item) throw new Error(`${id} is in no list`)
  return item
}

const itemOf = (id: EntitlementId, told: Partial<Household>) => itemIn(resultOf(told), id)

const linesOf = ({ conditions }: ResultItem, name: string) =>
  conditions.filter(({ id }) => id === name).map(({ state, people }) => ({ state, people }))

const sane = { blindness: 'no', paralysis: 'no' } as const
const never = { pension: 'none', orphan: 'no', disability: 'no', ...sane } as const

describe('what decides', () => {
  it('is shown where it is about the head, and nobody else is named for it', () => {
    const item = itemOf('E08', {
      people: [{ pension: 'old-age', ...sane }, {}],
      earners: 'nobody',
      electricity: 'paid',
    })
    expect(item).toMatchObject({ outcome: 'likely', people: [] })
    expect(linesOf(item, 'e08-head-pension')).toEqual([{ state: 'met', people: [] }])
    expect(linesOf(item, 'e08-nobody-works')).toEqual([{ state: 'met', people: [] }])
    // What is not the same for all says of whom it is so.
    expect(linesOf(item, 'e08-blind')).toEqual([
      { state: 'not-met', people: [0] },
      { state: 'not-known', people: [1] },
    ])
  })

  it('is shown beside the person whose right it is', () => {
    const item = itemOf('E12', { people: [{ pension: 'invalidity', school: 'none' }, { school: 11 }] })
    expect(item).toMatchObject({ outcome: 'likely', people: [1] })
    expect(linesOf(item, 'e12-head-pension')).toEqual([{ state: 'met', people: [] }])
    expect(linesOf(item, 'e12-higher-grade')).toEqual([{ state: 'met', people: [] }])
  })

  it('names nobody for what comes by the income of the family', () => {
    const first = { disability: 'no', blindness: 'no' } as const
    const poor = { people: [first, {}], income: 1_000, property: 0 }
    expect(itemOf('E11', poor)).toMatchObject({ outcome: 'likely', people: [] })
    const decided = { people: [first, { disability: 'decided' as const }] }
    expect(itemOf('E11', decided)).toMatchObject({ outcome: 'likely', people: [1] })
    expect(itemOf('E11', { ...poor, ...decided })).toMatchObject({ outcome: 'likely', people: [] })
  })

  it('says of each person what stands against it', () => {
    const old = { age: 75, pension: 'old-age', yearsHere: 75, ownIncome: 1_000 } as const
    const item = itemOf('E07', { people: [{ age: 30, ownIncome: 1_000 }, old] })
    expect(item).toMatchObject({ outcome: 'unlikely', people: [] })
    expect(linesOf(item, 'e07-age')).toEqual([
      { state: 'met', people: [1] },
      { state: 'not-met', people: [0] },
    ])
    expect(linesOf(item, 'e07-no-pension')[0]).toEqual({ state: 'not-met', people: [1] })
    // What is so of everybody is said once.
    expect(linesOf(item, 'e07-income')).toEqual([{ state: 'met', people: [] }])
  })
})

describe('what would settle it', () => {
  it('leads to “likely” where something can, and says about whom', () => {
    const { settling } = itemOf('E07', { people: [{ age: 30 }, { age: 75, pension: 'none', yearsHere: 75 }] })
    expect(settling).toEqual({
      outcome: 'likely',
      facts: [{ id: 'e07-income', state: 'met', paper: null, person: 1 }],
    })
  })

  it('keeps the condition beside the paper that proves it', () => {
    const { settling } = itemOf('E04', { people: [{ blindness: 'no' }, { blindness: 'applied' }] })
    expect(settling?.facts).toEqual([{ id: 'e04-commission', state: 'met', paper: 'blindness-decision', person: 1 }])
    // Where a question would tell, no paper is asked for.
    expect(itemOf('E04', {}).settling?.facts.map(({ paper }) => paper)).toEqual([null])
  })

  it('leads no further than the rule, and is nothing once it is settled', () => {
    expect(itemOf('E01', {}).settling?.outcome).toBe('possible')
    expect(itemOf('E04', { people: [{ blindness: 'no' }] }).settling).toBeNull()
  })

  it('names nobody to a person alone', () => {
    expect(itemOf('E04', {}).settling?.facts.map(({ person }) => person)).toEqual([null])
  })
})

describe('what somebody has already', () => {
  const holder = { age: 75, pension: 'social' } as const

  it('is still there for somebody else, who is named', () => {
    const result = resultOf({ people: [holder, { age: 72, pension: 'none' }] })
    expect(result.had).not.toContain('E07')
    expect(itemIn(result, 'E07')).toMatchObject({ outcome: 'possible', people: [1] })
    expect(itemIn(result, 'E07').settling?.facts.map(({ person }) => person)).toEqual([1, 1])
  })

  it('is not likely for the other because the first has it', () => {
    const settled = { ...holder, yearsHere: 75, ownIncome: 0 }
    const result = resultOf({ people: [settled, { age: 72, pension: 'none' }] })
    expect(itemIn(result, 'E07')).toMatchObject({ outcome: 'possible', people: [1] })
  })

  it('is had when nobody else can come to it', () => {
    expect(resultOf({ people: [holder, { age: 30 }] }).had).toContain('E07')
    expect(resultOf({ people: [holder], everyone: undefined }).had).toContain('E07')
    expect(resultOf({ people: [{ orphan: 'decided' }, { orphan: 'no' }] }).had).toContain('E19')
    expect(resultOf({ people: [{}, {}], economicAid: true }).had).toContain('E01')
  })

  it('is a status that somebody holds: nobody is sent to ask for it again', () => {
    const { likely } = resultOf({ people: [{ blindness: 'decided', paralysis: 'decided' }, {}] })
    expect(likely.filter(({ id }) => id === 'E04' || id === 'E05')).toEqual([])
    const alone = resultOf({ people: [{ blindness: 'decided', paralysis: 'decided' }] })
    expect(alone.had).toEqual(expect.arrayContaining(['E04', 'E05']))
  })
})

describe('papers', () => {
  it('of a case are for the family whose case it is', () => {
    const plain = resultOf({ people: [never, {}] })
    expect(itemIn(plain, 'E01').papers).toEqual(['identity-card', 'family-certificate', 'declaration', 'income-papers'])
    expect(itemIn(plain, 'E11').papers).toEqual(['identity-card', 'income-papers'])
    const orphan = resultOf({ people: [{}, { orphan: 'decided' }], harm: 'order' })
    expect(itemIn(orphan, 'E01').papers).toEqual(expect.arrayContaining(['orphan-status', 'protection-order']))
    expect(itemOf('E12', { people: [{ school: 11, disability: 'decided' }] }).papers).toEqual([
      'identity-card',
      'commission-decision',
    ])
  })

  it('are what one brings, not what one gets by asking', () => {
    expect(itemOf('E02', {}).papers).toEqual([
      'identity-card',
      'doctor-form',
      'specialist-form',
      'application-form',
      'medical-exams',
    ])
    expect(itemOf('E19', {}).papers).toContain('care-institution-proof')
    expect(itemOf('E10', {}).papers).toContain('verification-act')
  })
})
