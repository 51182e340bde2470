import type { Ground, Leaf } from './ground'
import { no, unknown, yes, type Truth } from './logic'
import { isOpen, rangeOf, type Range } from './reach'

/** Facts, and how they must come out: with a condition met, with none of these met, or for good unknown. */
export type Answers = readonly { leaves: readonly Leaf[]; truth: Truth }[]

const anything: Range = [no, yes]
const nothing: Answers = []

/**
 * The fewest leaves whose answers keep the truth of a rule within a range, whatever else comes out; null when no answers
 * do. Exact, because leaves are answered independently: what forces a combination is the cheapest way to force enough of
 * its parts. Of several smallest sets it is the first in the order of the rule.
 */
export function fewestFor(node: Ground, target: Range, family: Range = anything): Answers | null {
  const [least, most] = rangeOf(node, 'settling', family)
  if (least >= target[0] && most <= target[1]) return nothing
  if (most < target[0] || least > target[1]) return null
  switch (node.kind) {
    case 'leaf':
      return forced(node, target)
    case 'family':
      return null
    case 'atLeast':
      return fewestParts(node.of, node.count, target, family)
    case 'cases':
      return fewestCase(node.of, target, family)
    case 'someone':
      return fewestPeople(node.each, node.family, target)
  }
}

/** The answer that goes furthest within the range. */
function forced(leaf: Leaf, [least, most]: Range): Answers | null {
  if (!isOpen(leaf, 'settling')) return null
  const fitting = leaf.comesTo.filter((truth) => least <= truth && truth <= most)
  const truth = most === yes ? fitting.at(-1) : fitting[0]
  return truth === undefined ? null : [{ leaves: [leaf], truth }]
}

/**
 * At least `count` parts must reach the lower end, and so many must stay under the upper end that no more than
 * `count` − 1 are over it. Parts are taken one by one; the best is kept for each pair of numbers reached.
 */
function fewestParts(parts: Ground[], count: number, [least, most]: Range, family: Range): Answers | null {
  const up = least > no ? count : 0
  const down = most < yes ? parts.length - count + 1 : 0
  if (!up || !down)
    return cheapest(
      parts.map((part) => fewestFor(part, [least, most], family)),
      up + down,
    )
  let best = new Map<number, Answers>([[0, nothing]])
  const at = (ups: number, downs: number) => Math.min(ups, up) * (down + 1) + Math.min(downs, down)
  for (const part of parts) {
    const next = new Map(best)
    for (const [lifts, lowers] of [
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      if ((lifts && !up) || (lowers && !down)) continue
      const way = fewestFor(part, [lifts ? least : no, lowers ? most : yes], family)
      if (way === null) continue
      for (const [reached, answers] of best) {
        const key = at(Math.floor(reached / (down + 1)) + lifts, (reached % (down + 1)) + lowers)
        next.set(key, fewer(next.get(key), [...answers, ...way]))
      }
    }
    best = next
  }
  return best.get(at(up, down)) ?? null
}

/** So many of the ways, the shortest. */
function cheapest(ways: (Answers | null)[], count: number): Answers | null {
  const open = ways.filter((way) => way !== null).sort((a, b) => a.length - b.length)
  return open.length < count ? null : open.slice(0, count).flat()
}

/** Either the fact is answered, with one of the cases or with none of them, or every case is kept in range. */
function fewestCase(of: { when: Leaf; then: Ground }[], target: Range, family: Range): Answers | null {
  const parts = of.map(({ when, then }): Ground => ({ kind: 'atLeast', count: 2, of: [when, then] }))
  if (!of.every(({ when }) => isOpen(when, 'settling'))) return fewestParts(parts, 1, target, family)
  const ways: (Answers | null)[] = of.map(({ when, then }) => {
    const rest = fewestFor(then, target, family)
    return rest && [{ leaves: [when], truth: yes as Truth }, ...rest]
  })
  if (target[0] === no) {
    ways.push([{ leaves: of.map(({ when }) => when), truth: no }])
    const kept = of.map(({ then }) => fewestFor(then, target, family))
    if (kept.every((way) => way !== null)) ways.push(kept.flat())
  }
  return ways.reduce((least, way) => (way === null ? least : fewer(least, way)), null as Answers | null)
}

const ranges: Range[] = [anything, [unknown, yes], [no, unknown], [unknown, unknown], [yes, yes], [no, no]]

/** The shared part is brought into one of its ranges once, for all persons. */
function fewestPeople(each: Ground[], family: Ground | null, target: Range): Answers | null {
  if (family === null) return fewestParts(each, 1, target, anything)
  const whole = rangeOf(family, 'settling')
  return ranges.reduce(
    (least, range) => {
      const shared = fewestFor(family, range)
      if (shared === null) return least
      const within: Range = [larger(range[0], whole[0]), smaller(range[1], whole[1])]
      const rest = fewestParts(each, 1, target, within)
      return rest === null ? least : fewer(least, [...shared, ...rest])
    },
    null as Answers | null,
  )
}

function fewer<T extends Answers>(one: Answers | null | undefined, other: T): Answers {
  return one && one.length <= other.length ? one : other
}

const larger = (a: Truth, b: Truth): Truth => (a > b ? a : b)
const smaller = (a: Truth, b: Truth): Truth => (a < b ? a : b)
