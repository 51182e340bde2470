/** A record as its municipality's staff see it. Pure. */

import type { LayerKind } from '../mapping/rules'
import type { Fields, PartName } from './fields'

export type KeptRow = {
  id: string
  name: string
  checkedOn: string | null
  closedOn: string | null
  lacking: PartName[]
}

export type Correction = {
  id: number
  on: string
  who: string | null
  /** What it is about; nothing: somebody said that all of it is still true. */
  about: (PartName | 'closed')[]
  kind: LayerKind
}

export type KeptService = {
  id: string
  slug: string | null
  name: string
  checkedOn: string | null
  closedOn: string | null
  fields: Fields
  parts: { lacking: PartName[]; known: PartName[] }
  /** Newest first. */
  corrections: Correction[]
  /** Of the newest correction; a form that was opened before it is not taken. 0: there is none. */
  version: number
  notices: { id: string; kind: string; text: string; from: string; until: string | null }[]
}
