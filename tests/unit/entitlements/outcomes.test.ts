import { describe, expect, it } from 'vitest'
import { ofHousehold } from '~/features/entitlements/engine/condition'
import { generatedHousehold } from '../../../bench/generated-households'
import {
  evaluate,
  evaluateRule,
  lacks,
  parseHousehold,
  rules,
  type EntitlementId,
  type Evaluated,
  type Household,
  type Outcome,
} from '~/features/entitlements/engine'

const today = '2026-11-22'

function household(told: Partial<Household>): Household {
  const parsed = parseHousehold({ everyone: true, people: [{}], ...told }, today)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.household
}

function evaluated(id: EntitlementId, told: Partial<Household>, day = today): Evaluated {
  const found = evaluate(household(told), day).find(({ entitlement }) => entitlement === id)
  if (found?.kind !== 'evaluated') throw new Error(`${id} is not evaluated`)
  return found
}

const old = { age: 72, yearsHere: 72, pension: 'none', ownIncome: 5000 } as const
const paid = { electricity: 'paid' } as const
const seesAndMoves = { blindness: 'no', paralysis: 'no' } as const

/** Who, and what they probably have. */
const table: [EntitlementId, string, Partial<Household>, Outcome][] = [
  ['E01', 'a family nobody knows anything of', {}, 'possible'],
  [
    'E01',
    'a family with a protection order at home',
    { people: [{ situation: 'home' }], harm: 'order', jobOffice: 'registered' },
    'possible',
  ],
  ['E01', 'everybody lives abroad', { people: [{ situation: 'abroad' }] }, 'unlikely'],
  ['E01', 'one in prison, one at home', { people: [{ situation: 'prison' }, { situation: 'home' }] }, 'possible'],
  ['E01', 'those who can work are not registered', { jobOffice: 'not-registered' }, 'unlikely'],
  [
    'E02',
    'decided, adult, lives here',
    { people: [{ age: 30, disability: 'decided', workInvalid: false, monthsAbroad: 0 }] },
    'likely',
  ],
  [
    'E02',
    'applied and waiting',
    { people: [{ age: 30, disability: 'applied', workInvalid: false, monthsAbroad: 0 }] },
    'possible',
  ],
  ['E02', 'a child of one year', { people: [{ age: 1, disability: 'decided' }] }, 'unlikely'],
  [
    'E02',
    'paid by other rules after an accident at work',
    { people: [{ disability: 'decided', workInvalid: true }] },
    'unlikely',
  ],
  ['E03', 'commission found both', { people: [{ disability: 'decided', careNeed: 'decided' }] }, 'likely'],
  [
    'E03',
    'needs help, not asked for yet',
    { people: [{ disability: 'decided', careNeed: 'not-applied' }] },
    'possible',
  ],
  ['E03', 'needs no help', { people: [{ disability: 'decided', careNeed: 'no' }] }, 'unlikely'],
  [
    'E03',
    'two people who each meet one half',
    {
      people: [
        { disability: 'decided', blindness: 'no', paralysis: 'no', careNeed: 'no' },
        { disability: 'no', blindness: 'no', paralysis: 'no', careNeed: 'decided' },
      ],
    },
    'unlikely',
  ],
  ['E03', 'is blind and needs help', { people: [{ blindness: 'decided', careNeed: 'decided' }] }, 'likely'],
  ['E03', 'is paralysed and needs help', { people: [{ paralysis: 'decided', careNeed: 'decided' }] }, 'likely'],
  [
    'E02',
    'is away for long to be treated',
    { people: [{ age: 40, disability: 'decided', workInvalid: false, monthsAbroad: 'for-health' }] },
    'likely',
  ],
  [
    'E02',
    'is away for long',
    { people: [{ age: 40, disability: 'decided', workInvalid: false, monthsAbroad: 4 }] },
    'unlikely',
  ],
  ['E08', 'an old head, nobody works', { ...paid, people: [{ pension: 'old-age' }], earners: 'nobody' }, 'likely'],
  ...(['rural', 'rural-invalidity', 'old-age-partial'] as const).map(
    (pension): [EntitlementId, string, Partial<Household>, Outcome] => [
      'E08',
      `a head with a pension (${pension}) that counts only for some`,
      { ...paid, people: [{ ...seesAndMoves, pension, disability: 'no' }], earners: 'nobody', economicAid: false },
      'possible',
    ],
  ),
  [
    'E08',
    'a head who cannot work, without a disability',
    {
      ...paid,
      people: [{ ...seesAndMoves, pension: 'none', disability: 'no', unableToWork: true }],
      earners: 'nobody',
      economicAid: false,
    },
    'unlikely',
  ],
  ['E11', 'is paralysed, and rich', { people: [{ paralysis: 'decided' }], income: 900_000 }, 'likely'],
  [
    'E12',
    'an old head; nobody knows what the others have',
    {
      people: [
        { pension: 'old-age', school: 'none' },
        { school: 11, orphan: 'no', disability: 'no', blindness: 'no' },
      ],
      economicAid: false,
      unemploymentPay: false,
      romaOrEgyptian: false,
    },
    'possible',
  ],
  ['E16', 'a pupil with a disability, no decision', { people: [{ school: 4, disability: 'not-applied' }] }, 'possible'],
  ['E16', 'a pupil without a disability', { people: [{ school: 4, disability: 'no' }] }, 'unlikely'],
  ['E20', 'trafficking', { harm: 'trafficking' }, 'likely'],
  [
    'E22',
    'a pension for inability to work in the village',
    { people: [{ pension: 'rural-invalidity', ownIncome: 5000 }] },
    'likely',
  ],
  ['E04', 'has the status', { people: [{ blindness: 'decided' }] }, 'likely'],
  ['E04', 'waits for the commission', { people: [{ blindness: 'applied' }] }, 'possible'],
  ['E04', 'sees', { people: [{ blindness: 'no' }] }, 'unlikely'],
  ['E05', 'has the status', { people: [{ paralysis: 'decided' }] }, 'likely'],
  ['E05', 'has not asked for it', { people: [{ paralysis: 'not-applied' }] }, 'possible'],
  ['E05', 'nobody', { people: [{ paralysis: 'no' }] }, 'unlikely'],
  ['E06', 'born in June, parents here', { birth: '2026-06-14', parentsInAlbania: true }, 'likely'],
  ['E06', 'a child is expected', { birth: 'expected', parentsInAlbania: true }, 'possible'],
  ['E06', 'the parents live abroad', { birth: '2026-06-14', parentsInAlbania: false }, 'unlikely'],
  ['E06', 'no small child', { birth: 'none' }, 'unlikely'],
  ['E07', 'over 70, here, no pension, little income', { people: [old] }, 'likely'],
  ['E07', 'income not told', { people: [{ ...old, ownIncome: 'rather-not-say' }] }, 'possible'],
  ['E07', 'came back two years ago', { people: [{ ...old, yearsHere: 2 }] }, 'unlikely'],
  ['E07', 'one pensioner, one without a pension', { people: [{ ...old, pension: 'old-age' }, old] }, 'likely'],
  ['E08', 'on economic aid, all paid', { ...paid, economicAid: true }, 'likely'],
  ['E08', 'a blind member', { ...paid, people: [{}, { blindness: 'decided' }] }, 'likely'],
  [
    'E08',
    'head with a pension, nobody works',
    { ...paid, people: [{ pension: 'old-age' }], earners: 'nobody' },
    'likely',
  ],
  [
    'E08',
    'head alone works for the state, small pay',
    { ...paid, earners: 'head-for-the-state', headPay: 30000 },
    'likely',
  ],
  ['E08', 'nothing told but the contract', paid, 'possible'],
  ['E08', 'debts', { economicAid: true, electricity: 'debts' }, 'unlikely'],
  [
    'E08',
    'others work too',
    { people: [{ blindness: 'no', paralysis: 'no', pension: 'old-age' }], economicAid: false, earners: 'others' },
    'unlikely',
  ],
  ['E10', 'pays rent', { people: [{ registered: 'here' }], housing: 'rent' }, 'possible'],
  ['E10', 'without a home, registered nowhere', { people: [{ registered: 'nowhere' }], housing: 'none' }, 'possible'],
  ['E10', 'owns a good home', { housing: 'own' }, 'unlikely'],
  ['E11', 'a disability payment', { people: [{ disability: 'decided' }] }, 'likely'],
  ['E11', 'violence, whatever the income', { harm: 'violence', income: 900_000 }, 'likely'],
  ['E11', 'little income, no property', { people: [{}, {}, {}], income: 74_999, property: 0 }, 'likely'],
  [
    'E11',
    'well off, in no group asked about',
    { people: [{ disability: 'no', blindness: 'no' }], economicAid: false, harm: 'no', income: 900_000 },
    'possible',
  ],
  ['E12', 'a pupil of grade 9', { people: [{}, { school: 9 }] }, 'likely'],
  ['E12', 'grade 10, Roma or Egyptian', { people: [{ school: 10 }], romaOrEgyptian: true }, 'likely'],
  ['E12', 'grade 10, nothing else told', { people: [{ school: 10 }] }, 'possible'],
  [
    'E12',
    'an orphan who is no pupil, a pupil who is no orphan',
    {
      people: [
        { school: 'none', orphan: 'decided' },
        { school: 11, orphan: 'no', disability: 'no', blindness: 'no' },
      ],
    },
    'possible',
  ],
  ['E12', 'nobody at school', { people: [{ school: 'none' }], economicAid: true }, 'unlikely'],
  ['E14', 'blind, own car', { people: [{ blindness: 'decided', ownVehicle: true }] }, 'likely'],
  ['E14', 'applied, own car', { people: [{ disability: 'applied', ownVehicle: true }] }, 'possible'],
  [
    'E14',
    'the car is not in the name of the person',
    { people: [{ blindness: 'decided', ownVehicle: false }] },
    'unlikely',
  ],
  ['E15', 'a pensioner', { people: [{ pension: 'old-age' }] }, 'possible'],
  [
    'E15',
    'no reason at all',
    { people: [{ age: 40, disability: 'no', pension: 'none' }], economicAid: false },
    'possible',
  ],
  ['E16', 'a pupil with the decision', { people: [{ school: 4, disability: 'decided' }] }, 'possible'],
  ['E16', 'a pupil without a disability', { people: [{ school: 4, disability: 'no' }] }, 'unlikely'],
  ['E17', 'long without work', { people: [{ work: 'seeks-long' }] }, 'likely'],
  ['E17', 'looks for work at 28', { people: [{ work: 'seeks', age: 28 }] }, 'likely'],
  ['E17', 'looks for work at 29, in no group asked about', { people: [{ work: 'seeks', age: 29 }] }, 'possible'],
  ['E17', 'works', { people: [{ work: 'works' }] }, 'unlikely'],
  ['E19', 'lost the parents at 12', { people: [{ orphan: 'not-applied', age: 12 }] }, 'likely'],
  ['E19', 'over 25, not housed', { people: [{ orphan: 'not-applied', age: 30, housedByState: false }] }, 'likely'],
  ['E19', 'over 25, housing not told', { people: [{ orphan: 'not-applied', age: 30 }] }, 'possible'],
  ['E19', 'over 25 and housed', { people: [{ orphan: 'decided', age: 30, housedByState: true }] }, 'unlikely'],
  ['E20', 'violence without an order', { harm: 'violence' }, 'likely'],
  ['E20', 'would rather not say', { harm: 'rather-not-say' }, 'possible'],
  ['E20', 'none', { harm: 'no' }, 'unlikely'],
  ['E21', 'a child', { people: [{ age: 40 }, { age: '6-14' }] }, 'likely'],
  [
    'E21',
    'an older couple',
    {
      people: [
        { age: 75, disability: 'no' },
        { age: 77, disability: 'no' },
      ],
      harm: 'no',
    },
    'possible',
  ],
  ['E22', 'full pension, income at the limit', { people: [{ pension: 'old-age', ownIncome: 40_000 }] }, 'likely'],
  ['E22', 'rural pension, income not told', { people: [{ pension: 'rural' }] }, 'possible'],
  [
    'E22',
    'rural pension with the income of a full one',
    { people: [{ pension: 'rural', ownIncome: 40_000 }] },
    'unlikely',
  ],
  ['E22', 'the social pension is not in the list', { people: [{ pension: 'social', ownIncome: 0 }] }, 'unlikely'],
]

