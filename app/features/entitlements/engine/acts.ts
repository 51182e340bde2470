import type { Act } from './figure'

const act = (name: string, date: string): Act => ({ name, date })

/** The acts that rules and figures rest on, with their dates. DCM: decision of the Council of Ministers. */
export const acts = {
  law7889: act('Law 7889, 14.12.1994', '1994-12-14'),
  law7703: act('Law 7703/1993, as amended by Law 104/2014', '2015-01-01'),
  law8098: act('Law 8098, 28.3.1996', '1996-03-28'),
  law8153: act('Law 8153, 31.10.1996; DCM 233, 10.4.1998', '1998-04-10'),
  law8626: act('Law 8626, 22.6.2000; DCM 31, 20.1.2001', '2001-01-20'),
  law9669: act('Law 9669/2006', '2006'),
  law10383: act('Law 10383/2011', '2011'),
  law69: act('Law 69/2012', '2012'),
  law121: act('Law 121/2016; DCM 518, 4.9.2018', '2018-09-04'),
  law111: act('Law 111/2017', '2017'),
  law22: act('Law 22/2018', '2018'),
  law15: act('Law 15/2019', '2019'),
  law57: act('Law 57/2019', '2019'),
  law79: act('Law 79/2023, 12.10.2023, amending Law 57/2019', '2023-10-12'),
  dcm565: act('DCM 565/2006', '2006'),
  dcm404: act('DCM 404, 20.6.2012', '2012-06-20'),
  dcm431: act('DCM 431, 8.6.2016', '2016-06-08'),
  dcm597: act('DCM 597, 4.9.2019', '2019-09-04'),
  dcm182: act('Law 57/2019; DCM 182, 26.2.2020', '2020-02-26'),
  dcm288: act('DCM 288, 10.4.2020', '2020-04-10'),
  dcm474: act('DCM 474, 30.7.2021', '2021-07-30'),
  dcm837: act('DCM 837, 3.12.2014', '2014-12-03'),
} as const
