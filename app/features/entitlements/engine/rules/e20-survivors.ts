import { acts } from '../acts'
import { cases, ofHousehold, type EvaluatedRule } from '../condition'

const law = {
  act: acts.law9669,
  source: 'polican.gov.al; starplus-tv 2022-01; gtg.al',
  seen: '2022-01',
  certainty: 'high',
} as const

const trafficking = {
  act: acts.law57,
  source: 'bashkiaklos.gov.al; tropoje.gov.al; starplus-tv 2019-03',
  seen: '2019-03',
  certainty: 'high',
} as const

export const survivors: EvaluatedRule = {
  id: 'E20',
  kind: 'evaluated',
  from: '2006',
  when: cases(
    { when: ofHousehold('harm', { ...law, id: 'e20-violence' }, (harm) => harm === 'order' || harm === 'violence') },
    { when: ofHousehold('harm', { ...trafficking, id: 'e20-trafficking' }, (harm) => harm === 'trafficking') },
  ),
  papers: ['identity-card', 'protection-order'],
  figures: [],
}
