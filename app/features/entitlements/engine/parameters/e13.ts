import type { Figure } from '../figure'

const durres = {
  unit: 'percent',
  from: '2020-11-17',
  to: null,
  act: { name: 'Council decisions 569 (22.12.2018) and 45 (29.5.2020), Durrës, changed 2020', date: '2020-11-17' },
  source: 'report-tv.al; durres.gov.al',
  seen: '2020-11-17',
  certainty: 'high',
} as const

/** What single municipalities decided: others may have decided otherwise. */
export const e13: Figure[] = [
  { ...durres, name: 'durres-economic-aid', value: 100 },
  { ...durres, name: 'durres-disability', value: 50 },
  { ...durres, name: 'durres-roma-egyptian', value: 50 },
]
