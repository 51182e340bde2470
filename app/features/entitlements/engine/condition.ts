import type { SourceDate } from './days'
import type { Citation, Figure } from './figure'
import type { Household, HouseholdFact, HouseholdValue, Person, PersonFact, PersonValue } from './household'
import type { Truth } from './logic'
import type { Paper } from './papers'

/** What a predicate may look at beside its fact. `limit`: the newest figure of the entitlement on the day, by name. */
export type Context = { day: string; household: Household; limit: (name: string) => number }

/**
 * What a predicate says of a told fact. `unknown`: a paper or a more exact answer would tell; null: nobody outside the
 * office can tell.
 */
export type Verdict = Truth | boolean | null

/**
 * One condition in the words of the law: a small predicate over one fact. Its words are
 * `entitlements:condition.<id>`. `about`: whose fact it is; the head of the family is the first person.
 */
export type Condition = Citation & {
  id: string
  fact: PersonFact | HouseholdFact | null
  about: 'person' | 'head' | 'household'
  /** Called when the fact is told. */
  holds: (value: never, context: Context) => Verdict
  /** What answers can make of it, where that is not just no and yes. */
  comesTo?: readonly Truth[]
  /** First and last day of the condition, where it came into the law or left it. */
  from?: string
  until?: string
  /** The figure it compares with. On days before the first one is known, nobody can tell. */
  figure?: string
}

type Words = Citation & Pick<Condition, 'id' | 'from' | 'until' | 'figure' | 'comesTo'>

export function ofPerson<F extends PersonFact>(
  fact: F,
  words: Words,
  holds: (value: PersonValue<F>, context: Context) => Verdict,
): Node {
  return { kind: 'condition', condition: { ...words, fact, about: 'person', holds } }
}

export function ofHead<F extends PersonFact>(
  fact: F,
  words: Words,
  holds: (value: PersonValue<F>, context: Context) => Verdict,
): Node {
  return { kind: 'condition', condition: { ...words, fact, about: 'head', holds } }
}

export function ofHousehold<F extends HouseholdFact>(
  fact: F,
  words: Words,
  holds: (value: HouseholdValue<F>, context: Context) => Verdict,
): Node {
  return { kind: 'condition', condition: { ...words, fact, about: 'household', holds } }
}

/** A condition that nobody outside the office can know, such as a score whose weights are not public. */
export function notAsked(words: Words): Node {
  return { kind: 'condition', condition: { ...words, fact: null, about: 'household', holds: () => false } }
}

/**
 * How conditions make a rule. In one rule a fact stands once, but for two ways to say how it is shared: `cases`
 * are conditions on one fact of which at most one holds, and `family` in `someone` is one part that every person shares.
 * So the exact answers of reach.ts and settle.ts are cheap; the tests prove them against trying everything.
 */
export type Node =
  | { kind: 'condition'; condition: Condition }
  | { kind: 'atLeast'; count: number | 'all'; of: Node[] }
  | { kind: 'cases'; of: { when: Node; then?: Node }[] }
  | { kind: 'someone'; each: Node; family?: Node }
  | { kind: 'family' }

export const all = (...of: Node[]): Node => ({ kind: 'atLeast', count: 'all', of })
export const any = (...of: Node[]): Node => ({ kind: 'atLeast', count: 1, of })
export const atLeast = (count: number, ...of: Node[]): Node => ({ kind: 'atLeast', count, of })

/** By the value of one fact: the conditions exclude each other, and each leads to what else must be so. */
export const cases = (...of: { when: Node; then?: Node }[]): Node => ({ kind: 'cases', of })

/**
 * Somebody in the household for whom all this is so. At most once in a rule, and so that one person can meet it whatever
 * the family is: then somebody who was not named may be the one.
 */
export const someone = (each: Node, family?: Node): Node => ({ kind: 'someone', each, ...(family && { family }) })

/** Inside `someone`: what is asked of the household, once for all. */
export const theFamily: Node = { kind: 'family' }

/**
 * An entitlement whose rule can be evaluated. `from` and `until`: the days for which a rule is known at all; after
 * `until` the last one known still answers, and says so.
 */
export type EvaluatedRule = {
  id: EntitlementId
  kind: 'evaluated'
  from: SourceDate
  until?: SourceDate
  when: Node
  /** Whether a person was said to have it already, whatever the rule says. Its words are `entitlements:keep.<id>`. */
  has?: (person: Person, household: Household) => boolean
  papers: readonly Paper[]
  figures: readonly Figure[]
}

/** Why no rule can be evaluated; the words are `entitlements:explained.<reason>`. */
export const explainedReasons = [
  'yearly-decision',
  'municipality-decides',
  'no-right-found',
  'before-the-rule',
] as const
export type ExplainedReason = (typeof explainedReasons)[number]

export type ExplainedRule = Citation & {
  id: EntitlementId
  kind: 'explained'
  reason: ExplainedReason
  figures: readonly Figure[]
}

export type Rule = EvaluatedRule | ExplainedRule

export type EntitlementId = `E${number}`

/** Every condition in a node, in the order of the rule. */
export function conditionsIn(node: Node): Condition[] {
  if (node.kind === 'condition') return [node.condition]
  if (node.kind === 'atLeast') return node.of.flatMap(conditionsIn)
  if (node.kind === 'cases')
    return node.of.flatMap(({ when, then }) => [when, ...(then ? [then] : [])].flatMap(conditionsIn))
  if (node.kind === 'family') return []
  return [node.each, ...(node.family ? [node.family] : [])].flatMap(conditionsIn)
}
