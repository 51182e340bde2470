import type { ExplainedRule } from '../condition'
import { e13 } from '../parameters/e13'

export const kindergartenFee: ExplainedRule = {
  id: 'E13',
  kind: 'explained',
  reason: 'municipality-decides',
  act: { name: 'Council decision 40, Tirana, 29.3.2018', date: '2018-03-29' },
  source: 'opendata.tirana.al; dptiidh.tirana.al; pressreader 28-8-2019; report-tv.al',
  seen: '2020-11-17',
  certainty: 'high',
  figures: e13,
}
