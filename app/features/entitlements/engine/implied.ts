import { hasReached } from './ages'
import { isTold, type Person, type PersonFact, type PersonValue } from './household'
import { no, yes } from './logic'

type Implication = { [F in PersonFact]?: { value: PersonValue<F>; under?: number; from?: number } }

/**
 * What nobody has to ask at some ages: it follows unless the person says otherwise. Wide on purpose; no law is behind
 * these numbers, only life.
 */
const implications: Implication = {
  work: { value: 'neither', under: 15 },
  workInvalid: { value: false, under: 15 },
  ownVehicle: { value: false, under: 15 },
  school: { value: 'none', from: 60 },
}

/** The facts that an age may answer too. */
export const followsFromAge = Object.keys(implications) as PersonFact[]

/** The value of a fact that follows from a person's age, or undefined. */
export function impliedByAge(person: Person, fact: PersonFact, day: string): unknown {
  const implied = implications[fact]
  if (implied === undefined || !isTold(person.age)) return undefined
  const { value, under, from } = implied
  if (under !== undefined && hasReached(under, person.age, day) === no) return value
  return from !== undefined && hasReached(from, person.age, day) === yes ? value : undefined
}
