import { firstDay, monthsBefore, type SourceDate } from './days'
import type { Citation } from './figure'

/**
 * How far a statement can be relied on, beside what it says: a source of the last twelve months confirms it; otherwise
 * it is what was last known, with the month or year of its source; own knowledge is unverified.
 */
export type Standing =
  { kind: 'confirmed'; seen: SourceDate } | { kind: 'last-known'; seen: SourceDate | null } | { kind: 'unverified' }

const monthsOfConfirmation = 12

/** @param day the day asked about: sources of the twelve months before and after it confirm what they say */
export function standingOf({ certainty, seen, act }: Citation, day: string): Standing {
  if (certainty === 'unverified') return { kind: 'unverified' }
  const date = seen ?? act?.date ?? null
  if (date === null) return { kind: 'last-known', seen: null }
  // The first day of what a source gives: "2025" does not confirm November 2026, though it may have been December.
  const first = firstDay(date)
  const confirmed =
    monthsBefore(day, monthsOfConfirmation) <= first && first <= monthsBefore(day, -monthsOfConfirmation)
  return { kind: confirmed ? 'confirmed' : 'last-known', seen: date.slice(0, 7) }
}

/** What was confirmed, but for another time than the day asked about. */
export function asLastKnown(standing: Standing): Standing {
  return standing.kind === 'confirmed' ? { ...standing, kind: 'last-known' } : standing
}

/**
 * A rule is confirmed when all the sources it rests on confirm it, and as old as the oldest of those that do not.
 * Unverified ones do not count: they decide nothing.
 */
export function oldestOf(standings: Standing[]): Standing {
  const lastKnown = standings.filter(({ kind }) => kind === 'last-known')
  const counting = lastKnown.length > 0 ? lastKnown : standings
  const dated = counting.filter((standing) => standing.kind !== 'unverified')
  const age = ({ seen }: { seen: SourceDate | null }) => seen ?? ''
  return dated.sort((a, b) => (age(a) < age(b) ? -1 : 1))[0] ?? { kind: 'unverified' }
}
