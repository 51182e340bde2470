/** Why a group of needs stands where it stands. Pure; it looks at nothing but what it is given. */

import { fewest, type Shown } from '~/lib/small-numbers'

/** What happens without the help: the weight of each answer. */
export const withoutWeight: Readonly<Record<string, number>> = { impossible: 3, hard: 2, easier: 1 }

export type QueueGroup = {
  id: string
  /** Distinct messages: what says the same counts once. */
  messages: number
  /** Their answers to "what happens without it"; unanswered ones are left out. */
  without: readonly string[]
  /** Days since the first message. */
  waitingDays: number
  /** Lek; null when not known. */
  cost: bigint | null
  /** The published weight of the unit; 1 where none is. */
  unitWeight: number
}

/** What is kept of the units' weights: their numbers, and a weight for each. */
export function readWeights(kept: unknown): ReadonlyMap<number, number> {
  const entries = Object.entries((kept ?? {}) as Record<string, number>)
  return new Map(entries.map(([unit, weight]) => [Number(unit), weight]))
}

export type PlaceReason = {
  messages: number
  urgency: number
  months: number
  costPerMessage: number | null
  weight: number
}

/** What a place rests on. `urgency`: the mean weight of what happens without it, 0 when nobody said. */
export function reasonOf({ messages, without, waitingDays, cost, unitWeight }: QueueGroup): PlaceReason {
  const weights = without.flatMap((answer) => withoutWeight[answer] ?? [])
  return {
    messages,
    urgency: weights.length === 0 ? 0 : weights.reduce((sum, weight) => sum + weight, 0) / weights.length,
    months: Math.floor(Math.max(0, waitingDays) / 30),
    costPerMessage: cost === null || messages === 0 ? null : Number(cost / BigInt(messages)),
    weight: unitWeight,
  }
}

/**
 * The order of the queue, by these in turn: messages times the unit's weight, what happens without the help, months of
 * waiting, cost for each message (a known one before an unknown one), id. Each group comes with its reason.
 */
export function orderQueue<T extends QueueGroup>(groups: readonly T[]): (T & { reason: PlaceReason })[] {
  return groups
    .map((group) => ({ ...group, reason: reasonOf(group) }))
    .sort((a, b) => {
      const [x, y] = [a.reason, b.reason]
      return (
        y.messages * y.weight - x.messages * x.weight ||
        y.urgency - x.urgency ||
        y.months - x.months ||
        cheaperFirst(x.costPerMessage, y.costPerMessage) ||
        (a.id < b.id ? -1 : 1)
      )
    })
}

function cheaperFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a - b
}

export type Urgency = 'impossible' | 'hard' | 'easier'
export type ShownReason = {
  messages: Shown
  urgency: Urgency | null
  months: number
  costPerMessage: number | null
  /** Of its unit; 1 where none is published. */
  weight: number
}

/**
 * What of a reason everybody may see. Of fewer than ten messages neither their number is shown, nor what they said
 * together, nor the cost for each, which with the cost of the proposal gives the number away.
 */
export function shownReason({ messages, urgency, months, costPerMessage, weight }: PlaceReason): ShownReason {
  if (messages < fewest) return { messages: null, urgency: null, months, costPerMessage: null, weight }
  return { messages, urgency: nearest(urgency), months, costPerMessage, weight }
}

/** The answer whose weight is nearest to the mean, the graver one of two; null when nobody said. */
function nearest(urgency: number): Urgency | null {
  if (urgency === 0) return null
  return urgency >= 2.5 ? 'impossible' : urgency >= 1.5 ? 'hard' : 'easier'
}
