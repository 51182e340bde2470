import { UnfitOptions, type Ballot, type Election, type Satisfaction } from './types'

/**
 * The ballots as a count sees them: identical ones once, with their number, and each project's supporters.
 * A voter's utility for project c is value × scale(c), where scale is the cost for `cost` and 1 otherwise, so every
 * value is a small whole number. Arrays of the ballots run beside `choices`, those of the supporters beside
 * `supporters`; `starts[g]` to `starts[g + 1]` is ballot g, `supporterStarts[c]` to `…[c + 1]` project c.
 */
export type Profile = {
  /** All ballots, also those that name nothing: they have their share of the money too. */
  readonly voters: number
  /** How many voters cast ballot g. */
  readonly weights: Float64Array
  readonly starts: Int32Array
  readonly choices: Int32Array
  readonly values: Float64Array
  readonly supporterStarts: Int32Array
  readonly supporters: Int32Array
  readonly supporterValues: Float64Array
  /** `weights` once more, in the order of `supporters`: read in a row, which is what a round spends its time on. */
  readonly supporterWeights: Float64Array
  /** Σ weight × value of the supporters of project c. */
  readonly totals: Float64Array
  /** Every value is 1. */
  readonly unit: boolean
}

/** Groups the ballots under one satisfaction. Throws UnfitOptions when the ballots have no points, or no ranking. */
export function profileOf(election: Election, satisfaction: Satisfaction): Profile {
  const { ballots, voteType, projects } = election
  const pointed = voteType === 'cumulative' || voteType === 'scoring'
  if (satisfaction === 'cumulative' && !pointed) throw new UnfitOptions(`cumulative needs points, not ${voteType}`)
  if (satisfaction === 'borda' && voteType !== 'ordinal') throw new UnfitOptions(`borda needs ranks, not ${voteType}`)
  const groups = groupBallots(ballots, projects.length, valueReader(satisfaction))
  return { voters: ballots.length, ...groups, ...supportersOf(groups, projects.length) }
}

type ValueOf = (ballot: Ballot, place: number) => number

/** `cost`, `cardinality`: 1 for a project named (with points: more than 0). `borda`: the last place gets 0. */
function valueReader(satisfaction: Satisfaction): ValueOf {
  if (satisfaction === 'cumulative') return ({ points }, place) => points?.[place] ?? 0
  if (satisfaction === 'borda') return ({ choices }, place) => choices.length - place - 1
  return ({ points }, place) => (points === undefined || (points[place] ?? 0) > 0 ? 1 : 0)
}

type Groups = Pick<Profile, 'weights' | 'starts' | 'choices' | 'values'>

/**
 * Equal ballots have equal lists of (project, value) in project order. A table of positions by hash finds them in one
 * pass without a string a ballot: a million ballots are grouped in well under a second.
 */
function groupBallots(ballots: readonly Ballot[], projects: number, valueOf: ValueOf): Groups {
  const store = new GroupStore(ballots)
  const named = new Int32Array(projects)
  const row = new Float64Array(projects)
  for (const ballot of ballots) store.add(named, supportedOf(ballot, named, row, valueOf), row)
  return store.groups()
}

/** Writes the projects a ballot gives a value to `named`, in project order, and their values to `row`; their number. */
function supportedOf(ballot: Ballot, named: Int32Array, row: Float64Array, valueOf: ValueOf): number {
  const { choices } = ballot
  let size = 0
  for (let place = 0; place < choices.length; place += 1) {
    // `!`: within the list. A ballot is short, and a place is found from the end in a step or two.
    const c = choices[place]!
    row[c] = valueOf(ballot, place)
    if (row[c]! <= 0) continue
    let at = size
    for (; at > 0 && named[at - 1]! > c; at -= 1) named[at] = named[at - 1]!
    named[at] = c
    size += 1
  }
  return size
}

class GroupStore {
  private count = 0
  private readonly table: Int32Array
  private readonly weights: Float64Array
  private readonly starts: Int32Array
  private readonly choices: Int32Array
  private readonly values: Float64Array

  constructor(ballots: readonly Ballot[]) {
    const entries = ballots.reduce((sum, { choices }) => sum + choices.length, 0)
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(ballots.length * 2 + 2))).fill(-1)
    this.weights = new Float64Array(ballots.length)
    this.starts = new Int32Array(ballots.length + 1)
    this.choices = new Int32Array(entries)
    this.values = new Float64Array(entries)
  }

  add(named: Int32Array, size: number, row: Float64Array): void {
    let slot = this.slotOf(named, size, row)
    // `!` in this class: every index is one it has written itself.
    for (; this.table[slot]! >= 0; slot = (slot + 1) & (this.table.length - 1)) {
      const group = this.table[slot]!
      if (this.equals(group, named, size, row)) return void (this.weights[group]! += 1)
    }
    this.table[slot] = this.count
    this.append(named, size, row)
  }

  groups(): Groups {
    const entries = this.starts[this.count] ?? 0
    return {
      weights: this.weights.slice(0, this.count),
      starts: this.starts.slice(0, this.count + 1),
      choices: this.choices.slice(0, entries),
      values: this.values.slice(0, entries),
    }
  }

  private slotOf(named: Int32Array, size: number, row: Float64Array): number {
    let hash = 0
    for (let i = 0; i < size; i += 1) {
      hash = Math.imul(hash ^ (named[i]! + 1), 0x9e3779b1) ^ Math.imul(row[named[i]!]! | 0, 0x85ebca6b)
      hash ^= hash >>> 15
    }
    return hash & (this.table.length - 1)
  }

  private equals(group: number, named: Int32Array, size: number, row: Float64Array): boolean {
    const start = this.starts[group]!
    if (this.starts[group + 1]! - start !== size) return false
    for (let i = 0; i < size; i += 1) {
      if (this.choices[start + i] !== named[i] || this.values[start + i] !== row[named[i]!]) return false
    }
    return true
  }

  private append(named: Int32Array, size: number, row: Float64Array): void {
    const at = this.starts[this.count]!
    for (let i = 0; i < size; i += 1) {
      this.choices[at + i] = named[i]!
      this.values[at + i] = row[named[i]!]!
    }
    this.weights[this.count] = 1
    this.count += 1
    this.starts[this.count] = at + size
  }
}

type Supporters = Pick<
  Profile,
  'supporterStarts' | 'supporters' | 'supporterValues' | 'supporterWeights' | 'totals' | 'unit'
>

/** Turns the ballots round: for each project its ballots, in ballot order. `!`: indices are the ballots' own. */
function supportersOf({ starts, choices, values, weights }: Groups, projects: number): Supporters {
  const supporterStarts = new Int32Array(projects + 1)
  for (let i = 0; i < choices.length; i += 1) supporterStarts[choices[i]! + 1]! += 1
  for (let c = 0; c < projects; c += 1) supporterStarts[c + 1]! += supporterStarts[c]!
  const next = supporterStarts.slice()
  const supporters = new Int32Array(choices.length)
  const supporterValues = new Float64Array(choices.length)
  const supporterWeights = new Float64Array(choices.length)
  const totals = new Float64Array(projects)
  for (let g = 0; g < weights.length; g += 1) {
    for (let i = starts[g]!; i < starts[g + 1]!; i += 1) {
      const c = choices[i]!
      supporters[next[c]!] = g
      supporterValues[next[c]!] = values[i]!
      supporterWeights[next[c]!] = weights[g]!
      next[c]! += 1
      totals[c]! += weights[g]! * values[i]!
    }
  }
  const unit = values.every((value) => value === 1)
  return { supporterStarts, supporters, supporterValues, supporterWeights, totals, unit }
}
