import { describe, expect, it } from 'vitest'
import { evaluateRule, rules, type Evaluated } from '~/features/entitlements/engine'
import { groundOf } from '~/features/entitlements/engine/ground'
import { pivots } from '~/features/entitlements/engine/reach'
import { generatedHousehold } from '../../../bench/generated-households'
import {
  fewest,
  mattering,
  openFacts,
  settles,
  sizeOf,
  tableOf,
  type EvaluatedRule,
  type Open,
} from '../../support/every-completion'

const day = '2026-11-22'
const seeds = Array.from({ length: 4000 }, (_, i) => i + 1)
const evaluated = rules.filter((rule) => rule.kind === 'evaluated')
const places = (facts: readonly Pick<Open, 'fact' | 'person'>[]) =>
  facts.map(({ fact, person }) => `${fact} ${person}`).sort()

/** Households small enough, in what a rule asks of them, that everything can be tried. */
function cases(rule: EvaluatedRule, asking: boolean, wanted: number, most: number) {
  const found = []
  for (const seed of seeds) {
    const household = generatedHousehold(seed, { told: (seed % 10) / 10, most: 4 })
    const open = openFacts(rule, household, day, asking)
    if (open.length === 0 || open.length > 7 || sizeOf(open) > most) continue
    found.push({ seed, household, open })
    if (found.length === wanted) break
  }
  return found
}

describe.each(evaluated.map((rule) => [rule.id, rule] as const))('%s against trying everything', (_, rule) => {
  it('says settled when nothing can change the outcome, what is missing, and the smallest sets that settle it', () => {
    for (const { seed, household, open } of cases(rule, false, 60, 800)) {
      const table = tableOf(rule, household, day, open)
      const said = evaluateRule(rule, household, day) as Evaluated
      const about = `household ${seed}`
      expect(said.settled, about).toBe(new Set(table.outcomes).size === 1)
      expect(places(said.missing), about).toEqual(places(mattering(table)))
      if (said.settled) continue
      for (const outcome of ['likely', 'possible', 'unlikely'] as const) {
        const settling = said.settledBy.find((one) => one.outcome === outcome)
        expect(settling?.facts.length ?? null, `${about}, ${outcome}`).toBe(fewest(table, outcome))
        if (settling) expect(settles(table, settling.facts, outcome), `${about}, ${outcome}`).toBe(true)
      }
    }
  })

  it('asks exactly the facts not yet asked that can change the outcome', () => {
    for (const { seed, household, open } of cases(rule, true, 60, 3000)) {
      const asked = [...pivots(groundOf(rule, household, day), 'asking')].map(({ condition, person }) => ({
        fact: condition.fact!,
        person,
      }))
      const once = [...new Set(places(asked))]
      expect(once, `household ${seed}`).toEqual(places(mattering(tableOf(rule, household, day, open))))
    }
  })
})
