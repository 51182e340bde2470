import { sha256 } from './sha256'
import { UnbrokenTie, type CountOptions, type Election, type TieRule } from './types'

/** Sorts tied projects (positions) into groups that the declared order cannot part, best group first. */
export type TieBreaker = (tied: readonly number[]) => number[][]

/**
 * The declared order as a function. `votesOf()[c]` is the number of ballots that name project c; it is asked for only
 * when a tie is there to break.
 * Project ids are compared by UTF-16 code units ("10" < "9"), the same in every language setting.
 */
export function tieBreakerOf(
  { projects }: Pick<Election, 'projects'>,
  votesOf: () => ArrayLike<number>,
  { ties, seed }: Pick<CountOptions, 'ties' | 'seed'>,
): TieBreaker {
  let votes: ArrayLike<number> | undefined
  const idOf = (c: number) => projects[c]?.id ?? ''
  const keyOf = (rule: TieRule, c: number): bigint | number | string => {
    if (rule === 'minCost') return projects[c]?.cost ?? 0n
    if (rule === 'maxVotes') return -((votes ??= votesOf())[c] ?? 0)
    if (rule === 'lexico') return idOf(c)
    if (rule === 'lot') return lotOf(seed, idOf(c))
    const place = rule.list.indexOf(idOf(c))
    return place < 0 ? rule.list.length : place
  }
  return (tied) => ties.reduce((groups, rule) => groups.flatMap((group) => parted(group, rule, keyOf)), [[...tied]])
}

/**
 * The lot of one project: SHA-256 of the seed, a line feed and the project's id; the smallest comes first. Anyone can
 * repeat it: `printf 'SEED\nID' | sha256sum`. It depends on nothing else, so it is drawn once for all rounds.
 */
export function lotOf(seed: string, id: string): string {
  return sha256(`${seed}\n${id}`)
}

/** The one winner of a tie. Throws UnbrokenTie, naming the projects, when the declared order leaves more than one. */
export function firstOf(tied: readonly number[], breakTie: TieBreaker, election: Pick<Election, 'projects'>): number {
  const [group = []] = breakTie(tied)
  const [winner] = group
  if (winner === undefined || group.length > 1) throw tieBetween(group, election)
  return winner
}

export function tieBetween(group: readonly number[], { projects }: Pick<Election, 'projects'>): UnbrokenTie {
  return new UnbrokenTie(group.map((c) => projects[c]?.id ?? '').sort())
}

type Key = bigint | number | string

function parted(group: number[], rule: TieRule, keyOf: (rule: TieRule, c: number) => Key): number[][] {
  if (group.length < 2) return [group]
  const byKey = new Map<Key, number[]>()
  for (const c of group) byKey.set(keyOf(rule, c), [...(byKey.get(keyOf(rule, c)) ?? []), c])
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members)
}
