/** What the desk's pages of the budget show. Plain JSON. */

import type { PlaceReason } from './queue'
import type { DecisionKind, Feasibility, Missing, Phase } from './rules'

export type DeskBudget = {
  cycleId: string
  year: number
  phase: Phase
  missing: Missing[]
  isFrozen: boolean
  /** Closed or cancelled. */
  isOver: boolean
  isCancelled: boolean
  ruleHash: string | null
  /** Of the rule as it stands, before the freeze; null while it is not complete. */
  draftHash: string | null
  isSigned: boolean
  maySign: boolean
  codesIssued: number
  paperWaiting: number
  conflicts: number
  proposals: { number: number; title: string; feasibility: Feasibility; decision: DecisionKind | null }[]
  hearings: { id: string; on: string; place: string; hasNotes: boolean }[]
}

/** What a choice is made from, beside fixed words: what the municipality has. */
export type ListName = 'groups' | 'units' | 'proposals' | 'services'
/** What the choices of the forms are made from: value and words. */
export type DeskLists = Record<ListName, [value: string, text: string][]>

export type DeskNeed = {
  id: string
  help: string | null
  unit: string | null
  forWhom: string | null
  howMany: string | null
  without: string | null
}

export type DeskGroup = {
  id: string
  title: string
  unit: string | null
  help: string
  isReleased: boolean
  members: string[]
  reason: PlaceReason
  /** Its words, as they can be written anew. */
  texts: Record<'titleSq' | 'titleEn' | 'easySq' | 'easyEn', string>
}
