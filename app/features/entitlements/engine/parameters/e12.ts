import { acts } from '../acts'
import type { Figure } from '../figure'

const grade = { name: 'free-for-all-to-grade', unit: 'grade', certainty: 'high' } as const

export const e12: Figure[] = [
  { ...grade, value: 4, from: '2018-09', to: '2019-08', act: null, source: 'rd.al', seen: '2018-08' },
  {
    ...grade,
    value: 5,
    from: '2019-09',
    to: '2020-08',
    act: { name: 'DCM of 2019', date: '2019' },
    source: 'tv1-channel.tv',
    seen: '2019-08-05',
  },
  {
    ...grade,
    value: 9,
    from: '2021-09',
    to: null,
    act: acts.dcm474,
    source: 'classlifestyle.com/news/50818',
    seen: '2021',
  },
]