describe('outcomes', () => {
  it.each(table)('%s: %s', (id, _, told, outcome) => {
    expect(evaluated(id, told).outcome).toBe(outcome)
  })

  it('are there for every entitlement that is evaluated', () => {
    const named = new Set(table.map(([id]) => id))
    expect([...named].sort()).toEqual(rules.filter(({ kind }) => kind === 'evaluated').map(({ id }) => id))
  })

  it('are at best possible where an office counts points', () => {
    const best = { situation: 'home', orphan: 'decided', registered: 'here', school: 3, disability: 'decided' } as const
    const told: Partial<Household> = {
      people: [best],
      harm: 'order',
      jobOffice: 'registered',
      housing: 'none',
      economicAid: true,
    }
    for (const id of ['E01', 'E10', 'E16'] as const) expect(evaluated(id, told).outcome).toBe('possible')
  })
})

describe('what is explained and not evaluated', () => {
  it('says so, with its reason and source', () => {
    const explained = evaluate(household({}), today).filter(({ kind }) => kind === 'explained')
    expect(explained).toMatchObject([
      { entitlement: 'E09', reason: 'yearly-decision', standing: { kind: 'confirmed', seen: '2025-12' } },
      { entitlement: 'E13', reason: 'municipality-decides', standing: { kind: 'last-known', seen: '2020-11' } },
      { entitlement: 'E18', reason: 'no-right-found', standing: { kind: 'last-known', seen: '2023-12' } },
    ])
  })

  it('is every entitlement on a day before its rule is known', () => {
    const [first] = evaluate(household({}), '1990-01-01')
    expect(first).toMatchObject({ kind: 'explained', reason: 'before-the-rule', standing: { kind: 'unverified' } })
    expect(evaluate(household({}), '2025-12-31').at(-1)).toMatchObject({ reason: 'before-the-rule' })
    expect(evaluate(household({}), '2026-01-01').at(-1)).toMatchObject({ kind: 'evaluated' })
  })
})

