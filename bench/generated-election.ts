import type { Ballot, Election } from '../app/features/budget/counting'

/** Random numbers in [0, 1), the same for the same seed on every machine (mulberry32, a 32-bit mixer). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A city as large files look: few projects are popular, many are not; every voter has a district and names 1 to 10
 * projects, mostly its own; prices spread over two orders of magnitude; a voter's share is about 50 currency units, and
 * the budget pays for about a third of what is asked for.
 */
export function generatedElection(voters: number, projects: number, seed = 1): Election {
  const random = randomFrom(seed)
  const districts = Math.max(1, Math.round(projects / 16))
  const appeal = Array.from({ length: projects }, () => random() ** 3 + 0.02)
  const budget = voters * 50
  const raw = Array.from({ length: projects }, () => Math.exp(random() * 4.6))
  const unit = (budget * 3) / raw.reduce((sum, value) => sum + value, 0)
  return {
    voteType: 'approval',
    places: 0,
    budget: BigInt(budget),
    projects: raw.map((value, c) => ({ id: `p${c + 1}`, cost: BigInt(Math.ceil(value * unit)) })),
    ballots: Array.from({ length: voters }, () => ballotOf(random, appeal, districts)),
  }
}

function ballotOf(random: () => number, appeal: readonly number[], districts: number): Ballot {
  const home = Math.floor(random() * districts)
  const choices = new Set<number>()
  const wanted = 1 + Math.floor(random() * 10)
  for (let tries = 0; choices.size < wanted && tries < 200; tries += 1) {
    const c = Math.floor(random() * appeal.length)
    const near = c % districts === home || random() < 0.15
    if (near && random() < (appeal[c] ?? 0)) choices.add(c)
  }
  return { choices: [...choices] }
}
