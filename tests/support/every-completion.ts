import {
  conditionsIn,
  figureOn,
  isTold,
  outcomeOn,
  type Condition,
  type Fact,
  type Household,
  type Outcome,
  type Person,
  type Rule,
} from '~/features/entitlements/engine'
import { monthsBefore } from '~/features/entitlements/engine/days'
import { unknown } from '~/features/entitlements/engine/logic'
import { impliedByAge } from '~/features/entitlements/engine/implied'

/**
 * What the engine says about what may still come out, found by trying everything: every open fact of a rule with every
 * value it can come to. Slow, and plain enough to be believed.
 */
export type Open = { fact: Fact; person: number | null; values: readonly unknown[] }
export type EvaluatedRule = Extract<Rule, { kind: 'evaluated' }>

/** What facts can come to in the end; between them they bring about whatever a rule can make of a fact. */
const finally_: Partial<Record<Fact, readonly unknown[]>> = {
  age: [1, 5, 20, 27, 40, 72],
  situation: ['home', 'abroad'],
  registered: ['here', 'elsewhere'],
  disability: ['decided', 'no'],
  careNeed: ['decided', 'no'],
  blindness: ['decided', 'no'],
  paralysis: ['decided', 'no'],
  orphan: ['decided', 'no'],
  monthsAbroad: [0, 9],
  school: ['none', 3, 11],
  work: ['neither', 'seeks', 'seeks-long'],
  monthsSinceReturn: [false, 3],
  pension: ['none', 'old-age', 'old-age-partial', 'rural', 'family', 'invalidity'],
  ownIncome: [0, 900_000],
  yearsHere: [3, 40],
  birth: ['none', '2019-01-15'],
  jobOffice: ['registered', 'not-registered'],
  earners: ['nobody', 'head-for-the-state', 'others'],
  headPay: [0, 900_000],
  income: [0, 900_000_000],
  property: [0, 900_000_000],
  electricity: ['paid', 'debts'],
  housing: ['own', 'rent'],
  harm: ['no', 'order'],
  everyone: [true, 'somebody who meets it', 'three who meet nothing'],
}

/** Answers after which a paper is still missing. */
const betweenTimes: Partial<Record<Fact, readonly unknown[]>> = {
  disability: ['applied'],
  careNeed: ['not-applied'],
  blindness: ['applied'],
  paralysis: ['applied'],
  orphan: ['applied'],
  birth: ['expected'],
  housing: ['own-too-small'],
  everyone: [false],
}

const paragon: Person = {
  age: 4,
  situation: 'home',
  disability: 'decided',
  careNeed: 'decided',
  blindness: 'decided',
  paralysis: 'decided',
  orphan: 'decided',
  workInvalid: false,
  monthsAbroad: 0,
  ownVehicle: true,
  school: 3,
  work: 'seeks-long',
  pension: 'old-age',
  ownIncome: 0,
  yearsHere: 80,
}
const nobodySpecial: Person = {
  age: 40,
  situation: 'abroad',
  disability: 'no',
  careNeed: 'no',
  blindness: 'no',
  paralysis: 'no',
  orphan: 'no',
  workInvalid: false,
  housedByState: true,
  monthsAbroad: 9,
  ownVehicle: false,
  school: 'none',
  work: 'neither',
  monthsSinceReturn: false,
  pension: 'none',
  ownIncome: 900_000,
  yearsHere: 3,
}
const oldParagon: Person = { ...paragon, age: 75, pension: 'none' }

/** The open facts of a rule: those that were not told or of which a paper is missing; `asking`: only those not asked. */
export function openFacts(rule: EvaluatedRule, household: Household, day: string, asking: boolean): Open[] {
  const inForce = conditionsIn(rule.when).filter(({ from = '', until = '9999-12-31' }) => from <= day && day <= until)
  const asked = inForce.filter(({ fact, certainty }) => fact !== null && certainty !== 'unverified')
  const places = asked.flatMap(({ fact, about }) =>
    (about === 'household' ? [null] : about === 'head' ? [0] : household.people.map((_, i) => i)).map((person) => ({
      fact: fact as Fact,
      person,
    })),
  )
  const someone = asked.some(({ about }) => about === 'person')
  const all = [...(someone ? [{ fact: 'everyone' as Fact, person: null }] : []), ...places]
  const once = all.filter((one, i) => all.findIndex((o) => o.fact === one.fact && o.person === one.person) === i)
  return once.flatMap(({ fact, person }) => {
    const said = saidOf(household, fact, person)
    const told = said ?? impliedOf(household, fact, person, day)
    const wantsPaper = asked.some((one) => one.fact === fact && verdictOf(rule, one, household, told, day) === unknown)
    // What only follows from the age is not asked, yet may come out otherwise.
    const open = asking ? told === undefined : !isTold(said) || wantsPaper
    const values = [
      ...(finally_[fact] ?? [true, false]),
      ...(fact === 'birth' ? [monthsBefore(day, 2)] : []),
      ...(asking ? ['do-not-know', ...(betweenTimes[fact] ?? [])] : []),
    ]
    return open ? [{ fact, person, values }] : []
  })
}