describe('other days', () => {
  const abroad = { birth: '2023-11-01', parentsInAlbania: false } as const
  const grade = (school: number) => ({ people: [{ school, orphan: 'decided' as const }], economicAid: false })
  const state = (id: EntitlementId, condition: string, told: Partial<Household>, day: string) =>
    evaluated(id, told, day).conditions.find((one) => one.id === condition)?.state

  it('E06 asked nothing of parents abroad until 14 November 2023', () => {
    expect(evaluated('E06', abroad, '2023-11-13').outcome).toBe('likely')
    expect(evaluated('E06', abroad, '2023-11-14').outcome).toBe('unlikely')
    expect(evaluated('E06', abroad, '2023-11-15').outcome).toBe('unlikely')
  })

  it('E02 asks about months abroad since March 2020', () => {
    const told = { people: [{ age: 30, disability: 'decided', workInvalid: false, monthsAbroad: 9 } as const] }
    expect(evaluated('E02', told, '2020-02-29').outcome).toBe('likely')
    expect(evaluated('E02', told, '2020-03-01').outcome).toBe('unlikely')
  })

  it.each([
    ['2018-09-01', 4, 'met'],
    ['2019-08-31', 5, 'not-met'],
    ['2019-09-01', 5, 'met'],
    ['2020-08-31', 6, 'not-met'],
    ['2021-02-01', 5, 'met'], // a gap: the last grade known
    ['2021-08-31', 9, 'not-met'],
    ['2021-09-01', 9, 'met'],
    ['2021-09-01', 10, 'not-met'],
  ] as const)('E12 on %s: books of grade %i are free for all: %s', (day, school, expected) => {
    expect(state('E12', 'e12-free-for-all', grade(school), day)).toBe(expected)
  })

  it.each([
    ['2019-01-01', 26_000],
    ['2020-12-31', 26_000],
    ['2021-01-01', 30_000],
    ['2022-03-31', 30_000],
    ['2022-04-01', 32_000],
    ['2022-09-01', 34_000],
    ['2023-03-31', 34_000],
    ['2023-04-01', 40_000],
    ['2025-12-31', 40_000],
    ['2026-01-01', 50_000],
  ])('E11 on %s: the limit of a person alone is %i lekë', (day, wage) => {
    expect(state('E11', 'e11-income', { income: wage - 1 }, day)).toBe('met')
    expect(state('E11', 'e11-income', { income: wage }, day)).toBe('not-met')
    expect(state('E11', 'e11-income', { income: wage + 1 }, day)).toBe('not-met')
  })

  it('E11: half a wage for each in a family, and open while others may live there', () => {
    const five = { people: [{}, {}, {}, {}, {}] }
    expect(state('E11', 'e11-income', { ...five, income: 124_999 }, today)).toBe('met')
    expect(state('E11', 'e11-income', { ...five, income: 125_000 }, today)).toBe('not-met')
    expect(state('E11', 'e11-income', { ...five, income: 125_000, everyone: false }, today)).toBe('not-known')
    expect(state('E11', 'e11-income', { income: 1 }, '2018-12-31')).toBe('not-known') // no wage known yet
  })

  it('E07 compares with the newest amount known', () => {
    const told = (ownIncome: number) => ({ people: [{ ...old, age: 80, ownIncome }] })
    expect(evaluated('E07', told(6749), '2018-03-01').outcome).toBe('likely')
    expect(evaluated('E07', told(6750), '2018-03-01').outcome).toBe('unlikely')
    expect(evaluated('E07', told(9952), '2025-09-30').outcome).toBe('unlikely')
    expect(evaluated('E07', told(9952), '2025-10-01').outcome).toBe('likely')
    expect(evaluated('E07', told(9953), '2025-10-01').outcome).toBe('unlikely')
  })

  it('E22 still answers after its year, and says of when it is', () => {
    const told = { people: [{ pension: 'family', ownIncome: 18_000 } as const] }
    expect(evaluated('E22', told, '2026-12-31')).toMatchObject({ outcome: 'likely', standing: { kind: 'confirmed' } })
    expect(evaluated('E22', told, '2027-01-01').standing).toEqual({ kind: 'last-known', seen: '2026-01' })
    const later = evaluated('E22', told, '2027-03-01')
    expect(later).toMatchObject({ outcome: 'likely', standing: { kind: 'last-known', seen: '2026-01' } })
    expect(later.figures.every(({ inForce }) => !inForce)).toBe(true)
  })
})

