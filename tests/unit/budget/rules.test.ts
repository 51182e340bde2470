import { describe, expect, test } from 'vitest'
import {
  datesAreInOrder,
  mayBudget,
  mayGroup,
  missingForNext,
  phaseAfter,
  phases,
  signatureOf,
  takesBallots,
  type CycleFacts,
} from '../../../app/features/budget/rules'
import { staffRoles } from '../../../app/lib/staff'

const feasible = { feasibility: 'feasible', isDecided: false } as const
const facts = (more: Partial<CycleFacts>): CycleFacts => ({
  phase: 'collect',
  proposals: [feasible],
  isFrozen: true,
  isCancelled: false,
  isClosed: true,
  codesIssued: 10,
  ...more,
})
const dates = {
  collect: '2026-03-01',
  group: '2026-06-01',
  feasibility: '2026-07-01',
  vote: '2026-09-01',
  hearings: '2026-10-01',
  council: '2026-12-01',
  delivery: '2027-01-01',
}

describe('phases', () => {
  test('follow one another, to the last', () => {
    expect(phases.map(phaseAfter)).toEqual([...phases.slice(1), null])
  })

  test.each([
    ['collect', { proposals: [], isFrozen: false, isClosed: false, codesIssued: 0 }, []],
    ['group', { proposals: [] }, ['no-proposal']],
    ['group', {}, []],
    ['feasibility', { proposals: [feasible, { feasibility: 'open', isDecided: false }] }, ['feasibility-open']],
    ['feasibility', { proposals: [{ feasibility: 'not_feasible', isDecided: false }] }, ['none-feasible']],
    ['feasibility', { isFrozen: false }, ['not-frozen']],
    ['feasibility', { codesIssued: 0 }, ['no-codes']],
    [
      'feasibility',
      { proposals: [{ feasibility: 'open', isDecided: false }], isFrozen: false, codesIssued: 0 },
      ['feasibility-open', 'none-feasible', 'not-frozen', 'no-codes'],
    ],
    ['feasibility', {}, []],
    ['vote', { isClosed: false }, ['not-closed']],
    ['vote', {}, []],
    ['hearings', {}, []],
    ['council', {}, ['undecided']],
    ['council', { proposals: [{ feasibility: 'feasible', isDecided: true }] }, []],
    ['council', { proposals: [{ feasibility: 'not_feasible', isDecided: false }] }, []],
    ['delivery', {}, ['last']],
  ] as const)('after %s with %o there is missing: %o', (phase, more, missing) => {
    expect(missingForNext(facts({ phase, ...more }))).toEqual(missing)
  })

  test.each(phases)('a cancelled cycle goes nowhere from %s', (phase) => {
    expect(missingForNext(facts({ phase, isCancelled: true }))).toEqual(['cancelled'])
  })

  test('have dates of the calendar, in order; two may begin on one day', () => {
    expect(datesAreInOrder(dates)).toBe(true)
    expect(datesAreInOrder({ ...dates, group: dates.collect })).toBe(true)
    expect(datesAreInOrder({ ...dates, vote: '2026-06-30' })).toBe(false)
    expect(datesAreInOrder({ ...dates, vote: '2026-09-31' })).toBe(false)
    expect(datesAreInOrder({ ...dates, vote: '2026-9-1' })).toBe(false)
    expect(datesAreInOrder({ ...dates, vote: '' })).toBe(false)
  })
})

describe('ballots are taken', () => {
  const open = { phase: 'vote', isFrozen: true, isClosed: false, isCancelled: false, dates } as const

  test('from the opening of the vote to the day before the hearings', () => {
    expect(takesBallots(open, '2026-09-01')).toBe(true)
    expect(takesBallots(open, '2026-09-30')).toBe(true)
    expect(takesBallots(open, '2026-10-01')).toBe(false)
  })

  test('on the one day of a vote that begins with the hearings', () => {
    expect(takesBallots({ ...open, dates: { ...dates, hearings: dates.vote } }, dates.vote)).toBe(true)
  })

  test.each([{ phase: 'feasibility' }, { isFrozen: false }, { isClosed: true }, { isCancelled: true }] as const)(
    'never with %o',
    (more) => {
      expect(takesBallots({ ...open, ...more }, '2026-09-10')).toBe(false)
    },
  )
})

describe('who may', () => {
  const of = (role: (typeof staffRoles)[number], municipalityCode: string | null) => ({
    staffId: 'a',
    role,
    municipalityCode,
  })

  test('work on a budget: three roles, at home alone', () => {
    expect(staffRoles.filter((role) => mayBudget(of(role, 'AL343'), 'AL343')).sort()).toEqual([
      'budget_officer',
      'head_of_service',
      'municipal_administrator',
    ])
    expect(staffRoles.filter((role) => mayBudget(of(role, 'AL555'), 'AL343'))).toEqual([])
    expect(staffRoles.filter((role) => mayBudget(of(role, null), 'AL343'))).toEqual([])
  })

  test('group needs: officers too, and nobody who reads of violence or works for the country', () => {
    const may = staffRoles.filter((role) => mayGroup(of(role, 'AL343'), 'AL343'))
    expect(may).toContain('officer')
    expect(may).not.toContain('protection_officer')
    expect(may).not.toContain('national')
  })

  describe('freeze', () => {
    const budget = { staffId: 'b', role: 'budget_officer' } as const
    const head = { staffId: 'h', role: 'head_of_service' } as const
    const same = { seen: 'x', now: 'x' }

    test('one of each role, in either order', () => {
      expect(signatureOf(budget, null, same)).toEqual({ kind: 'first' })
      expect(signatureOf(head, { ...budget, hash: 'x' }, same)).toEqual({ kind: 'second' })
      expect(signatureOf(budget, { ...head, hash: 'x' }, same)).toEqual({ kind: 'second' })
    })

    test('never one person, never one role twice, never another role', () => {
      expect(signatureOf(budget, { ...budget, hash: 'x' }, same)).toMatchObject({ error: 'second-person' })
      expect(signatureOf({ ...budget, staffId: 'c' }, { ...budget, hash: 'x' }, same)).toMatchObject({
        error: 'second-person',
      })
      expect(signatureOf({ staffId: 'b', role: 'head_of_service' }, { ...budget, hash: 'x' }, same)).toMatchObject({
        error: 'second-person',
      })
      for (const role of ['officer', 'protection_officer', 'municipal_administrator', 'national'] as const)
        expect(signatureOf({ staffId: 'o', role }, null, same)).toMatchObject({ error: 'not-yours' })
    })

    test('not what they did not see; a signature under another text is none', () => {
      expect(signatureOf(head, { ...budget, hash: 'x' }, { seen: 'x', now: 'y' })).toMatchObject({ error: 'changed' })
      expect(signatureOf(head, { ...budget, hash: 'x' }, { seen: 'y', now: 'y' })).toEqual({ kind: 'first' })
    })
  })
})
