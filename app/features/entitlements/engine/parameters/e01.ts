import { acts } from '../acts'
import type { Figure } from '../figure'

const in2021 = {
  act: acts.dcm597,
  source: 'javanews.al 2021-03; elbasani.gov.al',
  seen: '2021-03',
  certainty: 'high',
  unit: 'lek-a-month',
  from: null,
  to: '2021-12-31',
} as const

const in2022 = {
  act: { name: 'DCM of January 2022', date: '2022-01' },
  source: 'starplus-tv 2022-01; alb365.com',
  seen: '2022-01',
  certainty: 'high',
  from: '2022-01-01',
  to: null,
} as const

const sinceOctober2022 = {
  act: { name: 'DCM of September 2022', date: '2022-09' },
  source: 'acp.al; alb365.com',
  seen: '2022-10-01',
  certainty: 'high',
  from: '2022-10-01',
  to: null,
} as const

const children = {
  act: null,
  source: 'zoneelire.al',
  seen: '2018-04',
  certainty: 'medium',
  from: '2018-04',
  to: null,
} as const

export const e01: Figure[] = [
  { ...in2021, name: 'head', value: 1800 },
  { ...in2021, name: 'adult', value: 1260 },
  { ...in2021, name: 'child', value: 900 },
  {
    ...in2021,
    name: 'ceiling',
    value: 8000,
    act: { name: 'Instruction of the minister, 2017', date: '2017' },
    source: 'javanews.al 2017-03-09',
    seen: '2017-03-09',
    from: '2017-05-15',
    to: null,
  },
  {
    ...in2021,
    name: 'doubled-2021',
    value: 2,
    unit: 'times',
    act: { name: 'DCM 85, 10.2.2021', date: '2021-02-10' },
    source: 'top-news1.com; korrieri.com.al 2021-02',
    seen: '2021-02',
    from: '2021-01-01',
    to: '2021-06-30',
  },
  { ...in2022, name: 'rise-others', value: 10, unit: 'percent' },
  { ...in2022, name: 'three-children', value: 2, unit: 'times' },
  { ...in2022, name: 'orphans-and-survivors', value: 9000, unit: 'lek-a-month' },
  { ...sinceOctober2022, name: 'women-heads', value: 2, unit: 'times' },
  { ...sinceOctober2022, name: 'over-65', value: 2, unit: 'times' },
  { ...children, name: 'foster-child', value: 9000, unit: 'lek-a-month' },
  { ...children, name: 'foster-child-disability', value: 10000, unit: 'lek-a-month' },
]
