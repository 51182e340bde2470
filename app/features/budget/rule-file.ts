/** The rule of one vote as a file: what is frozen, published with its digest, and counted by. Pure. */

import type { VoteKind } from './rules'

export type RuleProposal = {
  number: number
  titleSq: string
  titleEn: string
  aboutSq: string
  aboutEn: string
  /** Lek, whole. */
  cost: string
  /** Numbers of proposals of which only one can be done. */
  incompatible: number[]
}

export type RuleFile = {
  format: 'prane-rule-1'
  municipality: string
  year: number
  /** Null: the result is advice to the council. */
  promise: { act: string; on: string } | null
  voters: { ageFrom: number; residenceSq: string; residenceEn: string }
  budget: string
  voteKind: VoteKind
  minSupport: number
  method: 'mes'
  satisfaction: 'cost'
  completion: 'add1u'
  /** Lek a voter that each step of the completion adds. */
  increment: 100
  ties: ['minCost', 'maxVotes', 'lot']
  seed: string
  proposals: RuleProposal[]
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/**
 * One text for one value, whoever writes it: keys in order of their code units, no spaces, text in Unicode form C.
 * Numbers are whole; throws RangeError at others, which programs write in different ways.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('Only whole numbers have one way of being written.')
    return String(value === 0 ? 0 : value)
  }
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.keys(value)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`)
  return `{${entries.join(',')}}`
}

/** The rule's one text; proposals by number, their lists in order, so that nothing depends on how they were read. */
export function ruleText(rule: RuleFile): string {
  const proposals = [...rule.proposals]
    .sort((a, b) => a.number - b.number)
    .map((proposal) => ({ ...proposal, incompatible: [...proposal.incompatible].sort((a, b) => a - b) }))
  return canonical({ ...rule, proposals })
}
