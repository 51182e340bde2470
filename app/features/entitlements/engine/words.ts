import type { EntitlementId, ExplainedReason } from './condition'
import type { ConditionState, Outcome } from './evaluate'
import { decisions, notTold, type Fact, type FaultCode } from './household'
import type { Paper } from './papers'
import type { Question } from './questions'
import type { Standing } from './standing'
import type { Group, OfficeKind } from './where'

/** The text function of a register. */
export type T = (key: string, values?: Record<string, unknown>) => string

/** Every text of the engine has its key here, so that a rule or question without words is a failed test. */
export const words = {
  name: (t: T, id: EntitlementId) => t(`entitlements:name.${id}`),
  outcome: (t: T, outcome: Outcome) => t(`entitlements:outcome.${outcome}`),
  /** @param date the month or year of the standing, as readers write it */
  standing: (t: T, kind: Standing['kind'], date: string) => t(`entitlements:standing.${kind}`, { date }),
  state: (t: T, state: ConditionState) => t(`entitlements:state.${state}`),
  explained: (t: T, reason: ExplainedReason) => t(`entitlements:explained.${reason}`),
  condition: (t: T, id: string) => t(`entitlements:condition.${id}`),
  question: (t: T, { id }: Question) => t(`entitlements:question.${id}.title`),
  why: (t: T, { id }: Question) => t(`entitlements:question.${id}.why`),
  care: (t: T, care: NonNullable<Question['care']>) => t(`entitlements:care.${care}`),
  /** What to heed to keep what one has. */
  keep: (t: T, id: EntitlementId) => t(`entitlements:keep.${id}`),
  paper: (t: T, paper: Paper) => t(`entitlements:paper.${paper}`),
  fault: (t: T, code: FaultCode) => t(`entitlements:fault.${code}`),
  figure: (t: T, id: EntitlementId, name: string) => t(`entitlements:figure.${id}.${name}`),
  /** A choice among the answers to a fact; its group is the fact's, or one that several facts share. */
  option: (t: T, fact: Fact, value: string) =>
    /^\d+$/.test(value) ? counted(t, fact, Number(value)) : t(`entitlements:option.${groupOf(fact, value)}.${value}`),
  office: (t: T, office: OfficeKind) => t(`entitlements:office.${office}`),
  group: (t: T, group: Group) => t(`entitlements:group.${group}`),
  person: (t: T, index: number) =>
    index === 0 ? t('entitlements:person.head') : t('entitlements:person.other', { number: index + 1 }),
}

function counted(t: T, fact: Fact, count: number): string {
  return fact === 'school'
    ? t('entitlements:option.school.grade', { count })
    : t('entitlements:option.everyone.count', { count })
}

function groupOf(fact: Fact, value: string): string {
  if (notTold.some((one) => one === value)) return 'notTold'
  if (value === 'yes' || (value === 'no' && fact !== 'harm' && !decisionFacts.has(fact))) return 'yesNo'
  return decisionFacts.has(fact) && decisions.some((one) => one === value) ? 'decision' : fact
}

const decisionFacts = new Set<Fact>(['disability', 'careNeed', 'blindness', 'paralysis', 'orphan'])
