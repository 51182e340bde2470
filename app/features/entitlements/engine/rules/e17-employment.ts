import { acts } from '../acts'
import { hasReached } from '../ages'
import { any, cases, notAsked, ofHousehold, ofPerson, someone, theFamily, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { not } from '../logic'

const law = { act: acts.law15, source: 'thepartners.al', seen: null, certainty: 'high' } as const

export const employment: EvaluatedRule = {
  id: 'E17',
  kind: 'evaluated',
  from: '2019',
  when: someone(
    cases(
      { when: ofPerson('work', { ...law, id: 'e17-long-unemployed' }, (work) => work === 'seeks-long') },
      {
        when: ofPerson('work', { ...law, id: 'e17-seeks-work', certainty: 'medium' }, (work) => work === 'seeks'),
        then: any(
          ofPerson('age', { ...law, id: 'e17-under-29' }, (age, { day }) => not(hasReached(29, age, day))),
          ofPerson('orphan', { ...law, id: 'e17-orphan' }, isDecided),
          ofPerson('disability', { ...law, id: 'e17-disability' }, isDecided),
          ofPerson('monthsSinceReturn', { ...law, id: 'e17-returned' }, (months) => months !== false && months <= 24),
          theFamily,
        ),
      },
    ),
    any(
      ofHousehold('loneParent', { ...law, id: 'e17-lone-parent' }, (is) => is),
      ofHousehold('romaOrEgyptian', { ...law, id: 'e17-roma-egyptian' }, (is) => is),
      notAsked({ ...law, id: 'e17-other-groups' }),
    ),
  ),
  papers: ['identity-card'],
  figures: [],
}
