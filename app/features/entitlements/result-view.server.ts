import { dateOfDay, dayNumber } from '~/lib/days'
import {
  answerOf,
  conditionsIn,
  evaluateRule,
  lacks,
  outcomeOn,
  outcomes,
  paperOf,
  papers,
  questionsLeft,
  questionsPut,
  rules,
  type CheckState,
  type ConditionResult,
  type ConditionState,
  type Evaluated,
  type Explained,
  type Fact,
  type Household,
  type Node,
  type Paper,
  type Rule,
} from './engine'
import { isOfHarm, type ResultItem, type ResultView } from './schema'

/** Often so many days, in the general law on administrative procedure; not confirmed for each case. */
const appealDays = 30

/** What is known comes first. */
const order: ConditionState[] = ['met', 'not-met', 'not-known']

/** Papers that only some families have; all others are for everybody who asks. */
const papersOfCases = new Set<Paper>([
  'commission-decision',
  'blindness-decision',
  'paralysis-decision',
  'work-invalid-paper',
  'orphan-status',
  'protection-order',
  'pension-paper',
])

type EvaluatedRule = Extract<Rule, { kind: 'evaluated' }>

/** A rule put to some people of a household. `places`: where each of them stands in the whole household. */
type Put = { rule: EvaluatedRule; household: Household; day: string; places: number[]; one: Evaluated }

/** What a family probably has on a day, in the order in which it helps: protection first, then likely, then possible. */
export function viewResult(state: CheckState, day: string): ResultView {
  const { household } = state
  const put = rules.map((rule) => putRule(rule, household, day))
  const items = put.flatMap((one) => (one.kind === 'put' ? [itemOf(one, household.people.length)] : []))
  const harm = answerOf(state, { id: 'q32', fact: 'harm', about: 'household', answer: 'choice' }, null)
  const isHarm = harm === 'order' || harm === 'violence' || harm === 'trafficking'
  const withOutcome = (outcome: Evaluated['outcome']) => items.filter((item) => item.outcome === outcome)
  const [left] = questionsLeft(state, day)
  return {
    day,
    isHarm,
    isAlone: household.people.length === 1,
    lacking: household.people.flatMap((one, person) => {
      const lacked = papers.filter((paper) => lacks(one, paper))
      return lacked.length > 0 ? [{ person, papers: lacked }] : []
    }),
    registeredElsewhere: household.people.flatMap(({ registered }, person) =>
      registered === 'elsewhere' ? [person] : [],
    ),
    appealUntil: dateOfDay(dayNumber(day) + appealDays),
    likely: withOutcome('likely').sort((a, b) => urgency(a) - urgency(b)),
    possible: withOutcome('possible'),
    unlikely: withOutcome('unlikely'),
    had: put.flatMap((one) => (one.kind === 'had' ? [one.id] : [])),
    explained: put.flatMap((one) =>
      one.kind === 'explained' ? [{ id: one.entitlement, reason: one.reason, standing: one.standing }] : [],
    ),
    left: left?.id ?? null,
    skipped: [...state.skipped].sort(),
    put: questionsPut(state).map(({ id }) => id),
  }
}

/** Puts a rule to all; where some have the right already, to the others, if there is one who may still come to it. */
function putRule(
  rule: Rule,
  household: Household,
  day: string,
): Explained | { kind: 'had'; id: Rule['id'] } | (Put & { kind: 'put' }) {
  const one = evaluateRule(rule, household, day)
  if (rule.kind === 'explained' || one.kind === 'explained') return one as Explained
  const everybody = household.people.map((_, place) => place)
  if (one.hadBy.length === 0) return { kind: 'put', rule, household, day, places: everybody, one }
  const places = everybody.filter((place) => !one.hadBy.includes(place))
  const others = { ...household, people: household.people.filter((_, place) => places.includes(place)) }
  if (outcomeOn(rule, { ...others, everyone: true }, day) === 'unlikely') return { kind: 'had', id: rule.id }
  const rest = evaluateRule(rule, others, day) as Evaluated
  return { kind: 'put', rule, household: others, day, places, one: rest }
}

