/** What the page for the whole country shows. Plain JSON. */

import type { Shown } from '~/lib/small-numbers'
import type { Sought } from './gaps'

export type NationalLine = {
  slug: string
  name: string
  county: string
  records: number
  /** Of these, checked within a year. */
  checked: number
  /** Day of the oldest check; null while a record was never checked. */
  oldestCheck: string | null
  /** Of the last public quarter; null: hidden, or there was nothing. */
  received: Shown
  answeredInTarget: Shown
  /** The day on which a mapping that is complete for it was loaded. */
  mappedOn: string | null
}

export type NationalView = {
  sought: Sought
  types: string[]
  groups: string[]
  /** Municipalities of which no record of what is sought is known, by name; null while nothing is sought. */
  without: { slug: string; name: string; isComplete: boolean }[] | null
  /** For each kind and each group: how many municipalities have no record. */
  gaps: { types: { code: string; without: number }[]; groups: { code: string; without: number }[] }
  /** The quarter of the answers; null before the first one is public. */
  quarter: string | null
  lines: NationalLine[]
}
