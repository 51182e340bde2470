import { acts } from '../acts'
import { hasReached } from '../ages'
import { any, ofHousehold, ofPerson, someone, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { not } from '../logic'

/** Nobody's source: what is said here was not seen in any, so it never says more than "possible". */
const law = { act: acts.law10383, source: null, seen: null, certainty: 'unverified' } as const

export const healthInsurance: EvaluatedRule = {
  id: 'E15',
  kind: 'evaluated',
  from: '2011',
  when: any(
    ofHousehold('economicAid', { ...law, id: 'e15-economic-aid' }, (gets) => gets),
    someone(
      any(
        ofPerson('age', { ...law, id: 'e15-child' }, (age, { day }) => not(hasReached(18, age, day))),
        ofPerson('disability', { ...law, id: 'e15-disability' }, isDecided),
        ofPerson('pension', { ...law, id: 'e15-pension' }, (pension) => pension !== 'none'),
      ),
    ),
  ),
  papers: ['identity-card'],
  figures: [],
}
