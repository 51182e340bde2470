import { firstDay, monthsBefore, type SourceDate } from './days'
import type { Citation } from './figure'

/**
 * How far a statement can be relied on, beside what it says: a source of the last twelve months confirms it; otherwise
 * it is what was last known, with the month or year of its source; own knowledge is unverified.
 */
export type Standing =
  { kind: 'confirmed'; seen: SourceDate } | { kind: 'last-known'; seen: SourceDate | null } | { kind: 'unverified' }

const monthsOfConfirmation = 12

/** The first day whose sources still confirm something on a day. Later sources than the day confirm it too. */
export function confirmingFrom(day: string): string {
  return monthsBefore(day, monthsOfConfirmation)
}

/** @param since `confirmingFrom` the day asked about */
export function standingOf({ certainty, seen, act }: Citation, since: string): Standing {
  if (certainty === 'unverified') return { kind: 'unverified' }
  const date = seen ?? act?.date ?? null
  if (date === null) return { kind: 'last-known', seen: null }
  // The first day of what a source gives: "2025" does not confirm November 2026, though it may have been December.
  const confirmed = firstDay(date) >= since
  return { kind: confirmed ? 'confirmed' : 'last-known', seen: date.slice(0, 7) }
}

/** A rule is as old as the oldest of the sources it rests on. Unverified ones do not count: they decide nothing. */
export function oldestOf(standings: Standing[]): Standing {
  const dated = standings.filter((standing) => standing.kind !== 'unverified')
  const age = ({ seen }: { seen: SourceDate | null }) => seen ?? ''
  return dated.sort((a, b) => (age(a) < age(b) ? -1 : 1))[0] ?? { kind: 'unverified' }
}
