import type { Figure } from '../figure'

const once = { unit: 'lek', certainty: 'high' } as const
const of = (month: string) => ({ act: { name: `DCM of ${month}`, date: month }, from: month, seen: month })

/** Each was decided for its year alone; none is a standing right. */
export const e09: Figure[] = [
  { ...once, ...of('2018-12'), name: 'year-end', value: 3000, to: '2018-12-31', source: 'dualajm.com; gazetadita.al' },
  { ...once, ...of('2022-12'), name: 'year-end', value: 3000, to: '2022-12-31', source: 'tv1-channel.tv 2022-12-02' },
  { ...once, ...of('2023-12'), name: 'year-end', value: 5000, to: '2023-12-31', source: 'albeu.com' },
  { ...once, ...of('2023-12'), name: 'year-end-children', value: 10000, to: '2023-12-31', source: 'albeu.com' },
  { ...once, ...of('2024-12'), name: 'year-end', value: 15000, to: '2024-12-31', source: 'lexo.al 2024-12' },
  {
    ...once,
    ...of('2025-12'),
    name: 'year-end',
    value: 15000,
    to: '2025-12-31',
    source: 'ilirianews.al; noa.al 30-12-2025',
    seen: '2025-12-30',
  },
]
