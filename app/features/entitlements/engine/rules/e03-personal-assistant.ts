import { acts } from '../acts'
import { all, any, ofPerson, someone, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { e03 } from '../parameters/e02'

const law = {
  act: acts.law57,
  source: 'sociale.gov.al; tropoje.gov.al art. 8; aiis-albania.org 2019',
  seen: '2019',
  certainty: 'high',
} as const

export const personalAssistant: EvaluatedRule = {
  id: 'E03',
  kind: 'evaluated',
  from: '2014',
  when: someone(
    all(
      any(
        ofPerson('disability', { ...law, id: 'e03-disability' }, isDecided),
        ofPerson('blindness', { ...law, id: 'e03-blind' }, isDecided),
        ofPerson('paralysis', { ...law, id: 'e03-paralysis' }, isDecided),
      ),
      ofPerson('careNeed', { ...law, id: 'e03-care' }, isDecided),
    ),
  ),
  papers: ['identity-card', 'commission-decision'],
  figures: e03,
}