/** Protection before all; a lawyer is for when there is something to fight for. */
function urgency({ id }: ResultItem): number {
  return isOfHarm(id) ? -1 : id === 'E11' ? 1 : 0
}

/** @param size of the whole household: whom it is for is said when it is not for all of them */
function itemOf(put: Put, size: number): ResultItem {
  const { one, places } = put
  const { entitlement: id, outcome, standing, settled, figures } = one
  const theirs = isTheirs(put)
  const near = theirs ? one.people : places.map((_, index) => index)
  return {
    id,
    outcome,
    standing,
    settled,
    people: theirs && near.length < size ? near.map((index) => places[index] ?? index) : [],
    conditions: conditionsOf(put, near),
    settling: settlingOf(put, size),
    papers: one.papers.map(({ paper }) => paper).filter((paper) => isForThem(paper, one.conditions)),
    figures: figures.map(({ figure }) => figure),
  }
}

/** Whether the outcome is of the people named: without them it would be another. */
function isTheirs({ rule, household, day, one }: Put): boolean {
  const without = { ...rule, when: withoutPeople(rule.when) }
  return one.people.length > 0 && outcomeOn(without, household, day) !== one.outcome
}

/** The same rule when nobody meets what is asked of a single person. */
function withoutPeople(node: Node): Node {
  if (node.kind === 'someone') return { kind: 'atLeast', count: 1, of: [] }
  return node.kind === 'atLeast' ? { ...node, of: node.of.map(withoutPeople) } : node
}

/**
 * Each condition of the family, of its head and of the people it comes nearest to, once for all of whom the same is so.
 * Where it is not the same for all of them, it says for whom.
 */
function conditionsOf({ rule, places, one }: Put, near: number[]): ResultItem['conditions'] {
  const aboutPerson = new Set(conditionsIn(rule.when).flatMap(({ id, about }) => (about === 'person' ? [id] : [])))
  const found = new Map<string, ResultItem['conditions'][number]>()
  for (const { id, person, state, standing } of one.conditions) {
    const isPersons = person !== null && aboutPerson.has(id)
    if (isPersons && !near.includes(person)) continue
    const condition = found.get(`${id} ${state}`) ?? { id, state, standing, people: [] }
    if (isPersons) condition.people.push(places[person] ?? person)
    found.set(`${id} ${state}`, condition)
  }
  return [...found.values()]
    .map((condition) => (condition.people.length < near.length ? condition : { ...condition, people: [] }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** The fewest facts that bring the best outcome that can still come; beside what was answered already, the paper. */
function settlingOf({ household, places, one }: Put, size: number): ResultItem['settling'] {
  const [best] = outcomes.flatMap((outcome) => one.settledBy.filter((set) => set.outcome === outcome))
  if (!best) return null
  const placeOf = (person: number | null) => (person === null || size === 1 ? null : (places[person] ?? person))
  return {
    outcome: best.outcome,
    facts: best.facts.flatMap(({ conditions, state, fact, person, paper: proof }) => {
      const paper = wasAnswered(household, fact, person) ? proof : null
      return conditions.map((id) => ({ id, state, paper, person: placeOf(person) }))
    }),
  }
}

/** Whether it was answered: who then still does not know it needs the paper, all others the question. */
function wasAnswered(household: Household, fact: Fact, person: number | null): boolean {
  const facts: Partial<Record<Fact, unknown>> = (person === null ? household : household.people[person]) ?? {}
  return facts[fact] !== undefined
}

/** A paper of a case is for a family of which its condition is so. */
function isForThem(paper: Paper, conditions: ConditionResult[]): boolean {
  if (!papersOfCases.has(paper)) return true
  return conditions.some(({ fact, state }) => fact !== null && state === 'met' && paperOf(fact) === paper)
}