describe('standing', () => {
  it('is not confirmed by what was said of another time', () => {
    const helped = { people: [{ disability: 'decided', careNeed: 'decided' } as const] }
    expect(evaluated('E03', helped, '2014-06-01').standing).toEqual({ kind: 'last-known', seen: '2019' })
    expect(evaluated('E12', { people: [{ school: 3 }] }, '2018-10-01').standing.kind).toBe('last-known')
  })

  it('is no better than that of the figure that a condition compares with', () => {
    const told = { people: [{ ...old, ownIncome: 7000 }] }
    expect(evaluated('E07', told, '2018-06-30').standing.kind).toBe('confirmed')
    // The amount had ended; no newer one is known.
    expect(evaluated('E07', told, '2018-07-01').standing.kind).toBe('last-known')
  })

  it('of a rule that has ended is that of the last one known', () => {
    const source = { act: null, source: 'x', seen: '2026-06', certainty: 'high' } as const
    const when = ofHousehold('economicAid', { ...source, id: 'e99' }, (gets) => gets)
    const rule = {
      id: 'E99',
      kind: 'evaluated',
      from: '2026',
      until: '2026-09',
      when,
      papers: [],
      figures: [],
    } as const
    const on = (day: string) => evaluateRule(rule, household({ economicAid: true }), day)
    expect(on('2026-09-30').standing).toEqual({ kind: 'confirmed', seen: '2026-06' })
    expect(on('2026-10-01')).toMatchObject({ outcome: 'likely', standing: { kind: 'last-known', seen: '2026-06' } })
  })

  it('stays whatever the day: on the last day of the calendar every condition still counts', () => {
    const nothing = { people: [{ disability: 'no', blindness: 'no', paralysis: 'no', careNeed: 'no' } as const] }
    for (const id of ['E02', 'E03', 'E04', 'E05'] as const)
      expect(evaluated(id, nothing, '9999-12-31').outcome, id).toBe('unlikely')
  })
})

