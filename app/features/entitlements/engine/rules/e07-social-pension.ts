import { acts } from '../acts'
import { hasReached } from '../ages'
import { all, ofPerson, someone, type EvaluatedRule } from '../condition'
import { e07 } from '../parameters/e07'

const law = {
  act: acts.law7703,
  article: '5/1',
  source: 'telegraf.al; konica.al 2019',
  seen: '2019',
  certainty: 'high',
} as const

export const socialPension: EvaluatedRule = {
  id: 'E07',
  kind: 'evaluated',
  // The law is of 2015; the first amount known, which is the limit too, is of March 2018.
  from: '2018-03',
  when: someone(
    all(
      ofPerson('age', { ...law, id: 'e07-age' }, (age, { day }) => hasReached(70, age, day)),
      ofPerson('yearsHere', { ...law, id: 'e07-residence' }, (years) => years >= 5),
      ofPerson('pension', { ...law, id: 'e07-no-pension' }, (pension) => pension === 'none' || pension === 'social'),
      ofPerson(
        'ownIncome',
        { ...law, id: 'e07-income', figure: 'social-pension' },
        (income, { limit }) => income < limit('social-pension'),
      ),
    ),
  ),
  has: ({ pension }) => pension === 'social',
  papers: ['identity-card', 'declaration'],
  figures: e07,
}
