import { z } from 'zod'
import {
  notTold,
  rules,
  type ConditionState,
  type EntitlementId,
  type Evaluated,
  type ExplainedReason,
  type Figure,
  type Paper,
  type Question,
  type Rule,
  type Standing,
  type Subject,
} from './engine'

/** What the cookie holds; the household in it is read by `parseHousehold`. */
export const keptCheck = z.object({
  household: z.unknown(),
  skipped: z.array(z.string()).max(100),
  municipality: z.string().optional(),
})

/** The first page: the municipality, if one wants to say it. */
export const startForm = z.object({
  municipality: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
})

/** `/entitlements/e01`: the rule of an address. */
export function ruleOf(id: string | undefined): Rule | null {
  return rules.find((rule) => slugOf(rule.id) === id) ?? null
}

export const slugOf = (id: EntitlementId): string => id.toLowerCase()

/** Help against violence: its pages have a quick way out, and their titles tell nothing to who looks at the tabs. */
export const isOfHarm = (id: EntitlementId): boolean => id === 'E20'

export const fieldOf = (subject: Subject): string => (subject === null ? 'answer' : `person-${subject + 1}`)

const text = z.string().max(40).catch('')

/**
 * What was chosen or written for each subject. One tap answers for all who have no answer: "I do not know", or
 * "I would rather not say".
 */
export function readTexts(form: FormData, { fact }: Question, subjects: Subject[]): Map<Subject, string> {
  const rest = notTold.find((one) => one === form.get('rest')) ?? ''
  return new Map(
    subjects.map((subject) => {
      // A row that was tapped stands before a field that was written.
      const given = [form.get('tap'), form.get(fieldOf(subject))].map((value) => text.parse(value)).find(Boolean)
      return [fact === 'everyone' ? null : subject, given ?? rest]
    }),
  )
}

/** One entitlement in a result. */
export type ResultItem = Pick<Evaluated, 'outcome' | 'standing' | 'settled'> & {
  id: EntitlementId
  /** Whose it is; empty when it is of all of them or of the family. */
  people: number[]
  /** `people`: of whom it is so, where it is not so of all whom the condition concerns. */
  conditions: { id: string; state: ConditionState; standing: Standing; people: number[] }[]
  /** The fewest things that would settle it, as they must come out, and what it would come to; null when it is settled. */
  settling: {
    outcome: Evaluated['outcome']
    facts: { id: string; state: ConditionState; paper: Paper | null; person: number | null }[]
  } | null
  papers: Paper[]
  figures: FigureView[]
}

export type ResultView = {
  day: string
  isHarm: boolean
  isAlone: boolean
  /** Who lacks which paper, as was told. */
  lacking: { person: number; papers: Paper[] }[]
  registeredElsewhere: number[]
  /** The last day to appeal against a letter that came today, as it often is. */
  appealUntil: string
  likely: ResultItem[]
  possible: ResultItem[]
  unlikely: ResultItem[]
  /** Whoever may have these has them already. */
  had: EntitlementId[]
  explained: { id: EntitlementId; reason: ExplainedReason; standing: Standing }[]
  /** The question at which the way goes on; null when no answer changes anything any more. */
  left: string | null
  skipped: readonly string[]
  put: string[]
}

export type FigureView = Pick<Figure, 'name' | 'value' | 'unit' | 'from' | 'to' | 'about' | 'seen'>

export type CitationView = {
  act: string | null
  article: string | null
  source: string | null
  seen: string | null
  standing: Standing
}

export type RuleNode = { kind: 'condition'; id: string } | { kind: 'all' | 'any'; of: RuleNode[] }

export type RuleView = {
  id: EntitlementId
  /** Why it is explained, not evaluated. */
  reason: ExplainedReason | null
  source: CitationView | null
  from: string | null
  until: string | null
  rule: RuleNode | null
  conditions: (CitationView & { id: string; from: string | null; until: string | null })[]
  papers: Paper[]
  newest: (CitationView & FigureView)[]
  figures: (CitationView & FigureView)[]
}
