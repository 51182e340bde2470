import { firstDay } from './days'
import { groundOf } from './ground'
import type { Fact, Household } from './household'
import { followsFromAge } from './implied'
import { questions, type Question } from './questions'
import { pivots } from './reach'
import { rules } from './rules'

/** A question that is still worth asking, and for whom: places in `people`; null when it is about the household. */
export type OpenQuestion = { question: Question; people: number[] | null }

/**
 * The questions not yet put whose answers can still change an outcome, in the order they are asked. Exact: every other
 * question can change none, whatever is answered to the rest.
 */
export function openQuestions(household: Household, day: string): OpenQuestion[] {
  const open = new Map<string, Set<number | null>>()
  for (const rule of rules) {
    if (rule.kind === 'explained' || day < firstDay(rule.from)) continue
    for (const { condition, person } of pivots(groundOf(rule, household, day), 'asking')) {
      const people = open.get(condition.fact ?? '') ?? new Set()
      open.set(condition.fact ?? '', people.add(person))
      if (isAnsweredByAge(condition.fact, person, household))
        open.set('age', (open.get('age') ?? new Set()).add(person))
    }
  }
  return questions.flatMap((question) => {
    const people = open.get(question.fact)
    if (people === undefined) return []
    const named = [...people].filter((person) => person !== null).sort((a, b) => a - b)
    return [{ question, people: question.about === 'household' ? null : named }]
  })
}

/** An age that was not asked may answer this fact too. */
function isAnsweredByAge(fact: Fact | null, person: number | null, { people }: Household): boolean {
  return followsFromAge.some((one) => one === fact) && person !== null && people[person]?.age === undefined
}

/** The next question to put, or null when no answer can change anything any more. */
export function nextQuestion(household: Household, day: string): OpenQuestion | null {
  return openQuestions(household, day)[0] ?? null
}
