/** The figures about answers that everybody may read. Pure: shared by the queries, the pages and the open files. */

import { fewest, hideInTable, type Shown } from '~/lib/small-numbers'

/** What messages are about. Beside a small number the last ones are hidden first, so thanks stand last. */
export const answerKinds = ['need', 'problem', 'barrier', 'wrong_information', 'idea', 'question', 'thanks'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** The fields of the open files, in order. */
export const answerFields = [
  'quarter',
  'municipalityCode',
  'municipality',
  'kind',
  'received',
  'answeredInTarget',
  'medianDays',
  'disputed',
] as const

/** Of one kind, or of all, in one municipality and quarter. `medianDays` is null without answers. */
export type Counted = {
  received: number
  answered: number
  inTarget: number
  disputed: number
  medianDays: number | null
}

/** The same as everybody may read it. */
export type AnswerLine = { kind: AnswerKind | 'all' } & Record<
  'received' | 'answeredInTarget' | 'medianDays' | 'disputed',
  Shown
>
/** A quarter as "2026-Q3": first what is true of all messages, then of each kind. */
export type QuarterAnswers = { quarter: string; lines: AnswerLine[] }

/** Words that a person let be shown and an officer released, with the month in which they came, and nothing else. */
export type ReleasedWords = { words: string; kind: AnswerKind; month: string; language: string }

const none: Counted = { received: 0, answered: 0, inTarget: 0, disputed: 0, medianDays: null }

/**
 * Hides small numbers and what would give them away. Received and answered in target are one table, received and
 * disputed another over the same rows. A median tells on which side of the target half of the answers lie: it is shown
 * only where the answers in target are, and for ten answers or more.
 */
export function publicLines(counted: Partial<Record<AnswerKind | 'all', Counted>>): AnswerLine[] {
  const kinds = answerKinds.map((kind) => counted[kind] ?? none)
  const inTarget = hideInTable(kinds.map((of) => [of.inTarget, of.received - of.inTarget]))
  const disputed = hideInTable(kinds.map((of) => [of.disputed, of.received - of.disputed]))
  const line = (kind: AnswerKind | 'all', received: Shown, inTime: Shown, disputes: Shown): AnswerLine => {
    const { answered, medianDays } = counted[kind] ?? none
    return {
      kind,
      received,
      answeredInTarget: inTime,
      medianDays: inTime !== null && answered >= fewest ? medianDays : null,
      disputed: disputes,
    }
  }
  return [
    line('all', inTarget.total, inTarget.columns[0] ?? null, disputed.columns[0] ?? null),
    ...answerKinds.map((kind, row) =>
      line(kind, inTarget.rows[row] ?? null, inTarget.cells[row]?.[0] ?? null, disputed.cells[row]?.[0] ?? null),
    ),
  ]
}

/**
 * The first day of the last quarter whose figures are public: they come a month after its end, so that whatever came on
 * the last day had its time. What happens later changes them no more.
 *
 * @param today in Albania, as 2026-11-22
 */
export function lastPublicQuarter(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const ended = year * 12 + month - 1 - 4 // four months before, counted in months
  return firstDay(ended - (ended % 3))
}

/** The first days of the first and the last month of a quarter such as "2026-Q3". */
export function monthsOf(quarter: string): { from: string; to: string } {
  const [year = 0, number = 0] = quarter.split('-Q').map(Number)
  const first = year * 12 + (number - 1) * 3
  return { from: firstDay(first), to: firstDay(first + 2) }
}

const firstDay = (months: number) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
