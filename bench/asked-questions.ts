import { decidingQuestions, nextQuestion, type Household, type Person } from '../app/features/entitlements/engine'
import { generatedHousehold } from './generated-households'

/** How many questions each of the generated households is asked until no answer changes anything, in rising order. */
export function answersNeeded(households: number, day: string, most = 12): { asked: number[]; all: number } {
  const asked = Array.from({ length: households }, (_, seed) => askAll(generatedHousehold(seed, { most }), day).length)
  return { asked: asked.sort((a, b) => a - b), all: decidingQuestions.length }
}

/** The numbers of the questions put, one after the other, to somebody who knows the whole truth. */
export function askAll(truth: Household, day: string): string[] {
  let told: Household = { people: truth.people.map(() => ({})) }
  const asked: string[] = []
  for (let next = nextQuestion(told, day); next !== null; next = nextQuestion(told, day)) {
    asked.push(next.question.id)
    told = answered(told, truth, next.question.fact, next.people)
  }
  return asked
}

function answered(told: Household, truth: Household, fact: string, people: number[] | null): Household {
  const answer = (from: object) => ({ [fact]: (from as Record<string, unknown>)[fact] ?? 'do-not-know' })
  if (people === null) return { ...told, ...answer(truth) }
  const of = (person: Person, index: number) =>
    people.includes(index) ? { ...person, ...answer(truth.people[index] ?? {}) } : person
  return { ...told, people: told.people.map(of) }
}
