/** From a rule and its ballots to the result, with a reason for every proposal that was not chosen. Pure. */

import {
  countAndExplain,
  defaultOptions,
  tableOf,
  writePb,
  type CountOptions,
  type CountReport,
  type Election,
} from './counting'
import type { RuleFile } from './rule-file'

export type Whynot =
  /** Fewer ballots than the rule asks for. */
  | { kind: 'support'; needed: number }
  /** Only one of these could be done, and the other had more ballots. */
  | { kind: 'incompatible'; with: number }
  /** Its supporters could have paid this share of its cost, in percent; the rest of their money went to others. */
  | { kind: 'share'; percent: number; spentOn: number[] }

export type ProposalResult = { number: number; cost: string; ballots: number; won: boolean; whynot: Whynot | null }
export type BudgetResult = {
  ballots: number
  spent: string
  proposals: ProposalResult[]
  votersWithNoProject: number
  /** What taking proposals by ballots alone would have chosen. */
  greedy: { winners: number[]; votersWithNoProject: number } | null
}

type Choices = readonly number[]

/** What one unit, or people of one kind, got: lek of the winners, and how many of its proposals won. */
export type Got = { name: string | null; spent: string; won: number; of: number }

/** The winners' money by what `nameOf` says of each proposal, the most first; null names come last. */
export function gotBy(proposals: readonly ProposalResult[], nameOf: (number: number) => string | null): Got[] {
  const names = [...new Set(proposals.map(({ number }) => nameOf(number)))]
  const got = names.map((name) => {
    const own = proposals.filter(({ number }) => nameOf(number) === name)
    const winners = own.filter(({ won }) => won)
    const spent = winners.reduce((sum, { cost }) => sum + BigInt(cost), 0n)
    return { name, spent, won: winners.length, of: own.length }
  })
  return got
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || Number(b.spent - a.spent))
    .map((row) => ({ ...row, spent: String(row.spent) }))
}

/**
 * Counts. Proposals without the minimum support and the weaker ones of incompatible proposals are left out first; the
 * rest is counted by Equal Shares as docs/counting.md says it.
 *
 * Throws when the rule cannot be counted, which a frozen rule always can: its lot breaks every tie.
 */
export function resultOf(rule: RuleFile, ballots: readonly Choices[]): BudgetResult {
  const ballotsOf = supportOf(rule, ballots)
  const out = leftOut(rule, ballotsOf)
  const report = reportOf(electionOf(rule, ballots, new Set(out.keys())), rule)
  const won = new Set(report.winners)
  const losers = new Map(report.losers.map((loser) => [loser.project, loser]))
  const proposals = rule.proposals.map(({ number, cost }): ProposalResult => {
    const loser = losers.get(String(number))
    const share = loser && {
      kind: 'share' as const,
      percent: loser.effectiveSupport ?? 0,
      spentOn: loser.supportersSpentOn.map(({ project }) => Number(project)),
    }
    const isWinner = won.has(String(number))
    return {
      number,
      cost,
      ballots: ballotsOf.get(number) ?? 0,
      won: isWinner,
      whynot: isWinner ? null : (out.get(number) ?? share ?? null),
    }
  })
  const { greedy } = report
  return {
    ballots: ballots.length,
    spent: report.cost,
    proposals,
    votersWithNoProject: report.votersWithNoProject,
    greedy:
      'error' in greedy
        ? null
        : { winners: greedy.winners.map(Number), votersWithNoProject: greedy.votersWithNoProject },
  }
}

function supportOf(rule: RuleFile, ballots: readonly Choices[]): Map<number, number> {
  const support = new Map(rule.proposals.map(({ number }) => [number, 0]))
  for (const choices of ballots) {
    for (const number of choices) support.set(number, (support.get(number) ?? 0) + 1)
  }
  return support
}

