import { acts } from '../acts'
import { ofPerson, someone, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { e04 } from '../parameters/e02'

const law = {
  act: acts.law8098,
  source: 'tvklan 2018-12; polican.gov.al',
  seen: '2018-12',
  certainty: 'high',
} as const

export const statusOfTheBlind: EvaluatedRule = {
  id: 'E04',
  kind: 'evaluated',
  from: '1996-03-28',
  when: someone(ofPerson('blindness', { ...law, id: 'e04-commission' }, isDecided)),
  has: ({ blindness }) => blindness === 'decided',
  papers: ['identity-card', 'blindness-decision'],
  figures: e04,
}
