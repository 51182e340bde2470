import type { EntitlementId, EvaluatedRule, ExplainedReason, Rule } from './condition'
import { firstDay, lastDay } from './days'
import { figureOn, figuresOn, type Certainty, type KnownFigure } from './figure'
import { groundOf, leavesOf, type Ground, type Leaf } from './ground'
import type { Fact, Household } from './household'
import { no, unknown, yes, type Truth } from './logic'
import { lacks, paperOf, type Paper } from './papers'
import { known, pivots, truthOf } from './reach'
import { rules } from './rules'
import { fewestFor } from './settle'
import { asLastKnown, oldestOf, standingOf, type Standing } from './standing'

export const outcomes = ['likely', 'possible', 'unlikely'] as const
export type Outcome = (typeof outcomes)[number]

export type ConditionState = 'met' | 'not-met' | 'not-known'

/** A condition put to a household, with its citation. `person`: place in `people`; null: about the household. */
export type ConditionResult = {
  id: string
  person: number | null
  state: ConditionState
  /** The fact it asks for; null when nobody outside the office can know it. */
  fact: Fact | null
  act: string | null
  article: string | null
  source: string | null
  seen: string | null
  certainty: Certainty
  standing: Standing
}

/** A fact that could still change the outcome, and the paper that proves it, if there is one. */
export type Missing = { fact: Fact; person: number | null; conditions: string[]; paper: Paper | null }

/** A smallest set of facts that settles an outcome. `not-met`: none of the conditions named is. */
export type Settling = { outcome: Outcome; facts: (Missing & { state: ConditionState })[] }

export type Evaluated = {
  entitlement: EntitlementId
  kind: 'evaluated'
  outcome: Outcome
  standing: Standing
  /** The people who were said to have it already. */
  hadBy: number[]
  /** Nothing that may still become known can change the outcome. */
  settled: boolean
  /** The people for whom it comes nearest, where it is a right of single persons. */
  people: number[]
  conditions: ConditionResult[]
  missing: Missing[]
  /** For each outcome that can be settled, its smallest set; the smallest of all first. Empty when settled. */
  settledBy: Settling[]
  papers: { paper: Paper; lackedBy: number[] }[]
  figures: KnownFigure[]
}

export type Explained = {
  entitlement: EntitlementId
  kind: 'explained'
  reason: ExplainedReason
  standing: Standing
  figures: KnownFigure[]
}

export type Evaluation = Evaluated | Explained

/**
 * What a household probably has, by the newest rules known on a day. Pure: the same household and day give the same.
 *
 * @param day "2026-11-22"
 * @returns one evaluation for every entitlement, in their order
 */
export function evaluate(household: Household, day: string): Evaluation[] {
  return rules.map((rule) => evaluateRule(rule, household, day))
}

export function evaluateRule(rule: Rule, household: Household, day: string): Evaluation {
  const { id: entitlement } = rule
  const figures = figuresOn(rule.figures, day)
  if (rule.kind === 'explained') {
    return {
      entitlement,
      kind: 'explained',
      reason: rule.reason,
      standing: standingOf(rule, day),
      figures,
    }
  }
  if (day < firstDay(rule.from)) {
    return { entitlement, kind: 'explained', reason: 'before-the-rule', standing: { kind: 'unverified' }, figures }
  }
  const ground = groundOf(rule, household, day)
  const missing = missingIn([...pivots(ground, 'settling')])
  return {
    entitlement,
    kind: 'evaluated',
    outcome: outcomeOf(truthOf(ground, known)),
    standing: standingOfRule(ground, rule, day),
    hadBy: household.people.flatMap((person, index) => (rule.has?.(person, household) ? [index] : [])),
    settled: missing.length === 0,
    people: peopleIn(ground),
    conditions: lawful(ground).map((leaf) => resultOf(leaf, day)),
    missing,
    settledBy: missing.length === 0 ? [] : settlingsOf(ground),
    papers: papersOf(rule, household),
    figures,
  }
}

/** The outcome alone, many times faster. Null for an entitlement that is explained. */
export function outcomeOn(rule: Rule, household: Household, day: string): Outcome | null {
  if (rule.kind === 'explained' || day < firstDay(rule.from)) return null
  return outcomeOf(truthOf(groundOf(rule, household, day), known))
}