describe('what is settled', () => {
  /** All that a household did not tell, as another one would tell it; people too, where not everyone was named. */
  const filledIn = (told: Household, other: Household): Household => ({
    ...other,
    ...told,
    people: [
      ...told.people.map((person, index) => ({ ...other.people[index % other.people.length], ...person })),
      ...(told.everyone === true ? [] : other.people.slice(0, 12 - told.people.length)),
    ],
  })
  const outcomeOf = (household: Household) =>
    new Map(evaluate(household, today).flatMap((one) => (one.kind === 'evaluated' ? [[one.entitlement, one]] : [])))

  it('never turns, whatever else is told', () => {
    let settled = 0
    for (let seed = 1; seed <= 400; seed += 1) {
      const told = generatedHousehold(seed, { told: (seed % 9) / 9, most: 5 })
      const before = outcomeOf(told)
      for (const more of [1, 2, 3]) {
        const after = outcomeOf(filledIn(told, generatedHousehold(1000 * more + seed, { most: 5 })))
        for (const [id, one] of before) {
          if (!one.settled) continue
          settled += 1
          expect(after.get(id)?.outcome, `${id}, household ${seed}, more ${more}`).toBe(one.outcome)
        }
      }
    }
    expect(settled).toBeGreaterThan(2000)
  })

  it('is open where it only follows from the age', () => {
    expect(evaluated('E17', { people: [{ age: 10 }] })).toMatchObject({ outcome: 'unlikely', settled: false })
    expect(evaluated('E17', { people: [{ age: 10, work: 'neither' }] })).toMatchObject({ settled: true })
  })

  it('E11: is no less when more people live there than were named', () => {
    const poor = {
      everyone: 'do-not-know' as const,
      people: [{ ...seesAndMoves, disability: 'no' as const }],
      economicAid: false,
      harm: 'no' as const,
      income: 60_000,
      property: 0,
    }
    const three = { ...poor, everyone: true, people: [1, 2, 3].map(() => poor.people[0] ?? {}) }
    expect(evaluated('E11', three).outcome).toBe('likely')
    // That nobody else there has a right of their own settles nothing: more people raise the limit of the family.
    const possible = evaluated('E11', poor).settledBy.find(({ outcome }) => outcome === 'possible')
    expect(possible?.facts.map(({ fact }) => fact)).toEqual(['everyone', 'income'])
  })
})

