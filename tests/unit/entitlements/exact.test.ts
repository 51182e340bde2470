import { describe, expect, it } from 'vitest'
import { evaluateRule, rules, type Household } from '~/features/entitlements/engine'
import {
  all,
  any,
  atLeast,
  notAsked,
  ofHousehold,
  ofPerson,
  someone,
  theFamily,
  type Node,
} from '~/features/entitlements/engine/condition'
import { groundOf } from '~/features/entitlements/engine/ground'
import { pivots } from '~/features/entitlements/engine/reach'
import { generatedHousehold, type Random } from '../../../bench/generated-households'
import { randomFrom } from '../../../bench/generated-election'
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

/** What the engine says in one go, against trying every answer to everything that is open. */
const today = '2026-11-22'
const places = (facts: readonly Pick<Open, 'fact' | 'person'>[]) =>
  [...new Set(facts.map(({ fact, person }) => `${fact} ${person}`))].sort()

/** Households small enough, in what a rule asks of them, that everything can be tried. */
function households(rule: EvaluatedRule, day: string, asking: boolean, wanted: number, most: number, fixed = {}) {
  const found: { household: Household; open: Open[]; about: string }[] = []
  for (let seed = 1; seed < 4000 && found.length < wanted; seed += 1) {
    const household = { ...generatedHousehold(seed, { told: (seed % 10) / 10, most: 4 }), ...fixed }
    const open = openFacts(rule, household, day, asking)
    if (open.length === 0 || open.length > 7 || sizeOf(open) > most) continue
    found.push({ household, open, about: `household ${seed} on ${day}: ${JSON.stringify(household)}` })
  }
  return found
}

function expectExact(rule: EvaluatedRule, household: Household, day: string, open: Open[], about: string): boolean {
  const table = tableOf(rule, household, day, open)
  const said = evaluateRule(rule, household, day)
  if (said.kind !== 'evaluated') throw new Error(about)
  expect(said.settled, about).toBe(new Set(table.outcomes).size === 1)
  expect(places(said.missing), about).toEqual(places(mattering(table)))
  if (said.settled) {
    expect(said.settledBy, about).toEqual([])
    return true
  }
  for (const outcome of ['likely', 'possible', 'unlikely'] as const) {
    const settling = said.settledBy.find((one) => one.outcome === outcome)
    expect(settling?.facts.length ?? null, `${outcome} for ${about}`).toBe(fewest(table, outcome))
    if (settling) expect(settles(table, settling.facts, outcome), `${outcome} for ${about}`).toBe(true)
  }
  const sizes = said.settledBy.map(({ facts }) => facts.length)
  expect(sizes, about).toEqual([...sizes].sort((a, b) => a - b))
  return false
}

function expectAsked(rule: EvaluatedRule, household: Household, day: string, open: Open[], about: string) {
  const asked = [...pivots(groundOf(rule, household, day), 'asking')].map(({ condition, person }) => ({
    fact: condition.fact!,
    person,
  }))
  expect(places(asked), about).toEqual(places(mattering(tableOf(rule, household, day, open))))
}

const evaluated = rules.filter((rule) => rule.kind === 'evaluated')

describe.each(evaluated.map((rule) => [rule.id, rule] as const))('%s against trying everything', (id, rule) => {
  it('says what is settled, what is missing, and the smallest sets that settle it', () => {
    const tried = households(rule, today, false, 40, 800)
    const settled = tried.map(({ household, open, about }) => expectExact(rule, household, today, open, about))
    // E15 rests on unverified conditions alone: nothing can settle it and nothing is open.
    expect(settled.filter((is) => !is).length).toBeGreaterThan(id === 'E15' ? -1 : 10)
  })

  it('asks exactly what was not asked yet and can change the outcome', () => {
    for (const { household, open, about } of households(rule, today, true, 30, 3000)) {
      expectAsked(rule, household, today, open, about)
    }
  })
})

it.each(['2018-05-01', '2020-06-30', '2021-01-01', '2023-11-13', '2025-09-30', '2027-03-01'])(
  'is exact on %s too, when other conditions and figures hold',
  (day) => {
    for (const rule of evaluated) {
      if (day < rule.from) continue
      for (const { household, open, about } of households(rule, day, false, 5, 500)) {
        expectExact(rule, household, day, open, about)
      }
    }
  },
)

describe('rules nobody has written', () => {
  const citation = { act: null, source: 'none', seen: null, certainty: 'high' } as const
  const facts = ['economicAid', 'unemploymentPay', 'parentsInAlbania', 'loneParent', 'romaOrEgyptian'] as const
  /** Nobody can stand for everybody else in a rule without sense. */
  const named = { everyone: true }
  const personal = ['housedByState', 'unableToWork', 'workInvalid'] as const

  /** A rule in which each fact stands once, some unverified, some not asked, combined by "at least n". */
  function randomRule(seed: number): EvaluatedRule {
    const random = randomFrom(seed)
    const words = (id: string) => ({
      ...citation,
      id,
      certainty: random() < 0.15 ? ('unverified' as const) : ('high' as const),
    })
    const leaves: Node[] = facts.map((fact) => {
      if (random() < 0.15) return notAsked({ ...citation, id: fact })
      return ofHousehold(fact, words(fact), (is) => is)
    })
    const each: Node[] = personal.map((fact) => ofPerson(fact, words(fact), (is) => !is))
    const family = combined(random, leaves.splice(0, 2))
    const people = someone(combined(random, [...each, ...(random() < 0.5 ? [theFamily] : [])]), family)
    const when = combined(random, [people, ...leaves])
    return { id: 'E99', kind: 'evaluated', from: '2000', when, papers: [], figures: [] }
  }

  function combined(random: Random, nodes: Node[]): Node {
    if (nodes.length < 2 || random() < 0.3) return atLeast(Math.ceil(random() * nodes.length), ...nodes)
    const half = 1 + Math.floor(random() * (nodes.length - 1))
    const parts = [combined(random, nodes.slice(0, half)), ...nodes.slice(half)]
    return [all, any, (...of: Node[]) => atLeast(Math.ceil(random() * of.length), ...of)][Math.floor(random() * 3)]!(
      ...parts,
    )
  }

  it('are answered exactly', () => {
    let unsettled = 0
    for (let seed = 1; seed <= 120; seed += 1) {
      const rule = randomRule(seed)
      for (const { household, open, about } of households(rule, today, false, 4, 300, named)) {
        if (!expectExact(rule, household, today, open, `rule ${seed}, ${about}`)) unsettled += 1
      }
      for (const { household, open, about } of households(rule, today, true, 3, 2000, named)) {
        expectAsked(rule, household, today, open, `rule ${seed}, ${about}`)
      }
    }
    expect(unsettled).toBeGreaterThan(60)
  })
})
