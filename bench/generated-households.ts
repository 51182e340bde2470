import {
  householdFacts,
  personFacts,
  type Household,
  type HouseholdFact,
  type Person,
  type PersonFact,
} from '../app/features/entitlements/engine'
import { randomFrom } from './generated-election'

/**
 * Values of each fact that between them bring about whatever a rule can make of it; ages and amounts stand on both sides
 * of every limit. The weights are no statistics: rare things are common here, so that every rule is met.
 */
export const personSamples: { [F in PersonFact]: readonly NonNullable<Person[F]>[] } = {
  age: ['0-1', 4, '6-14', 16, 22, '26-28', 40, '29-59', 62, '1958-03-05', '70+', 84],
  situation: ['home', 'home', 'home', 'home', 'abroad', 'prison', 'care-institution', 'asylum-seeker'],
  registered: ['here', 'here', 'elsewhere', 'nowhere'],
  papers: ['identity-card', 'identity-card', 'birth-certificate', 'none'],
  disability: ['no', 'no', 'no', 'decided', 'applied', 'not-applied'],
  careNeed: ['no', 'decided', 'applied', 'not-applied'],
  blindness: ['no', 'no', 'no', 'no', 'decided', 'applied', 'not-applied'],
  paralysis: ['no', 'no', 'no', 'no', 'decided', 'applied', 'not-applied'],
  orphan: ['no', 'no', 'no', 'no', 'decided', 'applied', 'not-applied'],
  housedByState: [false, true],
  workInvalid: [false, false, false, true],
  unableToWork: [false, true],
  monthsAbroad: [0, 0, 0, 5, 'for-health'],
  ownVehicle: [false, true],
  school: ['none', 'none', 'kindergarten', 3, 9, 10, 12, 'university'],
  work: ['neither', 'works', 'seeks', 'seeks-long'],
  monthsSinceReturn: [false, false, 8, 60],
  pension: [
    'none',
    'none',
    'none',
    'old-age',
    'old-age-partial',
    'rural',
    'family',
    'invalidity',
    'rural-invalidity',
    'social',
  ],
  ownIncome: [0, 9000, 17000, 35000, 70000],
  yearsHere: [40, 40, 2],
}

export const householdSamples: { [F in HouseholdFact]: readonly NonNullable<Household[F]>[] } = {
  everyone: [true],
  economicAid: [false, false, true],
  unemploymentPay: [false, false, true],
  jobOffice: ['registered', 'not-registered', 'nobody-can-work'],
  earners: ['nobody', 'head-for-the-state', 'others'],
  headPay: [30000, 60000],
  income: [0, 20000, 60000, 900000],
  property: [0, 500000, 90000000],
  electricity: ['paid', 'paid', 'debts', 'no-contract'],
  housing: ['own', 'own-too-small', 'own-unsafe', 'rent', 'with-others', 'none'],
  birth: ['none', 'none', 'none', 'expected', '2026-08-02', '2021-05-05', '2017-01-09'],
  parentsInAlbania: [true, true, false],
  loneParent: [false, false, true],
  harm: ['no', 'no', 'no', 'no', 'order', 'violence', 'trafficking'],
  romaOrEgyptian: [false, false, true],
}

export type Random = () => number

export function oneOf<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T
}

/** A household of one to twelve people of whom a share of everything was told; small ones are more common. */
export function generatedHousehold(seed: number, { told = 1, most = 12 } = {}): Household {
  const random = randomFrom(seed)
  const people = Array.from({ length: 1 + Math.floor(random() ** 2 * most) }, () => {
    return pick(random, personFacts, personSamples, told) as Person
  })
  return { ...pick(random, householdFacts, householdSamples, told), people }
}

function pick(random: Random, facts: readonly string[], samples: object, told: number): Record<string, unknown> {
  const given = Object.entries(samples).filter(([fact]) => facts.includes(fact) && random() < told)
  return Object.fromEntries(given.map(([fact, values]) => [fact, valueOr(random, values as unknown[])]))
}

/** One in thirty does not know, or would rather not say. */
function valueOr(random: Random, values: readonly unknown[]): unknown {
  const chance = random()
  if (chance > 1 / 30) return oneOf(random, values)
  return chance > 1 / 60 ? 'do-not-know' : 'rather-not-say'
}
