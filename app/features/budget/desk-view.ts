/** What the desk's pages of the budget show. Plain JSON. */

import type { PlaceReason } from './queue'
import type { Missing, Phase } from './rules'

export type DeskBudget = {
  cycleId: string
  year: number
  phase: Phase
  missing: Missing[]
  isFrozen: boolean
  isOver: boolean
  ruleHash: string | null
  /** Of the rule as it stands, before the freeze; null while it is not complete. */
  draftHash: string | null
  isSigned: boolean
  maySign: boolean
  codesIssued: number
  paperWaiting: number
  conflicts: number
}

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
}
