import { acts } from '../acts'
import { hasReached } from '../ages'
import { all, any, ofPerson, someone, type EvaluatedRule } from '../condition'
import { not } from '../logic'

const law = {
  act: acts.law8153,
  source: 'portal.tlas.org.al; sherbimisocial.gov.al 1-10-2014; ikub.al',
  seen: '2014-10-01',
  certainty: 'high',
} as const

export const orphanStatus: EvaluatedRule = {
  id: 'E19',
  kind: 'evaluated',
  from: '1996-10-31',
  when: someone(
    all(
      ofPerson('orphan', { ...law, id: 'e19-without-parents' }, (orphan) => orphan !== 'no'),
      any(
        ofPerson('age', { ...law, id: 'e19-age' }, (age, { day }) => not(hasReached(26, age, day))),
        ofPerson('housedByState', { ...law, id: 'e19-not-housed' }, (housed) => !housed),
      ),
    ),
  ),
  has: ({ orphan }) => orphan === 'decided',
  papers: ['identity-card', 'birth-certificate', 'care-institution-proof', 'death-certificates', 'court-decision'],
  figures: [],
}
