import { answerFrom } from './choices'
import { mostPeople, notTold, parseHousehold, type FaultCode, type Household, type Person } from './household'
import { openQuestions } from './next-question'
import { questions, type Question } from './questions'

/** All that is known of one family on its way through the questions. */
export type CheckState = { household: Household; skipped: readonly string[]; municipality?: string }

/** Whom a question is put about: a place in `people`, or null for the household. */
export type Subject = number | null

export const emptyCheck: CheckState = { household: { people: [{}] }, skipped: [] }

export const questionOf = (id: string): Question | null => questions.find((one) => one.id === id) ?? null

/** The answer given to a question; undefined when there is none yet. */
export function answerOf({ household }: CheckState, { fact }: Question, subject: Subject): unknown {
  const from: Record<string, unknown> = subject === null ? household : (household.people[subject] ?? {})
  return from[fact]
}

/** The questions still worth asking that were not skipped, in their order. */
export function questionsLeft({ household, skipped }: CheckState, day: string): Question[] {
  return openQuestions(household, day).flatMap(({ question }) => (skipped.includes(question.id) ? [] : question))
}

/** The questions that follow one, in their order; after the last comes what was found. */
export function questionsAfter(state: CheckState, { id, onRequest }: Question, day: string): Question[] {
  return onRequest
    ? questions.filter((one) => one.onRequest && one.id > id)
    : questionsLeft(state, day).filter((one) => one.id !== id)
}

/** Whom the page of a question asks about: those who answered it, and those whose answer can still change something. */
export function subjectsOf(state: CheckState, question: Question, day: string): Subject[] {
  if (question.onRequest) return state.household.people.map((_, index) => index)
  const open = openQuestions(state.household, day).find((one) => one.question.id === question.id)
  const answered = (subject: Subject) => answerOf(state, question, subject) !== undefined
  if (question.about === 'household') return open || answered(null) ? [null] : []
  return state.household.people.flatMap((_, index) => (answered(index) || open?.people?.includes(index) ? [index] : []))
}

/** The questions put so far, in their order. */
export function questionsPut(state: CheckState): Question[] {
  const everybody = state.household.people.map((_, index) => index)
  return questions.filter(
    (question) =>
      state.skipped.includes(question.id) ||
      (question.about === 'household' ? [null] : everybody).some((who) => answerOf(state, question, who) !== undefined),
  )
}

/** The question put before another one; null before the first, and before the first on request. */
export function questionBefore(state: CheckState, { id, onRequest }: Question): Question | null {
  return questionsPut(state).findLast((one) => one.id < id && one.onRequest === onRequest) ?? null
}

/** By subject: the code of what is wrong. */
export type AnswerFaults = Map<Subject, FaultCode>
export type Answered = { ok: true; state: CheckState } | { ok: false; faults: AnswerFaults }

/**
 * Puts what was chosen or written into the household. A question that some left open counts as skipped, so it does not
 * come again by itself.
 *
 * @param texts by subject, empty for no answer
 */
export function answer(state: CheckState, question: Question, texts: Map<Subject, string>, today: string): Answered {
  const given = [...texts].filter(([, text]) => text.trim() !== '')
  const [first] = texts.keys()
  if (given.length === 0) return { ok: false, faults: new Map([[first ?? null, 'not-a-choice']]) }
  if (question.fact === 'everyone') return answerPeople(state, given[0]?.[1] ?? '')
  const household = given.reduce((all, [who, text]) => put(all, question, who, text), state.household)
  const parsed = parseHousehold(household, today)
  if (!parsed.ok) return { ok: false, faults: faultsBySubject(parsed.faults, given, question) }
  const skipped = state.skipped.filter((id) => id !== question.id)
  return {
    ok: true,
    state: {
      ...state,
      household: parsed.household,
      skipped: given.length < texts.size ? [...skipped, question.id] : skipped,
    },
  }
}

export function skip(state: CheckState, { id }: Question): CheckState {
  return { ...state, skipped: [...state.skipped.filter((one) => one !== id), id] }
}

/** How many live there: so many places for people, and whether they are all. */
function answerPeople(state: CheckState, text: string): Answered {
  const { household } = state
  const skipped = state.skipped.filter((id) => id !== 'q01')
  if (notTold.some((one) => one === text)) {
    return { ok: true, state: { ...state, skipped, household: { ...household, everyone: text as 'do-not-know' } } }
  }
  const count = text === 'more' ? mostPeople : /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (count < 1) return { ok: false, faults: new Map([[null, 'not-a-choice']]) }
  if (count > mostPeople) return { ok: false, faults: new Map([[null, 'too-many-people']]) }
  const people = Array.from({ length: count }, (_, index): Person => household.people[index] ?? {})
  return { ok: true, state: { ...state, skipped, household: { ...household, everyone: text !== 'more', people } } }
}

function put(household: Household, question: Question, who: Subject, text: string): Household {
  const value = notTold.some((one) => one === text) ? text : answerFrom(question, text)
  if (who === null) return { ...household, [question.fact]: value }
  const people = household.people.map((one, index) => (index === who ? { ...one, [question.fact]: value } : one))
  return { ...household, people }
}

/** What somebody wrote where a date or a number is asked is no date or number, rather than no choice. */
function faultsBySubject(
  faults: { path: string; code: FaultCode }[],
  given: [Subject, string][],
  { fact, answer: kind }: Question,
): AnswerFaults {
  const found = new Map<Subject, FaultCode>()
  for (const [who] of given) {
    const fault = faults.find(({ path }) => path === (who === null ? fact : `people.${who}.${fact}`))
    if (!fault) continue
    const vague = fault.code === 'not-a-choice'
    found.set(who, vague && kind === 'amount' ? 'not-a-number' : vague && kind === 'birth' ? 'not-a-date' : fault.code)
  }
  return found
}