function outcomeOf(truth: Truth): Outcome {
  return truth === yes ? 'likely' : truth === unknown ? 'possible' : 'unlikely'
}

function stateOf(truth: Truth): ConditionState {
  return truth === yes ? 'met' : truth === no ? 'not-met' : 'not-known'
}

/** The conditions of the law; that somebody else may live there is none. */
function lawful(ground: Ground): Leaf[] {
  return leavesOf(ground).filter(({ condition }) => condition.act !== null || condition.source !== null)
}

/** Unverified when taking the unverified conditions at their word would change the outcome. */
function standingOfRule(ground: Ground, { until, figures }: EvaluatedRule, day: string): Standing {
  if (truthOf(ground, ({ face }) => face) !== truthOf(ground, known)) return { kind: 'unverified' }
  const conditions = lawful(ground).map(({ condition }) => condition)
  const limits = [...new Set(conditions.flatMap(({ figure }) => figure ?? []))]
  const oldest = oldestOf([
    ...conditions.map((condition) => standingOf(condition, day)),
    ...limits.flatMap((name) => standingOfFigure(figureOn(figures, name, day), day)),
  ])
  return until !== undefined && day > lastDay(until) ? asLastKnown(oldest) : oldest
}

/** What a condition compares with counts as a source too; one that has ended is the last one known. */
function standingOfFigure(known: KnownFigure | null, day: string): Standing[] {
  if (known === null) return []
  const standing = standingOf(known.figure, day)
  return [known.inForce ? standing : asLastKnown(standing)]
}

function resultOf({ condition, person, face }: Leaf, day: string): ConditionResult {
  const { id, fact, act, article = null, source, seen, certainty } = condition
  const standing = standingOf(condition, day)
  return { id, person, state: stateOf(face), fact, act: act?.name ?? null, article, source, seen, certainty, standing }
}

/** Leaves of one fact of one person are one thing to find out. */
function missingIn(leaves: Leaf[]): Missing[] {
  const found = new Map<string, Missing>()
  for (const { condition, person } of leaves) {
    if (condition.fact === null) continue
    const key = `${condition.fact} ${person}`
    const one = found.get(key) ?? { fact: condition.fact, person, conditions: [], paper: paperOf(condition.fact) }
    if (!one.conditions.includes(condition.id)) one.conditions.push(condition.id)
    found.set(key, one)
  }
  return [...found.values()]
}

function settlingsOf(ground: Ground): Settling[] {
  const found = ([yes, unknown, no] as const).flatMap((target): Settling[] => {
    const answers = fewestFor(ground, [target, target])
    if (answers === null) return []
    const facts = answers.flatMap(({ leaves, truth }) =>
      missingIn([...leaves]).map((one) => ({ ...one, state: stateOf(truth) })),
    )
    return [{ outcome: outcomeOf(target), facts }]
  })
  return found.sort((a, b) => a.facts.length - b.facts.length)
}

function peopleIn(ground: Ground): number[] {
  const someone = find(ground)
  if (someone === null) return []
  const shared = someone.family ? truthOf(someone.family, known) : unknown
  const truths = someone.each.map((part) => truthOf(part, known, shared))
  const nearest = Math.max(...truths)
  if (nearest === no) return []
  return truths.flatMap((truth, index) => (truth === nearest && !isSomebodyElse(someone.each[index]) ? [index] : []))
}

function isSomebodyElse(part: Ground | undefined): boolean {
  return part?.kind === 'leaf' && part.condition.fact === 'everyone'
}

function find(ground: Ground): (Ground & { kind: 'someone' }) | null {
  if (ground.kind === 'someone') return ground
  if (ground.kind !== 'atLeast') return null
  return ground.of.map(find).find((inner) => inner !== null) ?? null
}

function papersOf({ papers }: EvaluatedRule, { people }: Household): Evaluated['papers'] {
  return papers.map((paper) => ({
    paper,
    lackedBy: people.flatMap((one, index) => (lacks(one, paper) ? [index] : [])),
  }))
}
