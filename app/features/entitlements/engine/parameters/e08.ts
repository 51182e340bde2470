import { acts } from '../acts'
import type { Figure } from '../figure'

export const e08: Figure[] = [
  {
    name: 'status-of-disability',
    value: 3000,
    unit: 'lek-a-month',
    from: '2022-10-01',
    to: null,
    act: { name: 'DCM of 29.9.2022', date: '2022-09-29' },
    source: 'alb365.com; acp.al',
    seen: '2022-10',
    certainty: 'high',
  },
  {
    name: 'without-carer',
    value: 1400,
    unit: 'lek-a-month',
    from: '2018-08',
    to: null,
    act: acts.dcm404,
    source: 'mapo.al 2018',
    seen: '2018-08',
    certainty: 'high',
  },
  {
    name: 'public-pay',
    value: 35000,
    unit: 'lek-a-month',
    from: null,
    to: null,
    act: acts.dcm565,
    source: 'lajmifundit.al 13-4-2017; kohajone.com 2016',
    seen: '2017-04-13',
    certainty: 'high',
  },
]
