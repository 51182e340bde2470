import { add, compare, fraction, multiply, type Fraction } from '~/features/budget/counting/fraction'
import { count, defaultOptions, type Ballot, type CountOptions, type Election } from '~/features/budget/counting'
import type { Satisfaction, VoteType } from '~/features/budget/counting'
import { randomFrom } from '../../bench/generated-election'

/** An approval election from words: costs by id, ballots as "a b c" with an optional number of voters in front. */
export function approval(budget: number, costs: Record<string, number>, ballots: readonly string[]): Election {
  const ids = Object.keys(costs)
  const lists = ballots.flatMap((text) => {
    const [, times = '1', names = ''] = /^(?:(\d+)\s*×)?\s*(.*)$/.exec(text) ?? []
    const choices = names
      .split(' ')
      .filter(Boolean)
      .map((id) => ids.indexOf(id))
    return Array.from({ length: Number(times) }, () => ({ choices }))
  })
  const projects = ids.map((id) => ({ id, cost: BigInt(costs[id] ?? 0) }))
  return { voteType: 'approval', places: 0, budget: BigInt(budget), projects, ballots: lists }
}

/** Ids of the winners in order, or `tie: a, b`. */
export function winnersOf(election: Election, options: Partial<CountOptions> = {}): string[] {
  const result = count(election, { ...defaultOptions, ...options })
  if (result.ok) return result.outcome.winners.map((c) => election.projects[c]?.id ?? '')
  return [result.error === 'tie' ? `tie: ${result.projects.join(', ')}` : `options: ${result.reason}`]
}

/** A small random election. Few costs and few voters, so that ties and exact equalities are frequent. */
export function randomElection(seed: number, voteType: VoteType = 'approval'): Election {
  const random = randomFrom(seed)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const projects = Array.from({ length: whole(2, 9) }, (_, c) => ({ id: `p${c}`, cost: BigInt(whole(1, 12)) }))
  const density = 0.15 + random() * 0.6
  const ballots = Array.from({ length: whole(1, 24) }, (): Ballot => {
    const choices = projects.map((_, c) => c).filter(() => random() < density)
    if (voteType === 'ordinal') choices.sort(() => random() - 0.5)
    return voteType === 'cumulative' ? { choices, points: choices.map(() => whole(0, 4)) } : { choices }
  })
  return { voteType, places: 0, budget: BigInt(whole(5, 40)), projects, ballots }
}

export type SlowRound = { project: number; rho: Fraction }

/**
 * The definition in exact fractions, voter by voter, as slowly as it reads; ties go to the project listed first. Written
 * without anything of the module but the arithmetic, so that the two can be held against each other.
 */
export function slowShares(election: Election, satisfaction: Satisfaction, endowment: Fraction) {
  const money = election.ballots.map(() => endowment)
  const utilities = election.projects.map((_, c) => election.ballots.map((b) => utility(election, b, c, satisfaction)))
  const rounds: SlowRound[] = []
  let left = election.projects.map((_, c) => c).filter((c) => (election.projects[c]?.cost ?? 0n) > 0n)
  for (;;) {
    const rhos = left.map((c) => leastRho(fraction(election.projects[c]?.cost ?? 0n), utilities[c] ?? [], money))
    const best = rhos.reduce<number>((at, rho, i) => (isLess(rho, rhos[at] ?? null) ? i : at), 0)
    const [project, rho] = [left[best], rhos[best] ?? null]
    if (project === undefined || rho === null) return { rounds, money }
    utilities[project]?.forEach((u, i) => {
      const price = multiply(rho, u)
      const before = money[i] ?? fraction(0n)
      money[i] = compare(price, before) < 0 ? add(before, { p: -price.p, q: price.q }) : fraction(0n)
    })
    rounds.push({ project, rho })
    left = left.filter((c) => c !== project)
  }
}

function isLess(a: Fraction | null, b: Fraction | null): boolean {
  return a !== null && (b === null || compare(a, b) < 0)
}

function utility(election: Election, { choices, points }: Ballot, c: number, satisfaction: Satisfaction): Fraction {
  const place = choices.indexOf(c)
  if (place < 0 || points?.[place] === 0) return fraction(0n)
  if (satisfaction === 'cost') return fraction(election.projects[c]?.cost ?? 0n)
  if (satisfaction === 'cardinality') return fraction(1n)
  return fraction(BigInt(satisfaction === 'borda' ? choices.length - place - 1 : (points?.[place] ?? 0)))
}

/** The least ρ with Σ min(money, ρ·u) = cost: voters by money/u, each either gives all or ρ·u. Null: not affordable. */
function leastRho(cost: Fraction, utilities: readonly Fraction[], money: readonly Fraction[]): Fraction | null {
  const zero = fraction(0n)
  const some = utilities.flatMap((u, i) => (u.p > 0n ? [{ u, b: money[i] ?? zero }] : []))
  const rising = some.sort((x, y) => compare(multiply(x.b, y.u), multiply(y.b, x.u)))
  let rest = cost
  let weight = some.reduce((sum, { u }) => add(sum, u), zero)
  for (const { u, b } of rising) {
    const rho = fraction(rest.p * weight.q, rest.q * weight.p)
    if (compare(multiply(rho, u), b) <= 0) return rho
    rest = add(rest, { p: -b.p, q: b.q })
    weight = add(weight, { p: -u.p, q: u.q })
  }
  return null
}
