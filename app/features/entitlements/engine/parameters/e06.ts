import { acts } from '../acts'
import type { Figure } from '../figure'

const child = {
  act: acts.dcm288,
  unit: 'lek',
  from: '2019-01-01',
  to: null,
  source: 'pasaporta.org/artikuj/bonusbebe; politiko.al 2023-07',
  seen: '2024',
  certainty: 'high',
} as const

/** The monthly scheme announced for 2026 is no figure here: its entry into force is not confirmed. */
export const e06: Figure[] = [
  { ...child, name: 'first-child', value: 40000 },
  { ...child, name: 'second-child', value: 80000 },
  { ...child, name: 'third-child', value: 120000 },
]
