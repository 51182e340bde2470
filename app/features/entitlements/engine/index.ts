/** What the rest of Pranë uses of the entitlement engine. Pure TypeScript, no I/O, no clock. */
export { choicesOf, isWritten, textOfAnswer } from './choices'
export {
  conditionsIn,
  type Condition,
  type EntitlementId,
  type ExplainedReason,
  type Node,
  type Rule,
} from './condition'
export { firstDay, isDay, type SourceDate } from './days'
export * from './evaluate'
export { standingOf } from './standing'
export { figureOn, figuresOn, type Certainty, type Citation, type Figure, type KnownFigure } from './figure'
export * from './household'
export * from './journey'
export { nextQuestion, openQuestions, type OpenQuestion } from './next-question'
export { lacks, paperOf, papers, type Paper } from './papers'
export { conditionsServed, decidingQuestions, questions, type AnswerKind, type Question } from './questions'
export { householdJsonSchema, reportOn, type Report } from './report'
export { rules } from './rules'
export type { Standing } from './standing'
export { groups, officeKinds, whereOf, type Group, type OfficeKind } from './where'
export { words } from './words'
