import { acts } from '../acts'
import { all, notAsked, ofPerson, someone, type EvaluatedRule } from '../condition'

const law = {
  act: acts.law69,
  source: 'avokatipopullit.gov.al 21-1-2020; faktoje.al',
  seen: '2020-01-21',
  certainty: 'high',
} as const

export const assistantTeacher: EvaluatedRule = {
  id: 'E16',
  kind: 'evaluated',
  from: '2012',
  when: all(
    someone(
      all(
        ofPerson(
          'school',
          { ...law, id: 'e16-pupil' },
          (school) => typeof school === 'number' || school === 'kindergarten',
        ),
        // The commission at the education office assesses the child; no source asks for the other commission's decision.
        ofPerson('disability', { ...law, id: 'e16-disability' }, (disability) => disability !== 'no'),
      ),
    ),
    notAsked({ ...law, id: 'e16-commission' }),
  ),
  papers: ['identity-card'],
  figures: [],
}