function verdictOf(rule: EvaluatedRule, { holds }: Condition, household: Household, told: unknown, day: string) {
  const limit = (name: string) => figureOn(rule.figures, name, day)?.figure.value ?? NaN
  return isTold(told) ? holds(told as never, { day, household, limit }) : null
}

function saidOf(household: Household, fact: Fact, person: number | null): unknown {
  return person === null ? household[fact as keyof Household] : household.people[person]?.[fact as keyof Person]
}

function impliedOf({ people }: Household, fact: Fact, person: number | null, day: string): unknown {
  return person === null ? undefined : impliedByAge(people[person] ?? {}, fact as keyof Person, day)
}

export function withFact(
  household: Household,
  { fact, person }: Pick<Open, 'fact' | 'person'>,
  value: unknown,
): Household {
  if (value === 'somebody who meets it') {
    return { ...household, everyone: true, people: [...household.people, paragon, oldParagon] }
  }
  if (value === 'three who meet nothing')
    return { ...household, everyone: true, people: [...household.people, ...Array<Person>(3).fill(nobodySpecial)] }
  if (person === null) return { ...household, [fact]: value }
  return { ...household, people: household.people.map((one, i) => (i === person ? { ...one, [fact]: value } : one)) }
}

/** Outcomes of all completions, the value of the first fact changing slowest. */
export type Table = { open: Open[]; outcomes: Outcome[] }

export function tableOf(rule: EvaluatedRule, household: Household, day: string, open: Open[]): Table {
  const grow = (at: number, so: Household): Outcome[] => {
    const one = open[at]
    if (one === undefined) return [outcomeOn(rule, so, day) ?? 'possible']
    return one.values.flatMap((value) => grow(at + 1, withFact(so, one, value)))
  }
  return { open, outcomes: grow(0, household) }
}

export function sizeOf(open: Open[]): number {
  return open.reduce((product, { values }) => product * values.length, 1)
}

/** How far apart in the table two values of a fact are. */
function strideOf(open: Open[], at: number): number {
  return sizeOf(open.slice(at + 1))
}

/** The facts on which an outcome depends under some answers to the rest. */
export function mattering({ open, outcomes }: Table): Open[] {
  return open.filter((one, at) => {
    const stride = strideOf(open, at)
    const block = stride * one.values.length
    return outcomes.some((outcome, i) => outcome !== outcomes[Math.floor(i / block) * block + (i % stride)])
  })
}

/** The fewest facts with answers under which only that outcome is left; null when there are none. */
export function fewest({ open, outcomes }: Table, target: Outcome): number | null {
  const subsets = Array.from({ length: 2 ** open.length }, (_, bits) => open.filter((_one, at) => bits & (1 << at)))
  const ordered = subsets.sort((a, b) => a.length - b.length)
  return ordered.find((subset) => settles({ open, outcomes }, subset, target))?.length ?? null
}

/** Whether some answers to these facts leave only that outcome. */
export function settles(
  { open, outcomes }: Table,
  subset: readonly Pick<Open, 'fact' | 'person'>[],
  target: Outcome,
): boolean {
  const chosen = open.map((one) => subset.some(({ fact, person }) => fact === one.fact && person === one.person))
  const strides = open.map((_, at) => strideOf(open, at))
  const failed = new Set<string>()
  const seen = new Set<string>()
  for (const [i, outcome] of outcomes.entries()) {
    let answers = ''
    for (const [at, one] of open.entries()) {
      answers += chosen[at] ? `${Math.floor(i / strides[at]!) % one.values.length},` : '*,'
    }
    seen.add(answers)
    if (outcome !== target) failed.add(answers)
  }
  return [...seen].some((answers) => !failed.has(answers))
}
