import { dateOfDay, dayNumber } from '~/lib/days'
import {
  answerOf,
  evaluate,
  lacks,
  papers,
  questionsLeft,
  questionsPut,
  type CheckState,
  type ConditionState,
  type Evaluated,
} from './engine'
import type { ResultItem, ResultView } from './schema'

/** Often so many days, in the general law on administrative procedure; not confirmed for each case. */
const appealDays = 30

/** What is known comes first. */
const order: ConditionState[] = ['met', 'not-met', 'not-known']

/** What a family probably has on a day, in the order in which it helps: protection first, then likely, then possible. */
export function viewResult(state: CheckState, day: string): ResultView {
  const evaluations = evaluate(state.household, day)
  const evaluated = evaluations.filter((one) => one.kind === 'evaluated')
  const harm = answerOf(state, { id: 'q32', fact: 'harm', about: 'household', answer: 'choice' }, null)
  const isHarm = harm === 'order' || harm === 'violence' || harm === 'trafficking'
  const toAsk = evaluated.filter((one) => !isHad(one))
  const withOutcome = (outcome: Evaluated['outcome']) =>
    toAsk.filter((one) => one.outcome === outcome).map((one) => itemOf(one, state))
  const likely = withOutcome('likely').sort((a, b) => urgency(a) - urgency(b))
  const [left] = questionsLeft(state, day)
  return {
    day,
    isHarm,
    isAlone: state.household.people.length === 1,
    lacking: state.household.people.flatMap((one, person) => {
      const lacked = papers.filter((paper) => lacks(one, paper))
      return lacked.length > 0 ? [{ person, papers: lacked }] : []
    }),
    registeredElsewhere: state.household.people.flatMap(({ registered }, person) =>
      registered === 'elsewhere' ? [person] : [],
    ),
    appealUntil: dateOfDay(dayNumber(day) + appealDays),
    likely,
    possible: withOutcome('possible'),
    unlikely: withOutcome('unlikely'),
    had: evaluated.filter(isHad).map(({ entitlement }) => entitlement),
    explained: evaluations.flatMap((one) =>
      one.kind === 'explained' ? [{ id: one.entitlement, reason: one.reason }] : [],
    ),
    left: left?.id ?? null,
    skipped: [...state.skipped].sort(),
    put: questionsPut(state).map(({ id }) => id),
  }
}

/** Everybody who comes near it has it already. */
function isHad({ people, hadBy }: Evaluated): boolean {
  return hadBy.length > 0 && people.every((person) => hadBy.includes(person))
}

/** Protection before all; a lawyer is for when there is something to fight for. */
function urgency({ id }: ResultItem): number {
  return id === 'E20' ? -1 : id === 'E11' ? 1 : 0
}

function itemOf(one: Evaluated, { household }: CheckState): ResultItem {
  const { entitlement: id, outcome, standing, settled, people, figures } = one
  const about = (person: number | null) => person === null || people.length === 0 || people.includes(person)
  const conditions = one.conditions.filter(({ person }) => about(person))
  const [settling] = one.settledBy
  return {
    id,
    outcome,
    standing,
    settled,
    people: people.length < household.people.length ? people : [],
    conditions: conditions
      .filter(({ id: condition }, index) => conditions.findIndex((other) => other.id === condition) === index)
      .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
      .map(({ id: condition, state, standing: age }) => ({ id: condition, state, standing: age })),
    settling: settling?.facts.map(({ conditions: ids, paper, person }) => ({ conditions: ids, paper, person })) ?? [],
    papers: one.papers.map(({ paper }) => paper),
    figures: figures.map(({ figure }) => figure),
  }
}
