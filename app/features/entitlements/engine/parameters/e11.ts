import { acts } from '../acts'
import type { Figure } from '../figure'

const wage = { name: 'minimum-wage', unit: 'lek-a-month', certainty: 'high' } as const
const limit = {
  unit: 'times-minimum-wage',
  from: null,
  to: null,
  act: acts.law111,
  article: '12',
  source: 'juristionline.al 15-12-2020; 24-6-2020',
  seen: '2020-12-15',
  certainty: 'high',
} as const

/** The law names shares of the minimum wage, so shares are what is kept. */
export const e11: Figure[] = [
  { ...limit, name: 'limit-alone', value: 1 },
  { ...limit, name: 'limit-each-in-a-family', value: 0.5 },
  { ...limit, name: 'limit-property', value: 36 },
  {
    ...wage,
    value: 26000,
    from: '2019-01-01',
    to: '2020-12-31',
    act: { name: 'DCM 809, 26.12.2018', date: '2018-12-26' },
    source: 'thepartners.al',
    seen: null,
  },
  {
    ...wage,
    value: 30000,
    from: '2021-01-01',
    to: '2022-03-31',
    act: { name: 'DCM 1025, 16.12.2020', date: '2020-12-16' },
    source: 'thepartners.al',
    seen: null,
  },
  {
    ...wage,
    value: 32000,
    from: '2022-04-01',
    to: '2022-08-31',
    act: { name: 'DCM 158, 12.3.2022', date: '2022-03-12' },
    source: 'shp.al',
    seen: null,
  },
  {
    ...wage,
    value: 34000,
    from: '2022-09-01',
    to: '2023-03-31',
    act: { name: 'DCM 604, 14.9.2022', date: '2022-09-14' },
    source: 'alprofitconsult.al',
    seen: null,
  },
  {
    ...wage,
    value: 40000,
    from: '2023-04-01',
    to: '2025-12-31',
    act: { name: 'DCM of 2023', date: '2023' },
    source: 'realitetipost',
    seen: null,
  },
  {
    ...wage,
    value: 50000,
    from: '2026-01-01',
    to: null,
    act: { name: 'DCM of December 2025', date: '2025-12' },
    source: 'atvlive.tv; noa.al/lajmi/2026/01/2552585.html',
    seen: '2026-01',
  },
]
