import type { Figure } from '../figure'

const elbasan = {
  unit: 'lek-a-month',
  from: '2026-01-01',
  to: '2026-12-31',
  act: { name: 'Council decision, Elbasan 2025', date: '2025' },
  source: 'tiranadiplomat.com ?p=91570',
  seen: '2025',
  certainty: 'medium',
} as const

export const e10: Figure[] = [
  { ...elbasan, name: 'elbasan-studio', value: 10000 },
  { ...elbasan, name: 'elbasan-one-room', value: 10000 },
  { ...elbasan, name: 'elbasan-two-rooms', value: 12000 },
  { ...elbasan, name: 'elbasan-three-rooms', value: 15000 },
]
