import { acts } from '../acts'
import { ofHousehold, type EvaluatedRule } from '../condition'

const law = {
  act: acts.law9669,
  source: 'polican.gov.al; starplus-tv 2022-01; gtg.al',
  seen: '2022-01',
  certainty: 'high',
} as const

export const survivors: EvaluatedRule = {
  id: 'E20',
  kind: 'evaluated',
  from: '2006',
  when: ofHousehold('harm', { ...law, id: 'e20-survivor' }, (harm) => harm !== 'no'),
  papers: ['identity-card', 'protection-order'],
  figures: [],
}
