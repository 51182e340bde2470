import type { TFunction } from 'i18next'
import { notFound } from '~/server/page.server'
import {
  conditionsIn,
  figuresOn,
  standingOf,
  words,
  type Citation,
  type EntitlementId,
  type Node,
  type Rule,
} from './engine'
import { isOfHarm, ruleOf, type CitationView, type RuleNode, type RuleView } from './schema'

/** The rule of an address; another address is a page that does not exist. */
export function requireRule(id: string | undefined): Rule {
  const rule = ruleOf(id)
  if (!rule) throw notFound()
  return rule
}

/** The name of an entitlement as titles and descriptions have it. */
export function nameInTitle(t: TFunction, id: EntitlementId): string {
  return isOfHarm(id) ? t('rights:neutralName') : words.name(t, id)
}

/** A rule as its pages show it, from the same data that evaluate. */
export function viewRule(rule: Rule, day: string): RuleView {
  const cite = (one: Citation): CitationView => ({
    act: one.act?.name ?? null,
    article: one.article ?? null,
    source: one.source,
    seen: one.seen,
    standing: standingOf(one, day),
  })
  const isRule = rule.kind === 'evaluated'
  const conditions = isRule ? conditionsIn(rule.when) : []
  return {
    id: rule.id,
    reason: isRule ? null : rule.reason,
    source: isRule ? null : cite(rule),
    until: isRule ? (rule.until ?? null) : null,
    from: isRule ? rule.from : null,
    rule: isRule ? nodeOf(rule.when, null) : null,
    conditions: conditions.map((one) => ({
      ...cite(one),
      id: one.id,
      from: one.from ?? null,
      until: one.until ?? null,
    })),
    papers: isRule ? [...rule.papers] : [],
    newest: figuresOn(rule.figures, day).map(({ figure }) => ({ ...figure, ...cite(figure) })),
    figures: rule.figures.map((figure) => ({ ...figure, ...cite(figure) })),
  }
}

/** The conditions as people read them: all of these, one of these, so many of these. */
function nodeOf(node: Node, family: Node | null): RuleNode {
  switch (node.kind) {
    case 'condition':
      return { kind: 'condition', id: node.condition.id }
    case 'atLeast':
      return { kind: node.count === 'all' ? 'all' : 'any', of: node.of.map((inner) => nodeOf(inner, family)) }
    case 'cases':
      return {
        kind: 'any',
        of: node.of.map(({ when, then }) =>
          then ? { kind: 'all', of: [nodeOf(when, family), nodeOf(then, family)] } : nodeOf(when, family),
        ),
      }
    case 'someone':
      return nodeOf(node.each, node.family ?? null)
    case 'family':
      return family ? nodeOf(family, null) : { kind: 'all', of: [] }
  }
}
