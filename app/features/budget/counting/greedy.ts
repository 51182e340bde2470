import { compare, fraction, type Fraction } from './fraction'
import { tieBetween, type TieBreaker } from './ties'
import { type Election, type Method, type Satisfaction } from './types'

/** How a greedy count ranks a project: the higher, the earlier. A project that costs nothing ranks by its score. */
export type Ranking = readonly Fraction[]

/**
 * The score as cities count it: ballots that name the project; the sum of its points; with rankings, length − place + 1
 * (place from 1) summed over the ballots.
 */
export function scoresOf({ projects, ballots, voteType }: Election): bigint[] {
  const scores = projects.map(() => 0)
  for (const { choices, points } of ballots) {
    choices.forEach((c, place) => {
      const score = voteType === 'ordinal' ? choices.length - place : (points?.[place] ?? 1)
      scores[c] = (scores[c] ?? 0) + score
    })
  }
  return scores.map(BigInt)
}

/**
 * `cost` ranks by the score; the other satisfactions by satisfaction bought with a unit of money, as in Peters,
 * Pierczyński, Skowron 2021: `totals[c]` is Σ utility of project c over the ballots.
 */
export function rankingOf(election: Election, satisfaction: Satisfaction, totals: ArrayLike<number>): Ranking {
  if (satisfaction === 'cost') return scoresOf(election).map((score) => fraction(score))
  return election.projects.map(({ cost }, c) => fraction(BigInt(totals[c] ?? 0), cost === 0n ? 1n : cost))
}

export type GreedyInput = {
  readonly election: Pick<Election, 'projects' | 'budget'>
  readonly ranking: Ranking
  readonly breakTie: TieBreaker
  /** Only these may be added. */
  readonly candidates: readonly number[]
  /** Money units already spent. */
  readonly spent: bigint
}

/**
 * Takes the candidates from the highest rank down while they fit. `skip`: one that does not fit is passed over, else it
 * ends the count. Returns positions in the order taken. Throws UnbrokenTie only where the order would change the
 * outcome: equals that all fit are all taken.
 */
export function takeGreedily({ election, ranking, breakTie, candidates, spent }: GreedyInput, skip: boolean): number[] {
  const taken: number[] = []
  const costOf = (c: number) => election.projects[c]?.cost ?? 0n
  let left = election.budget - spent
  for (const equals of byRank(candidates, ranking).flatMap(breakTie)) {
    const fitting = equals.filter((c) => costOf(c) <= left)
    const together = fitting.reduce((sum, c) => sum + costOf(c), 0n)
    const allFit = together <= left && (skip || fitting.length === equals.length)
    if (!allFit && fitting.length > 0 && equals.length > 1) throw tieBetween(equals, election)
    if (!allFit && !skip) break
    taken.push(...fitting)
    left -= together
  }
  return taken
}

/** A greedy method; `threshold` (a score) counts under greedy-threshold only. */
export function countGreedily(
  method: Exclude<Method, 'mes'>,
  input: Omit<GreedyInput, 'candidates' | 'spent'>,
  scores: readonly bigint[],
  threshold: Fraction,
): number[] {
  const all = scores.map((_, c) => c)
  const enough = (c: number) => compare(fraction(scores[c] ?? 0n), threshold) >= 0
  const candidates = method === 'greedy-threshold' ? all.filter(enough) : all
  return takeGreedily({ ...input, candidates, spent: 0n }, method !== 'greedy-no-skip')
}

/** Candidates of equal rank together, highest rank first. */
function byRank(candidates: readonly number[], ranking: Ranking): number[][] {
  const zero = fraction(0n)
  const rankOf = (c: number) => ranking[c] ?? zero
  const groups: number[][] = []
  for (const c of [...candidates].sort((a, b) => compare(rankOf(b), rankOf(a)))) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && compare(rankOf(last[0]), rankOf(c)) === 0) last.push(c)
    else groups.push([c])
  }
  return groups
}
