/** The cycle from needs to delivery: its phases, what each asks for, and who may do what. Pure. */

import type { StaffRole, Viewer } from '~/lib/staff'

export const phases = ['collect', 'group', 'feasibility', 'vote', 'hearings', 'council', 'delivery'] as const
export type Phase = (typeof phases)[number]
export const voteKinds = ['approval', 'knapsack'] as const
export type VoteKind = (typeof voteKinds)[number]
export const feasibilities = ['open', 'feasible', 'not_feasible'] as const
export type Feasibility = (typeof feasibilities)[number]
export const decisions = ['accepted', 'changed', 'refused'] as const
export type DecisionKind = (typeof decisions)[number]

/** The phase after this one; null after the last. */
export const phaseAfter = (phase: Phase): Phase | null => phases[phases.indexOf(phase) + 1] ?? null

/** What a phase machine looks at. Counts are whole numbers, 0 or more. */
export type CycleFacts = {
  phase: Phase
  proposals: readonly { feasibility: Feasibility; isDecided: boolean }[]
  isFrozen: boolean
  isCancelled: boolean
  isClosed: boolean
  codesIssued: number
}

export type Missing =
  | 'cancelled'
  | 'no-proposal'
  | 'feasibility-open'
  | 'none-feasible'
  | 'not-frozen'
  | 'no-codes'
  | 'not-closed'
  | 'undecided'
  | 'last'

/** What must be done before the next phase can open; empty: it can. */
export function missingForNext(facts: CycleFacts): Missing[] {
  if (facts.isCancelled) return ['cancelled']
  const { proposals } = facts
  const feasible = proposals.filter(({ feasibility }) => feasibility === 'feasible')
  const when = (name: Missing, is: boolean): Missing[] => (is ? [name] : [])
  switch (facts.phase) {
    case 'collect':
      return []
    case 'group':
      return when('no-proposal', proposals.length === 0)
    case 'feasibility':
      return [
        ...when(
          'feasibility-open',
          proposals.some(({ feasibility }) => feasibility === 'open'),
        ),
        ...when('none-feasible', feasible.length === 0),
        ...when('not-frozen', !facts.isFrozen),
        ...when('no-codes', facts.codesIssued === 0),
      ]
    case 'vote':
      return when('not-closed', !facts.isClosed)
    case 'hearings':
      return []
    case 'council':
      return when(
        'undecided',
        feasible.some(({ isDecided }) => !isDecided),
      )
    case 'delivery':
      return ['last']
  }
}

export type PhaseDates = Record<Phase, string>

/** First days of the phases, YYYY-MM-DD: each is a date of the calendar, and none stands before the one of the phase before. */
export function datesAreInOrder(dates: PhaseDates): boolean {
  return phases.every((phase, index) => {
    const before = phases[index - 1]
    return isDate(dates[phase]) && (before === undefined || dates[before] <= dates[phase])
  })
}

function isDate(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

/** Whether a ballot may be cast or changed. The last day is the one before the hearings begin. */
export function takesBallots(
  cycle: { phase: Phase; isClosed: boolean; isCancelled: boolean; isFrozen: boolean; dates: PhaseDates },
  today: string,
): boolean {
  const { phase, isClosed, isCancelled, isFrozen, dates } = cycle
  return phase === 'vote' && isFrozen && !isClosed && !isCancelled && (today < dates.hearings || today === dates.vote)
}

const working: readonly StaffRole[] = ['budget_officer', 'head_of_service', 'municipal_administrator']
/** Who may freeze: one of each, two persons. */
export const signing: readonly StaffRole[] = ['budget_officer', 'head_of_service']

/** Whether somebody works on the budget of a municipality; nobody does on another one's. */
export const mayBudget = ({ role, municipalityCode }: Viewer, of: string): boolean =>
  municipalityCode === of && working.includes(role)

const grouping: readonly StaffRole[] = ['officer', ...working]
export const mayGroup = ({ role, municipalityCode }: Viewer, of: string): boolean =>
  municipalityCode === of && grouping.includes(role)

/** What can happen to the first or second signature under a rule. */
export type Signature =
  /** The first of two: the other role is awaited. */
  { kind: 'first' } | { kind: 'second' } | { kind: 'refused'; error: 'not-yours' | 'second-person' | 'changed' }

/**
 * Two persons of the two roles sign the very same text.
 *
 * @param seen the digest of the rule the person had before their eyes
 * @param now the digest of the rule as it stands
 */
export function signatureOf(
  person: { staffId: string; role: StaffRole },
  first: { staffId: string; role: StaffRole; hash: string } | null,
  { seen, now }: { seen: string; now: string },
): Signature {
  if (!signing.includes(person.role)) return { kind: 'refused', error: 'not-yours' }
  if (seen !== now) return { kind: 'refused', error: 'changed' }
  // Who signed another text has signed nothing.
  if (first === null || first.hash !== now) return { kind: 'first' }
  if (first.staffId === person.staffId || first.role === person.role) return { kind: 'refused', error: 'second-person' }
  return { kind: 'second' }
}
