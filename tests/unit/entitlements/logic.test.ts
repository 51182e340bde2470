import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  all,
  any,
  atLeast,
  between,
  no,
  not,
  truth,
  unknown,
  yes,
  type Truth,
} from '~/features/entitlements/engine/logic'

const truths: Truth[] = [no, unknown, yes]
const couples = truths.flatMap((a) => truths.map((b) => [a, b] as const))

/** What a formula is with unknown values: what all their replacements by yes and no agree on, or unknown. */
function byReplacing(values: readonly Truth[], formula: (values: boolean[]) => boolean): Truth {
  const ways = values.reduce<boolean[][]>(
    (lists, value) =>
      lists.flatMap((list) => (value === unknown ? [true, false] : [value === yes]).map((v) => [...list, v])),
    [[]],
  )
  const results = new Set(ways.map(formula))
  return results.size === 2 ? unknown : truth([...results][0])
}

describe('logic of three values', () => {
  it.each(couples)('%i and %i, or, not: what every way to know more agrees on', (a, b) => {
    expect(all([a, b])).toBe(byReplacing([a, b], ([x, y]) => x! && y!))
    expect(any([a, b])).toBe(byReplacing([a, b], ([x, y]) => x! || y!))
    expect(not(a)).toBe(byReplacing([a], ([x]) => !x))
    expect(not(all([a, b]))).toBe(any([not(a), not(b)]))
  })

  it('counts: at least so many of them', () => {
    for (const [a, b] of couples) {
      for (const c of truths) {
        for (const count of [0, 1, 2, 3, 4]) {
          const expected = byReplacing([a, b, c], (list) => list.filter(Boolean).length >= count)
          expect(atLeast(count, [a, b, c]), `${count} of ${a} ${b} ${c}`).toBe(expected)
        }
      }
    }
  })

  it('takes nothing for granted of nothing', () => {
    expect([all([]), any([]), atLeast(0, [])]).toEqual([yes, no, yes])
    expect([truth(null), truth(undefined), truth(true), truth(false)]).toEqual([unknown, unknown, yes, no])
  })

  it('knows that a value is outside when one limit alone says so', () => {
    expect(between(0, 1, null)).toBe(no)
    expect(between(5, 1, null)).toBe(unknown)
    expect(between('2019-01-01', '2019-01-01', '2019-12-31')).toBe(yes)
  })
})

/**
 * The DMN Technology Compatibility Kit (dmn-tck/tck, Apache License 2.0) has the same logic in its expression language.
 * The kit is not part of the project; without it the tables above stand alone.
 */
const folder = '../shared/schemas/dmn_tck/TestCases'
const present = existsSync(folder)

type TckCase = [name: string, expression: string, expected: Truth]

function attribute(tag: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function truthIn(xml: string): Truth {
  return truth(/>(true|false)</.exec(xml)?.[1]?.startsWith('t') ?? null)
}

/** Every expected result of a suite with the expression of its decision; named inputs are written into it. */
function tckCases(path: string): TckCase[] {
  const name = path.split('/')[1] ?? ''
  const read = (file: string) => readFileSync(`${folder}/${path}/${file}`, 'utf8').replace(/<!--.*?-->/gs, '')
  const decisions = new Map(
    [...read(`${name}.dmn`).matchAll(/<decision ([^>]*)>.*?<text>(.*?)<\/text>/gs)].map(([, tag = '', text = '']) => [
      attribute(tag, 'name'),
      text,
    ]),
  )
  const cases = [...read(`${name}-test-01.xml`).matchAll(/<testCase ([^>]*)>(.*?)<\/testCase>/gs)]
  return cases.flatMap(([, tag = '', body = '']) => {
    const inputs = [...body.matchAll(/<inputNode ([^>]*)>(.*?)<\/inputNode>/gs)]
    return [...body.matchAll(/<resultNode ([^>]*)>(.*?)<\/resultNode>/gs)].map(
      ([, result = '', expected = '']): TckCase => {
        const decision = attribute(result, 'name')
        const filled = inputs.reduce(
          (text, [, input = '', value = '']) =>
            text.replace(new RegExp(`\\b${attribute(input, 'name')}\\b`), ['false', 'null', 'true'][truthIn(value)]!),
          decisions.get(decision) ?? '',
        )
        return [`${name} ${attribute(tag, 'id')} ${decision}: ${filled}`, filled, truthIn(expected)]
      },
    )
  })
}

/** FEEL takes what is no truth value for null. */
function operand(text: string): Truth {
  return text === 'true' ? yes : text === 'false' ? no : unknown
}

/** Numbers as numbers, spans of time as a number of days or months, everything else as texts that sort as it does. */
function comparable(text: string): number | string | null {
  if (text === 'null') return null
  const inner = /"([^"]*)"/.exec(text)?.[1]
  if (inner === undefined) return Number(text)
  return text.startsWith('duration') ? Number(/\d+/.exec(inner)?.[0]) : inner
}

function evaluated(expression: string): Truth {
  const two = /^(.+) (and|or) (.+)$/.exec(expression)
  const limits = /^(.+) between (.+) and (.+)$/.exec(expression)
  if (limits) return between(...(limits.slice(1, 4).map(comparable) as [string, string, string]))
  if (two) return (two[2] === 'and' ? all : any)([operand(two[1]!), operand(two[3]!)])
  return not(operand(/^not\((.*)\)$/.exec(expression)?.[1] ?? ''))
}

const suites = [
  ['compliance-level-2/0106-feel-ternary-logic', 18],
  ['compliance-level-2/0107-feel-ternary-logic-not', 3],
  ['compliance-level-3/0064-feel-conjunction', 19],
  ['compliance-level-3/0065-feel-disjunction', 19],
  ['compliance-level-3/0066-feel-negation', 6],
  ['compliance-level-3/0071-feel-between', 38],
] as const

describe.runIf(present)('the DMN compatibility kit', () => {
  const cases = present ? suites.map(([path, count]) => ({ path, count, found: tckCases(path) })) : []

  it.each(cases)('$path has $count results', ({ found, count }) => expect(found).toHaveLength(count))

  it.each(cases.flatMap(({ found }) => found))('%s', (_, expression, expected) => {
    expect(evaluated(expression)).toBe(expected)
  })
})
