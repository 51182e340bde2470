import type { Profile } from './ballots'
import type { Comparison } from './types'

/** How many voters are better off with each outcome; voters equally well off are in neither number. */
export type Preference = { readonly shares: number; readonly greedy: number }

/**
 * `satisfaction`: voters who support more winners of one outcome than of the other. `exclusionRatio`: voters who
 * support a winner of one outcome and none of the other. Greedy replaces Equal Shares only if strictly more prefer it.
 */
export function preferenceBetween(
  rule: Exclude<Comparison, 'none'>,
  profile: Profile,
  shares: readonly number[],
  greedy: readonly number[],
): Preference {
  const cap = rule === 'exclusionRatio' ? 1 : Infinity
  const preference = { shares: 0, greedy: 0 }
  const [inShares, inGreedy] = [supportedOf(profile, shares), supportedOf(profile, greedy)]
  profile.weights.forEach((weight, g) => {
    const [a, b] = [Math.min(inShares[g] ?? 0, cap), Math.min(inGreedy[g] ?? 0, cap)]
    if (a > b) preference.shares += weight
    if (b > a) preference.greedy += weight
  })
  return preference
}

/** How many voters support none of the winners. */
export function votersWithout(profile: Profile, winners: readonly number[]): number {
  const supported = supportedOf(profile, winners)
  return profile.weights.reduce((sum, weight, g) => (supported[g] === 0 ? sum + weight : sum), 0)
}

/** For each ballot, how many of the chosen projects it supports. */
function supportedOf({ weights, supporters, supporterStarts }: Profile, chosen: readonly number[]): Int32Array {
  const supported = new Int32Array(weights.length)
  for (const c of chosen) {
    for (const g of supporters.subarray(supporterStarts[c], supporterStarts[c + 1])) {
      supported[g] = (supported[g] ?? 0) + 1
    }
  }
  return supported
}