describe('people', () => {
  it('are those for whom it comes nearest', () => {
    expect(evaluated('E07', { people: [{ age: 40 }, old, { age: 12 }] }).people).toEqual([1])
    expect(evaluated('E07', { people: [{ age: 40 }] }).people).toEqual([])
    expect(evaluated('E12', { people: [{ school: 'none' }, { school: 2 }, { school: 7 }] }).people).toEqual([1, 2])
    expect(evaluated('E20', { harm: 'order' }).people).toEqual([])
  })

  it('may be twelve, without papers, and more may live there', () => {
    const people = Array.from({ length: 12 }, () => ({ papers: 'none' as const, blindness: 'no' as const }))
    const all = evaluated('E04', { people })
    expect(all.outcome).toBe('unlikely')
    expect(all.papers[0]).toEqual({ paper: 'identity-card', lackedBy: people.map((_, index) => index) })
    const some = evaluated('E04', { people, everyone: 'do-not-know' })
    expect(some).toMatchObject({ outcome: 'possible', settled: false, missing: [{ fact: 'everyone', person: null }] })
  })
})

describe('what they have already', () => {
  const hadBy = (id: EntitlementId, told: Partial<Household>) => evaluated(id, told).hadBy

  it('is of those who were said to have it', () => {
    expect(hadBy('E01', { people: [{}, {}], economicAid: true })).toEqual([0, 1])
    expect(hadBy('E01', { economicAid: false })).toEqual([])
    expect(hadBy('E01', { economicAid: 'do-not-know' })).toEqual([])
    expect(hadBy('E07', { people: [{ pension: 'social' }, old] })).toEqual([0])
    expect(hadBy('E19', { people: [{ orphan: 'applied' }, { orphan: 'decided' }] })).toEqual([1])
    expect(hadBy('E04', { people: [{ blindness: 'decided' }, { blindness: 'applied' }] })).toEqual([0])
    expect(hadBy('E05', { people: [{ paralysis: 'not-applied' }, { paralysis: 'decided' }] })).toEqual([1])
    expect(hadBy('E08', { economicAid: true })).toEqual([])
  })

  it('leaves the outcome to the rule', () => {
    expect(evaluated('E07', { people: [{ ...old, pension: 'social', ownIncome: 9953 }] })).toMatchObject({
      outcome: 'unlikely',
      hadBy: [0],
    })
    expect(evaluated('E07', { people: [{ pension: 'social', ownIncome: 9953 }, old] })).toMatchObject({
      outcome: 'likely',
      people: [1],
      hadBy: [0],
    })
  })
})

