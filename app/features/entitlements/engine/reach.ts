import type { Ground, Leaf } from './ground'
import { any, all, atLeast, no, unknown, yes, type Truth } from './logic'

/**
 * What may still happen. `asking`: only questions not yet put can change something; who said "I do not know" keeps an
 * unknown. `settling`: everything that is missing, papers too, may still come out either way.
 */
export type Mode = 'asking' | 'settling'

/** Least and greatest truth that can come out. */
export type Range = readonly [Truth, Truth]

export function isOpen({ open }: Leaf, mode: Mode): boolean {
  return open === 'answer' || (open === 'paper' && mode === 'settling')
}

/** The truth of a rule, read leaf by leaf; `family` is that of the shared part of `someone`, where one is inside. */
export function truthOf(node: Ground, read: (leaf: Leaf) => Truth, family: Truth = unknown): Truth {
  switch (node.kind) {
    case 'leaf':
      return read(node)
    case 'family':
      return family
    case 'atLeast':
      return atLeast(
        node.count,
        node.of.map((inner) => truthOf(inner, read, family)),
      )
    case 'cases':
      return any(node.of.map(({ when, then }) => all([read(when), truthOf(then, read, family)])))
    case 'someone': {
      const shared = node.family ? truthOf(node.family, read) : unknown
      return any(node.each.map((inner) => truthOf(inner, read, shared)))
    }
  }
}

export const known = (leaf: Leaf): Truth => leaf.value

/**
 * The least and greatest truth that a rule can still take. Exact: rules only combine by "at least", so the worst answer
 * everywhere gives the least, and the best the greatest.
 */
export function rangeOf(node: Ground, mode: Mode, family: Range = [unknown, unknown]): Range {
  return [
    truthOf(node, (leaf) => (isOpen(leaf, mode) ? (leaf.comesTo[0] ?? no) : leaf.value), family[0]),
    truthOf(node, (leaf) => (isOpen(leaf, mode) ? yes : leaf.value), family[1]),
  ]
}

/**
 * The open leaves on which the outcome may depend: for each there are answers to all the others under which its own
 * changes the outcome. Three values are two questions, "at least unknown?" and "yes?"; for each of them a leaf matters
 * when it can be the one that tips every "at least" above it.
 */
export function pivots(node: Ground, mode: Mode): Set<Leaf> {
  const found = new Set<Leaf>()
  for (const line of [unknown, yes] as const) tip(node, { mode, line, family: [unknown, unknown], found })
  return found
}

type Search = { mode: Mode; line: Truth; family: Range; found: Set<Leaf>; onFamily?: () => void }

/** Whether a node's side of the line is fixed on "over", fixed on "under" or free. */
function sideOf(node: Ground, { mode, line, family }: Search): 'over' | 'under' | 'free' {
  const [least, most] = rangeOf(node, mode, family)
  if (least >= line) return 'over'
  return most < line ? 'under' : 'free'
}

/** Called for a node that decides the side of the whole, if the rest is answered fittingly. */
function tip(node: Ground, search: Search): void {
  if (sideOf(node, search) !== 'free') return
  if (node.kind === 'leaf') search.found.add(node)
  if (node.kind === 'family') search.onFamily?.()
  if (node.kind === 'atLeast') tipOne(node.of, node.count, search)
  if (node.kind === 'cases') {
    // The fact can have the value of one case and no other, so a case tips when it can be over: others are then under.
    for (const { when, then } of node.of) {
      const both: Ground[] = [when, then]
      if (both.every((part) => sideOf(part, search) !== 'under')) tipOne(both, 2, search)
    }
  }
  if (node.kind === 'someone') tipSomeone(node.each, node.family, search)
}

/** A part tips "at least n" when exactly n − 1 of the other parts can be over the line. */
function tipOne(parts: Ground[], count: number, search: Search): void {
  const sides = parts.map((part) => sideOf(part, search))
  const over = sides.filter((side) => side === 'over').length
  const free = sides.filter((side) => side === 'free').length
  for (const [index, part] of parts.entries()) {
    if (sides[index] === 'free' && over <= count - 1 && count - 1 <= over + free - 1) tip(part, search)
  }
}

/** The shared part is on the same side for all persons, so both of its sides are tried. */
function tipSomeone(each: Ground[], family: Ground | null, search: Search): void {
  const side = family ? sideOf(family, search) : 'under'
  const sides = side === 'free' ? ([no, yes] as const) : ([side === 'over' ? yes : no] as const)
  for (const shared of sides) tipOne(each, 1, { ...search, family: [shared, shared] })
  if (family === null || side !== 'free') return
  let reaches = false
  const without = each.map((part) => sideOf(part, { ...search, family: [no, no] }))
  if (without.every((one) => one !== 'over')) {
    for (const part of each)
      tip(part, { ...search, family: [no, yes], found: new Set(), onFamily: () => (reaches = true) })
  }
  if (reaches) tip(family, search)
}
