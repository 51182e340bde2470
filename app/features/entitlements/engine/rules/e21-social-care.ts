import { acts } from '../acts'
import { hasReached } from '../ages'
import { any, notAsked, ofHousehold, ofPerson, someone, type EvaluatedRule } from '../condition'
import { no, not, yes } from '../logic'

const law = {
  act: acts.law121,
  article: '6',
  source: 'inspektoriatipunes.gov.al; ikubmagazine.com',
  seen: null,
  certainty: 'high',
} as const

export const socialCare: EvaluatedRule = {
  id: 'E21',
  kind: 'evaluated',
  from: '2018-09-04',
  when: any(
    someone(
      any(
        ofPerson('age', { ...law, id: 'e21-child' }, (age, { day }) => not(hasReached(18, age, day))),
        // The law asks for a disability, not for the paper.
        ofPerson('disability', { ...law, id: 'e21-disability' }, (disability) => (disability === 'no' ? no : yes)),
      ),
    ),
    ofHousehold('harm', { ...law, id: 'e21-survivor' }, (harm) => harm !== 'no'),
    notAsked({ ...law, id: 'e21-other-groups' }),
  ),
  papers: ['identity-card'],
  figures: [],
}