it.each([
  ['identity-card', [1, 2]],
  ['birth-certificate', [2]],
  ['residence-proof', [3]],
  ['family-certificate', [3]],
  ['income-papers', []],
] as const)('%s is lacked by whom the answers say so', (paper, lackedBy) => {
  const people: Household['people'] = [
    { papers: 'identity-card', registered: 'elsewhere' },
    { papers: 'birth-certificate', registered: 'here' },
    { papers: 'none', registered: 'do-not-know' },
    { registered: 'nowhere' },
    {},
  ]
  expect(people.flatMap((one, index) => (lacks(one, paper) ? [index] : []))).toEqual(lackedBy)
})

it('counts what follows from an age as told, unless something else was told', () => {
  expect(evaluated('E17', { people: [{ age: 14 }] }).outcome).toBe('unlikely')
  expect(evaluated('E17', { people: [{ age: 15 }] }).outcome).toBe('possible')
  expect(evaluated('E17', { people: [{ age: 14, work: 'seeks' }] }).outcome).toBe('likely')
  expect(evaluated('E12', { people: [{ age: 60 }] }).outcome).toBe('unlikely')
  expect(evaluated('E12', { people: [{ age: 59 }] }).outcome).toBe('possible')
  expect(evaluated('E14', { people: [{ age: '1966' }] }).outcome).toBe('possible')
})
