import type { Figure } from '../figure'

const pension = { name: 'social-pension', unit: 'lek-a-month', act: null, certainty: 'high' } as const
const rise = { name: 'indexation', unit: 'percent', act: null, certainty: 'high', to: null } as const

/** Amounts between 2018 and 2025 were only worked back from later ones: they are no figures. */
export const e07: Figure[] = [
  { ...pension, value: 6750, from: '2018-03', to: '2018-06-30', source: 'ballkan.com 2018', seen: '2018-03' },
  {
    ...pension,
    value: 9953,
    from: '2025-10-01',
    to: null,
    act: { name: 'DCM of 2025', date: '2025' },
    source: 'noa.al/lajmi/2025/09/2533859.html',
    seen: '2025-09',
  },
  { ...rise, value: 2.8, from: '2018-07-01', source: 'ballkan.com 2018-06-27', seen: '2018-06-27' },
  { ...rise, value: 3.3, from: '2022-04-01', source: 'issh.gov.al', seen: '2022-04' },
  { ...rise, value: 6, from: '2022-10-01', source: 'gazetadita.al 2023-09', seen: '2023-09', certainty: 'medium' },
  { ...rise, value: 8.6, from: '2023-10-01', source: 'rtsh-shkodra.live 2023-09', seen: '2023-09' },
  { ...rise, value: 4.1, from: '2024-10-01', source: 'noa.al 2024-09', seen: '2024-09' },
  { ...rise, value: 2.5, from: '2025-10-01', source: 'noa.al/lajmi/2025/09/2533859.html', seen: '2025-09' },
]
