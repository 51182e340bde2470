import type { Condition, Context, EvaluatedRule, Node } from './condition'
import { figureOn } from './figure'
import { isTold, type Fact, type Household, type HouseholdFact, type PersonFact } from './household'
import { impliedByAge } from './implied'
import { no, truth, unknown, yes, type Truth } from './logic'

/**
 * A condition and the person it is about. `open` says what could still change its truth: `answer`, a question not yet
 * put; `paper`, something that a person does not know or say, that only a paper tells, or that is only taken to follow
 * from the age; `nothing`.
 */
export type Leaf = {
  kind: 'leaf'
  condition: Condition
  person: number | null
  /** As far as it counts for the outcome: an unverified condition counts as unknown. */
  value: Truth
  /** As it is by what was told. */
  face: Truth
  open: 'answer' | 'paper' | 'nothing'
  /** What it can come to while it is open, the least first. */
  comesTo: readonly Truth[]
}

/** A rule put to one household on one day. */
export type Ground =
  | Leaf
  | { kind: 'atLeast'; count: number; of: Ground[] }
  | { kind: 'cases'; of: { when: Leaf; then: Ground }[] }
  | { kind: 'someone'; each: Ground[]; family: Ground | null }
  | { kind: 'family' }

/** Stands for everybody who may live there too: as long as not everyone is named, there may be one who meets it all. */
const somebodyElse: Omit<Condition, 'holds'> & { holds: () => Truth } = {
  id: 'somebody-else',
  fact: 'everyone',
  about: 'household',
  holds: () => unknown,
  act: null,
  source: null,
  seen: null,
  certainty: 'high',
}

const noOrYes: readonly Truth[] = [no, yes]

const always: Ground = { kind: 'atLeast', count: 0, of: [] }

/** Puts a rule to a household: conditions not in force on the day are left out, each person gets a copy of `someone`. */
export function groundOf({ when, figures }: EvaluatedRule, household: Household, day: string): Ground {
  const limit = (name: string) => figureOn(figures, name, day)?.figure.value ?? NaN
  return put(when, null, { day, household, limit }) ?? always
}

/** Null for a condition that was not in force. */
function put(node: Node, person: number | null, context: Context): Ground | null {
  if (node.kind === 'condition') return leafOf(node.condition, person, context)
  if (node.kind === 'family') return node
  if (node.kind === 'atLeast') {
    const of = node.of.flatMap((inner) => put(inner, person, context) ?? [])
    return { kind: 'atLeast', count: node.count === 'all' ? of.length : node.count, of }
  }
  if (node.kind === 'cases') {
    const of = node.of.flatMap(({ when, then }) => {
      const leaf = put(when, person, context)
      if (leaf?.kind !== 'leaf') return []
      return [{ when: leaf, then: (then && put(then, person, context)) ?? always }]
    })
    return { kind: 'cases', of }
  }
  const each = context.household.people.map((_, index) => put(node.each, index, context) ?? always)
  const family = node.family ? put(node.family, null, context) : null
  return { kind: 'someone', each: [...each, ...elseIn(context.household)], family }
}

function leafOf(condition: Condition, person: number | null, context: Context): Leaf | null {
  const { from = '', until = '9999-12-31', fact, certainty } = condition
  if (context.day < from || context.day > until) return null
  const subject = condition.about === 'household' ? null : condition.about === 'head' ? 0 : person
  if (fact === null || isBeforeFigures(condition, context)) return leaf(condition, subject, unknown, unknown, 'nothing')
  const said = factOf(context.household, fact, subject)
  const told = said ?? impliedFact(context, fact, subject)
  const verdict = isTold(told) ? condition.holds(told as never, context) : unknown
  if (verdict === null) return leaf(condition, subject, unknown, unknown, 'nothing')
  const face = typeof verdict === 'boolean' ? truth(verdict) : verdict
  if (certainty === 'unverified') return leaf(condition, subject, unknown, face, 'nothing')
  return leaf(condition, subject, face, face, openness(face, said, told))
}

function openness(face: Truth, said: unknown, told: unknown): Leaf['open'] {
  if (told === undefined) return 'answer'
  // Who was never asked because of their age may still say something else.
  return face === unknown || said === undefined ? 'paper' : 'nothing'
}

function leaf(condition: Condition, person: number | null, value: Truth, face: Truth, open: Leaf['open']): Leaf {
  return { kind: 'leaf', condition, person, value, face, open, comesTo: condition.comesTo ?? noOrYes }
}

function isBeforeFigures({ figure }: Condition, { limit }: Context): boolean {
  return figure !== undefined && Number.isNaN(limit(figure))
}

/** What was told of a fact; undefined when it was not asked. */
function factOf(household: Household, fact: Fact, person: number | null): unknown {
  return person === null ? household[fact as HouseholdFact] : household.people[person]?.[fact as PersonFact]
}

function impliedFact({ household, day }: Context, fact: Fact, person: number | null): unknown {
  return person === null ? undefined : impliedByAge(household.people[person] ?? {}, fact as PersonFact, day)
}

function elseIn({ everyone }: Household): Leaf[] {
  if (everyone === true) return []
  const open = everyone === undefined ? 'answer' : 'paper'
  return [
    { kind: 'leaf', condition: somebodyElse, person: null, value: unknown, face: unknown, open, comesTo: noOrYes },
  ]
}

/** Every leaf, in the order of the rule; those of the family once. */
export function leavesOf(node: Ground): Leaf[] {
  if (node.kind === 'leaf') return [node]
  if (node.kind === 'family') return []
  if (node.kind === 'atLeast') return node.of.flatMap(leavesOf)
  if (node.kind === 'cases') return node.of.flatMap(({ when, then }) => [when, ...leavesOf(then)])
  return [...node.each.flatMap(leavesOf), ...(node.family ? leavesOf(node.family) : [])]
}
