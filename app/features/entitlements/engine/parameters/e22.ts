import type { Figure } from '../figure'

const year = {
  unit: 'lek-a-month',
  from: '2026-01-01',
  to: '2026-12-31',
  act: { name: 'DCM of December 2025', date: '2025-12' },
  source: 'sarandaweb.net 6-1-2026; noa.al 2026-01',
  seen: '2026-01-06',
  certainty: 'high',
} as const

/** The supplement of each kind of pension, and up to what income it is paid. */
export const e22: Figure[] = [
  { ...year, name: 'old-age', value: 1800 },
  { ...year, name: 'old-age-limit', value: 40000 },
  { ...year, name: 'old-age-partial', value: 800 },
  { ...year, name: 'old-age-partial-limit', value: 22000 },
  { ...year, name: 'rural', value: 1000 },
  { ...year, name: 'rural-limit', value: 18000 },
  { ...year, name: 'family', value: 700 },
  { ...year, name: 'family-limit', value: 18000 },
  { ...year, name: 'invalidity', value: 600 },
  { ...year, name: 'invalidity-limit', value: 30000 },
]
