import { z } from 'zod'
import { evaluate, type Evaluation } from './evaluate'
import { householdSchema, parseHousehold, type Fault } from './household'
import { openQuestions } from './next-question'

/** Everything about a household on a day; questions are those that can still change something, in their order. */
export type Report =
  | { ok: true; date: string; evaluations: Evaluation[]; questions: { id: string; people: number[] | null }[] }
  | { ok: false; error: 'malformed'; faults: Fault[] }

/** @param value anything that was read as JSON */
export function reportOn(value: unknown, date: string): Report {
  const parsed = parseHousehold(value, date)
  if (!parsed.ok) return { ok: false, error: 'malformed', faults: parsed.faults }
  const { household } = parsed
  const questions = openQuestions(household, date).map(({ question, people }) => ({ id: question.id, people }))
  return { ok: true, date, evaluations: evaluate(household, date), questions }
}

/** The schema of a household for other programs: docs/entitlements/household.schema.json. */
export function householdJsonSchema() {
  return z.toJSONSchema(householdSchema)
}