/** Which proposals do not enter the count, and why. With as many ballots the cheaper one stays, then the lower number. */
function leftOut(rule: RuleFile, support: ReadonlyMap<number, number>): Map<number, Whynot> {
  const out = new Map<number, Whynot>()
  for (const { number } of rule.proposals) {
    if ((support.get(number) ?? 0) < rule.minSupport) out.set(number, { kind: 'support', needed: rule.minSupport })
  }
  const byStrength = [...rule.proposals].sort(
    (a, b) =>
      (support.get(b.number) ?? 0) - (support.get(a.number) ?? 0) ||
      Number(BigInt(a.cost) - BigInt(b.cost)) ||
      a.number - b.number,
  )
  const excludes = (a: RuleFile['proposals'][number], b: RuleFile['proposals'][number]) =>
    a.incompatible.includes(b.number) || b.incompatible.includes(a.number)
  for (const [index, weaker] of byStrength.entries()) {
    const stronger = byStrength.slice(0, index).find((other) => !out.has(other.number) && excludes(other, weaker))
    if (stronger && !out.has(weaker.number)) out.set(weaker.number, { kind: 'incompatible', with: stronger.number })
  }
  return out
}

/** Everybody who cast a ballot has their share of the money, also those whose proposals were left out. */
export function electionOf(rule: RuleFile, ballots: readonly Choices[], without: ReadonlySet<number>): Election {
  const projects = rule.proposals
    .filter(({ number }) => !without.has(number))
    .map(({ number, cost }) => ({ id: String(number), cost: BigInt(cost) }))
  const positions = new Map(projects.map(({ id }, index) => [Number(id), index]))
  return {
    voteType: 'approval',
    places: 0,
    budget: BigInt(rule.budget),
    projects,
    ballots: ballots.map((choices) => ({ choices: choices.flatMap((number) => positions.get(number) ?? []) })),
  }
}

/** How a rule counts. */
export function countOptions({ method, satisfaction, completion, increment, ties, seed }: RuleFile): CountOptions {
  const step = { p: BigInt(increment), q: 1n }
  return { ...defaultOptions, method, satisfaction, completion, increment: step, ties, seed }
}

function reportOf(election: Election, rule: RuleFile): CountReport {
  const result = countAndExplain(election, countOptions(rule))
  if (!result.ok) throw new Error(`A frozen rule could not be counted: ${JSON.stringify(result)}`)
  return result.report
}

/**
 * The ballots as a `.pb` file, from which anybody counts the same result with `recountOptions`. It has what enters the
 * count: proposals that the rule leaves out first are not in it, a ballot that named them alone is empty. Ballots come
 * in the order of the lot and say nothing about the person.
 */
export function recountFile(rule: RuleFile, ballots: readonly Choices[]): string {
  const out = leftOut(rule, supportOf(rule, ballots))
  const counted = rule.proposals.filter(({ number }) => !out.has(number))
  const meta = [
    ['description', `Pranë ${rule.municipality} ${rule.year}`],
    ['country', 'Albania'],
    ['unit', rule.municipality],
    ['instance', String(rule.year)],
    ['num_projects', String(counted.length)],
    ['num_votes', String(ballots.length)],
    ['budget', rule.budget],
    ['vote_type', 'approval'],
    ['rule', 'equalshares/add1'],
    ['currency', 'ALL'],
    ['language', 'sq'],
  ]
  const votes = ballots.map((choices, index) => [
    String(index + 1),
    choices.filter((number) => !out.has(number)).join(','),
  ])
  return writePb({
    meta: tableOf(['key', 'value'], meta),
    projects: tableOf(
      ['project_id', 'cost', 'name'],
      counted.map(({ number, cost, titleSq }) => [String(number), cost, titleSq.replace(/\s+/g, ' ')]),
    ),
    votes: tableOf(['voter_id', 'vote'], votes),
  })
}

/** What the command budget:compute is told so that it counts by this rule. */
export function recountOptions({ method, satisfaction, completion, increment, ties, seed }: RuleFile): string[] {
  return [
    `--method=${method}`,
    `--satisfaction=${satisfaction}`,
    `--completion=${completion}`,
    `--increment=${increment}`,
    `--ties=${ties.join(',')}`,
    `--seed=${seed}`,
  ]
}
