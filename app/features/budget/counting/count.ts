import { preferenceBetween, type Preference } from './comparison'
import { costOf, everyProject, sharesWithAdd1, winnersOf } from './completion'
import { fraction } from './fraction'
import { countGreedily, rankingOf, scoresOf, takeGreedily, type GreedyInput } from './greedy'
import { marketOf, type Market } from './market'
import type { Run } from './shares'
import { UnbrokenTie, UnfitOptions, type CountOptions, type Election } from './types'

/** The outcome of a count. Projects are positions in `election.projects`. */
export type Outcome = {
  /** In the order chosen: rounds of Equal Shares first, then what the utilitarian completion added. */
  readonly winners: readonly number[]
  /** Money units. */
  readonly cost: bigint
  /** The last run of Equal Shares; null under a greedy method. */
  readonly run: Run | null
  readonly market: Market
  /** What the utilitarian completion added. */
  readonly added: readonly number[]
  /** Set when a comparison was asked for; `replaced` when the greedy winners stand in place of the others. */
  readonly comparison: (Preference & { readonly replaced: boolean }) | null
}

export type CountResult =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly error: 'tie'; readonly projects: readonly string[] }
  | { readonly ok: false; readonly error: 'options'; readonly reason: string }

/**
 * Counts an election by one published rule. Pure: the same input gives the same output everywhere. The outcome is
 * exact; see docs/counting.md. An unbroken tie and options that do not fit the ballots are results, not exceptions.
 */
export function count(election: Election, options: CountOptions): CountResult {
  try {
    return { ok: true, outcome: outcomeOf(election, checked(options)) }
  } catch (error) {
    if (error instanceof UnbrokenTie) return { ok: false, error: 'tie', projects: error.projects }
    if (error instanceof UnfitOptions) return { ok: false, error: 'options', reason: error.message }
    throw error
  }
}

function checked(options: CountOptions): CountOptions {
  if (options.increment.p <= 0n) throw new UnfitOptions('The increment must be more than 0')
  if (options.ties.includes('lot') && options.seed === '') throw new UnfitOptions('A lot needs a published seed')
  return options
}

function outcomeOf(election: Election, options: CountOptions): Outcome {
  const market = marketOf(election, options)
  const { method } = options
  if (method === 'mes') return compared(market, completed(market, options), options)
  const ranking = rankingOf(election, options.satisfaction, market.profile.totals)
  const input = { election, ranking, breakTie: market.breakTie }
  const winners = countGreedily(method, input, scoresOf(election), options.threshold)
  return { winners, cost: costOf(election, winners), run: null, market, added: [], comparison: null }
}

function completed(market: Market, options: CountOptions): Outcome {
  const { election } = market
  const run = sharesWithAdd1(market, options.completion.startsWith('add1'), options)
  const winners = winnersOf(run)
  const utilitarian = options.completion === 'utilitarian' || options.completion === 'add1u'
  const candidates = everyProject(election).filter((c) => !winners.includes(c))
  const added = utilitarian ? takeGreedily({ ...byScore(market), candidates, spent: run.cost }, true) : []
  const all = [...winners, ...added]
  return { winners: all, cost: costOf(election, all), run, market, added, comparison: null }
}

function compared(market: Market, outcome: Outcome, { comparison }: CountOptions): Outcome {
  if (comparison === 'none') return outcome
  const winners = greedyWinners(market)
  const preference = preferenceBetween(comparison, market.profile, outcome.winners, winners)
  if (preference.greedy <= preference.shares) return { ...outcome, comparison: { ...preference, replaced: false } }
  const cost = costOf(market.election, winners)
  return { ...outcome, winners, cost, added: [], comparison: { ...preference, replaced: true } }
}

/** The same ballots counted as most cities count. Throws UnbrokenTie. */
export function greedyWinners(market: Market): number[] {
  return takeGreedily({ ...byScore(market), candidates: everyProject(market.election), spent: 0n }, true)
}

function byScore({ election, breakTie }: Market): Omit<GreedyInput, 'candidates' | 'spent'> {
  return { election, ranking: scoresOf(election).map((score) => fraction(score)), breakTie }
}
