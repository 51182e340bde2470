import { count, defaultOptions, type CountOptions, type Election } from '../app/features/budget/counting'
import { generatedElection } from './generated-election'
import { plainAdd1u, plainShares, plainSupporters } from './plain-shares'

const sizes = [
  [1_000, 20],
  [10_000, 80],
  [30_000, 160],
  [90_000, 160],
] as const
const million = [1_000_000, 160] as const

/** Counting against the plain definition, in one process, on the same generated ballots. */
export function benchCounting(): void {
  console.log('Counting: processor seconds from ungrouped ballots to winners; "plain" is the definition in doubles.\n')
  console.log('| voters × projects | one count | plain | ratio | add1u | plain | ratio | same winners |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const [voters, projects] of sizes) console.log(lineOf(voters, projects))
  growth()
}

function lineOf(voters: number, projects: number): string {
  const election = generatedElection(voters, projects)
  const repeats = voters > 20_000 ? 3 : 9
  const once = best(repeats, () => counted(election, { completion: 'none' }))
  const plainOnce = best(repeats, () =>
    plainShares(election, Number(election.budget) / voters, plainSupporters(election)),
  )
  const full = best(1, () => counted(election, { completion: 'add1u' }))
  const plainFull = best(1, () => plainAdd1u(election))
  const same = String(once.winners) === String(plainOnce.winners) && String(full.winners) === String(plainFull.winners)
  const pair = (mine: Timed, plain: Timed) =>
    `${mine.seconds.toFixed(4)} | ${plain.seconds.toFixed(4)} | ${(plain.seconds / mine.seconds).toFixed(1)}`
  return `| ${voters} × ${projects} | ${pair(once, plainOnce)} | ${pair(full, plainFull)} | ${same ? 'yes' : 'NO'} |`
}

function growth(): void {
  const [voters, projects] = million
  const seconds = [voters / 4, voters / 2, voters].map((size) => {
    const election = generatedElection(size, projects)
    return best(1, () => counted(election, { completion: 'none' })).seconds
  })
  const [quarter = 1, half = 1, whole = 1] = seconds
  console.log(
    `\n${voters / 4}, ${voters / 2}, ${voters} ballots × ${projects}: ${seconds.map((s) => s.toFixed(2)).join(', ')} s;`,
  )
  console.log(`twice the ballots take ${(half / quarter).toFixed(2)} and ${(whole / half).toFixed(2)} times as long.`)
}

type Timed = { seconds: number; winners: readonly number[] }

function best(repeats: number, run: () => readonly number[]): Timed {
  const times = Array.from({ length: repeats }, () => {
    const start = process.cpuUsage()
    const winners = run()
    // Processor time: other work on the machine then distorts the numbers less, and both sides alike.
    const { user, system } = process.cpuUsage(start)
    return { seconds: (user + system) / 1e6, winners }
  })
  return times.reduce((least, time) => (time.seconds < least.seconds ? time : least))
}

function counted(election: Election, options: Partial<CountOptions>): readonly number[] {
  const result = count(election, { ...defaultOptions, ties: ['minCost', 'maxVotes', 'lexico'], ...options })
  if (!result.ok) throw new Error(result.error)
  return result.outcome.winners
}
