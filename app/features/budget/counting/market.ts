import { profileOf, type Profile } from './ballots'
import { tieBreakerOf, type TieBreaker } from './ties'
import { type CountOptions, type Election } from './types'

/** What stays the same in every round and every run of one count. */
export type Market = {
  readonly election: Election
  readonly profile: Profile
  /** Utility = value × scale: the cost of the project under `cost`, else 1. */
  readonly scales: readonly bigint[]
  /** Ballots that give project c a value above 0. */
  readonly supporters: Float64Array
  /** Projects with a cost and a supporter: those Equal Shares sells. */
  readonly onSale: readonly number[]
  /** Supported projects that cost nothing: ρ = 0, so they win before all others, and nobody pays. */
  readonly free: readonly number[]
  readonly breakTie: TieBreaker
}

/** Prepares an election for counting. Throws UnfitOptions when the ballots do not carry the satisfaction asked for. */
export function marketOf(election: Election, options: Pick<CountOptions, 'satisfaction' | 'ties' | 'seed'>): Market {
  const { projects } = election
  const profile = profileOf(election, options.satisfaction)
  const supporters = supportersOf(profile, projects.length)
  const supported = projects.map((_, c) => c).filter((c) => (supporters[c] ?? 0) > 0)
  return {
    election,
    profile,
    scales: projects.map(({ cost }) => (options.satisfaction === 'cost' ? cost : 1n)),
    supporters,
    onSale: supported.filter((c) => (projects[c]?.cost ?? 0n) > 0n),
    free: supported.filter((c) => projects[c]?.cost === 0n),
    breakTie: tieBreakerOf(election, () => votesOf(election), options),
  }
}

/** How many ballots name each project, whatever the satisfaction: with points, those that give it more than 0. */
export function votesOf({ ballots, projects }: Pick<Election, 'ballots' | 'projects'>): Float64Array {
  const votes = new Float64Array(projects.length)
  for (const { choices, points } of ballots) {
    // `!`: a choice is a position in `projects`.
    for (let place = 0; place < choices.length; place += 1) if ((points?.[place] ?? 1) > 0) votes[choices[place]!]! += 1
  }
  return votes
}

function supportersOf({ choices, starts, weights }: Profile, projects: number): Float64Array {
  const supporters = new Float64Array(projects)
  for (let g = 0; g < weights.length; g += 1) {
    for (let i = starts[g]!; i < starts[g + 1]!; i += 1) supporters[choices[i]!]! += weights[g]!
  }
  return supporters
}
