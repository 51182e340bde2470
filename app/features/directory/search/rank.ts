import type { Alternative, Clause } from './read-words'

/** What the ranking needs of a record. */
export type Candidate = {
  nameTerms: string[]
  searchTerms: string[]
  /** As 2021-03-01, also where only the year is known; null where nothing is. */
  seenOn: string | null
  checkedOn: string | null
}

/** A word of the name says more about a service than one of its description. */
const shareOutsideName = 0.85
/** Of a clause that need not be met. */
const shareOfOptional = 0.3
/** Of what a record has besides its best alternative. */
const shareOfOthers = 0.2
/** A record that nobody dates stands behind those of the last years and before those of long ago. */
const freshnessOfUndated = 0.3
const yearsUntilStale = 10

/**
 * How well a record answers: for each clause the points of the best alternative it has (in full when the name has its
 * words, a little less when only the description has them), a fifth of what its other alternatives are worth, three
 * tenths of it all where the clause need not be met, and at most half a point for freshness. 0 when it has nothing of what is asked.
 *
 * @param today the date, as 2026-11-22
 */
export function scoreOf(candidate: Candidate, clauses: Clause[], today: string): number {
  const name = new Set(candidate.nameTerms)
  const all = new Set(candidate.searchTerms)
  const points = clauses.map((clause) => clausePoints(clause, name, all))
  const sum = points.reduce((total, value) => total + value, 0)
  return clauses.length > 0 && sum === 0 ? 0 : sum + freshnessOf(candidate, today) / 2
}

/** How many of the required clauses a record has. */
export function coverageOf({ searchTerms }: Pick<Candidate, 'searchTerms'>, clauses: Clause[]): number {
  const all = new Set(searchTerms)
  return clauses.filter(({ required, alternatives }) => required && alternatives.some((a) => !a.inName && has(a, all)))
    .length
}

/** 1 for a record seen or checked today, falling to 0 in ten years; never below 0 and never above 1. */
export function freshnessOf({ seenOn, checkedOn }: Pick<Candidate, 'seenOn' | 'checkedOn'>, today: string): number {
  const latest = [checkedOn, seenOn].filter((date) => date != null).sort()
  const date = latest.at(-1)
  if (date === undefined) return freshnessOfUndated
  const years = (Date.parse(today) - Date.parse(date)) / (365.25 * 24 * 3_600_000)
  return Math.min(1, Math.max(0, 1 - years / yearsUntilStale))
}

function clausePoints({ required, alternatives }: Clause, name: Set<string>, all: Set<string>): number {
  const points = alternatives
    .filter((alternative) => has(alternative, all) && (!alternative.inName || isInName(alternative, name)))
    .map((alternative) => alternative.points * (isInName(alternative, name) ? 1 : shareOutsideName))
    .sort((a, b) => b - a)
  const [best = 0, ...others] = points
  const sum = best + shareOfOthers * others.reduce((total, value) => total + value, 0)
  return required ? sum : shareOfOptional * sum
}

const has = ({ terms }: Alternative, all: Set<string>) => terms.every((term) => all.has(term))

/** Codes of kinds and groups stand in no name; they count in full. */
const isInName = ({ terms }: Alternative, name: Set<string>) =>
  terms.every((term) => term.includes(':') || name.has(term))
