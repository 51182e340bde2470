import { acts } from '../acts'
import { hasReached } from '../ages'
import { all, ofPerson, someone, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { e02 } from '../parameters/e02'

const law = {
  act: acts.dcm431,
  source: 'DCM 431 text; pabarriera.al id=131',
  seen: null,
  certainty: 'high',
} as const

const since2020 = { act: acts.dcm182, source: 'lajmifundit.al; rozafa.tv', seen: '2020', certainty: 'high' } as const

export const disabilityPayment: EvaluatedRule = {
  id: 'E02',
  kind: 'evaluated',
  from: '2016-06-08',
  when: someone(
    all(
      ofPerson('age', { ...law, id: 'e02-age' }, (age, { day }) => hasReached(2, age, day)),
      ofPerson('disability', { ...law, id: 'e02-commission' }, isDecided),
      ofPerson('workInvalid', { ...law, id: 'e02-not-work-invalid' }, (is) => !is),
      ofPerson('monthsAbroad', { ...since2020, id: 'e02-abroad', from: '2020-03-01' }, (months) => months <= 3),
    ),
  ),
  papers: ['identity-card', 'doctor-form', 'specialist-form', 'application-form', 'medical-exams'],
  figures: e02,
}
