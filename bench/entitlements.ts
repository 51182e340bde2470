import { evaluate, outcomeOn, rules, type Household } from '../app/features/entitlements/engine'
import { answersNeeded } from './asked-questions'
import { generatedHousehold } from './generated-households'

const day = '2026-11-22'
const population = 2_000

/** Evaluations a second and questions asked, over the same generated households on every machine. */
export function benchEntitlements(): void {
  const households = Array.from({ length: population }, (_, seed) => generatedHousehold(seed, { told: 0.7 }))
  const people = households.reduce((sum, household) => sum + household.people.length, 0)
  console.log(`Entitlements: ${population} households, ${(people / population).toFixed(1)} people each, 70 % told.\n`)
  console.log('| what | households a second | evaluations a second |')
  console.log('|---|---|---|')
  console.log(lineOf('everything: conditions, what is missing, smallest sets', households, (one) => evaluate(one, day)))
  const outcomes = (one: Household) => rules.map((rule) => outcomeOn(rule, one, day))
  console.log(lineOf('outcomes only', households, outcomes))
  const { asked, all } = answersNeeded(households.length, day)
  console.log(`\nQuestions: median ${asked[asked.length / 2]}, worst ${asked.at(-1)}; all of them: ${all}.`)
}

function lineOf(what: string, households: Household[], run: (household: Household) => unknown[]): string {
  for (const household of households.slice(0, 100)) run(household)
  const start = process.cpuUsage()
  let evaluations = 0
  for (const household of households) evaluations += run(household).length
  const { user, system } = process.cpuUsage(start) // processor time: other work on the machine distorts it less
  const seconds = (user + system) / 1e6
  return `| ${what} | ${Math.round(households.length / seconds)} | ${Math.round(evaluations / seconds)} |`
}
