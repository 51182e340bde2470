import { count, greedyWinners, type Outcome } from './count'
import { costOf } from './completion'
import { votersWithout } from './comparison'
import { explain, type Loser } from './explanation'
import { formatFraction, fraction, toDouble, type Fraction } from './fraction'
import { rhoOf } from './shares'
import { UnbrokenTie, type CountOptions, type Election } from './types'

/** A count as plain JSON: ids for projects, currency units as text, exact where a decision rests on it. */
export type CountReport = {
  winners: string[]
  cost: string
  /** Currency units a voter in the last run, "n" or "p/q"; null under a greedy method. */
  endowment: string | null
  rounds: RoundReport[]
  losers: LoserReport[]
  votersWithNoProject: number
  /** Winners that only the utilitarian completion added. */
  added: string[]
  comparison: { shares: number; greedy: number; replaced: boolean } | null
  /** The same ballots counted as most cities count. */
  greedy: { winners: string[]; cost: string; votersWithNoProject: number } | { error: 'tie'; projects: string[] }
}

/** `rho` is exact; `effectiveVotes` (cost satisfaction: cost over the highest payment) and `payment` are rounded. */
type RoundReport = { project: string; rho: string; supporters: number; payment: string; effectiveVotes: string }
type LoserReport = {
  project: string
  supporters: number
  effectiveSupport: number | null
  supportersSpentOn: { project: string; amount: string }[]
  supportersHaveLeft: string
}

export type ReportResult = { ok: true; report: CountReport } | Exclude<ReturnType<typeof count>, { ok: true }>

/** Counts and explains. */
export function countAndExplain(election: Election, options: CountOptions): ReportResult {
  const result = count(election, options)
  return result.ok ? { ok: true, report: reportOf(result.outcome) } : result
}

function reportOf(outcome: Outcome): CountReport {
  const { market, winners, run } = outcome
  const { election } = market
  const idOf = (c: number) => election.projects[c]?.id ?? ''
  const { losers, votersWithNoProject } = explain(outcome)
  return {
    winners: winners.map(idOf),
    cost: amount(outcome.cost, election),
    endowment: run === null ? null : formatFraction(inCurrency(run.endowment, election)),
    rounds: roundsOf(outcome, idOf),
    losers: losers.map((loser) => loserReport(loser, outcome, idOf)),
    votersWithNoProject,
    added: outcome.added.map(idOf),
    comparison: outcome.comparison,
    greedy: greedyReport(outcome, idOf),
  }
}

type IdOf = (c: number) => string

function roundsOf({ run, market }: Outcome, idOf: IdOf): RoundReport[] {
  const { election, supporters, scales } = market
  return (run?.rounds ?? []).map((round) => {
    const { project, n, d } = round
    const rho = rhoOf(round, market)
    const perMoney = election.places > 0 && scales[project] === 1n ? 10n ** BigInt(election.places) : 1n
    return {
      project: idOf(project),
      rho: formatFraction(fraction(rho.p, rho.q * perMoney)),
      supporters: supporters[project] ?? 0,
      payment: decimal(toDouble(n, d), election),
      effectiveVotes: n === 0n ? '' : String(toDouble((election.projects[project]?.cost ?? 0n) * d, n)),
    }
  })
}

function loserReport(loser: Loser, { market }: Outcome, idOf: IdOf): LoserReport {
  const { election, supporters } = market
  return {
    project: idOf(loser.project),
    supporters: supporters[loser.project] ?? 0,
    effectiveSupport: loser.effectiveSupport,
    supportersSpentOn: loser.spentOn.map((part) => ({
      project: idOf(part.project),
      amount: decimal(part.amount, election),
    })),
    supportersHaveLeft: decimal(loser.left, election),
  }
}

function greedyReport({ market }: Outcome, idOf: IdOf): CountReport['greedy'] {
  try {
    const winners = greedyWinners(market)
    const cost = amount(costOf(market.election, winners), market.election)
    return { winners: winners.map(idOf), cost, votersWithNoProject: votersWithout(market.profile, winners) }
  } catch (error) {
    if (error instanceof UnbrokenTie) return { error: 'tie', projects: [...error.projects] }
    throw error
  }
}

/** Money units as currency units without needless zeros: "1000", "216829.41". */
function amount(units: bigint, { places }: Election): string {
  const digits = String(units).padStart(places + 1, '0')
  const [whole, part] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)]
  const cut = part.replace(/0+$/, '')
  return cut === '' ? whole : `${whole}.${cut}`
}

function inCurrency({ p, q }: Fraction, { places }: Election): Fraction {
  return fraction(p, q * 10n ** BigInt(places))
}

function decimal(units: number, { places }: Election): string {
  return (units / 10 ** places).toFixed(2)
}
