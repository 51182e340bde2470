import { acts } from '../acts'
import type { Figure } from '../figure'

const old = { name: 'old-scheme', unit: 'lek-a-month', certainty: 'high' } as const
const base = { name: 'base', unit: 'lek-a-month', certainty: 'high' } as const

export const e02: Figure[] = [
  { ...old, value: 10140, from: '2016-09-01', to: '2017-08-31', act: null, source: '24-ore.com', seen: '2016-09' },
  {
    ...old,
    value: 10330,
    certainty: 'medium',
    from: '2017-09-01',
    to: '2018-08-31',
    act: null,
    source: 'press text seen in the pages index',
    seen: '2017-09',
  },
  {
    ...old,
    value: 10540,
    from: '2018-09-01',
    to: '2019-08-31',
    act: { name: 'Instructions 625 and 626, 27.8.2018', date: '2018-08-27' },
    source: 'kohajone.com 12-09-2018',
    seen: '2018-09-12',
  },
  {
    ...old,
    value: 10653,
    from: '2019-09-01',
    to: null,
    act: { name: 'Instructions of August 2019', date: '2019-08' },
    source: 'urbanlajme.com; konica.al 25-08-2019',
    seen: '2019-08-25',
  },
  {
    ...base,
    value: 10287,
    from: '2016-10-07',
    to: '2019-08-31',
    act: { name: 'Instruction 22, 7.10.2016; DCM 431/2016', date: '2016-10-07' },
    source: 'sherbimisocial.gov.al',
    seen: '2016-10-07',
  },
  {
    ...base,
    value: 10871,
    from: '2019-09-01',
    to: null,
    act: { name: 'Instruction of August 2019', date: '2019-08' },
    source: 'rozafa.tv',
    seen: '2019-08',
  },
  {
    name: 'indexation',
    value: 7.5,
    unit: 'percent',
    from: '2022',
    to: null,
    act: null,
    source: 'acp.al; alb365.com',
    seen: '2022',
    certainty: 'high',
  },
]

/** Of those who care for a person with paraplegia or tetraplegia; for the blind it is another amount. */
export const e03: Figure[] = [
  {
    name: 'carer',
    value: 10850,
    unit: 'lek-a-month',
    from: '2017-09-01',
    to: '2018-08-31',
    act: null,
    source: 'press text seen in the pages index',
    seen: '2017-09',
    certainty: 'medium',
  },
  {
    name: 'carer',
    value: 11070,
    unit: 'lek-a-month',
    from: '2018-09-01',
    to: '2019-08-31',
    act: { name: 'Instructions 625 and 626, 27.8.2018', date: '2018-08-27' },
    source: 'kohajone.com 12-09-2018',
    seen: '2018-09-12',
    certainty: 'high',
  },
  {
    name: 'carer',
    value: 11190,
    unit: 'lek-a-month',
    from: '2019-09-01',
    to: null,
    act: { name: 'Instructions of August 2019', date: '2019-08' },
    source: 'shekulli.com.al',
    seen: '2019-08',
    certainty: 'high',
  },
]

export const e04: Figure[] = [
  {
    name: 'blind',
    value: 11965,
    unit: 'lek-a-month',
    from: '2018-09-01',
    to: '2019-08-31',
    act: { name: 'Instruction of 27.8.2018', date: '2018-08-27' },
    source: 'kohajone.com 12-09-2018',
    seen: '2018-09-12',
    certainty: 'high',
  },
  {
    name: 'blind',
    value: 12092,
    unit: 'lek-a-month',
    from: '2019-09-01',
    to: null,
    act: acts.law8098,
    source: 'shekulli.com.al',
    seen: '2019-08',
    certainty: 'high',
  },
]

export const e05: Figure[] = [
  {
    name: 'paralysis',
    value: 10653,
    unit: 'lek-a-month',
    from: '2019-09-01',
    to: null,
    act: acts.law8626,
    source: 'urbanlajme.com',
    seen: '2019-08',
    certainty: 'high',
  },
  {
    name: 'hygiene-package',
    value: 16000,
    unit: 'lek',
    from: '2021',
    to: null,
    act: null,
    source: 'ina.media',
    seen: null,
    certainty: 'medium',
  },
]
