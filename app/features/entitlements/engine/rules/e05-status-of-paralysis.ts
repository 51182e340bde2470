import { acts } from '../acts'
import { ofPerson, someone, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { e05 } from '../parameters/e02'

const law = {
  act: acts.law8626,
  source: 'polican.gov.al; aiis-albania.org; tvklan 2018-12',
  seen: '2018-12',
  certainty: 'high',
} as const

export const statusOfParalysis: EvaluatedRule = {
  id: 'E05',
  kind: 'evaluated',
  from: '2000-06-22',
  when: someone(ofPerson('paralysis', { ...law, id: 'e05-commission' }, isDecided)),
  has: ({ paralysis }) => paralysis === 'decided',
  papers: ['identity-card', 'paralysis-decision'],
  figures: e05,
}
