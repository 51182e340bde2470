import { acts } from '../acts'
import {
  any,
  cases,
  notAsked,
  ofHead,
  ofHousehold,
  ofPerson,
  someone,
  theFamily,
  type EvaluatedRule,
} from '../condition'
import { isDecided } from '../decision'
import { between, no, unknown, yes } from '../logic'
import { e12 } from '../parameters/e12'

const free = { act: acts.dcm474, source: 'classlifestyle.com/news/50818', seen: '2021', certainty: 'high' } as const
const groups = {
  act: acts.dcm474,
  source: 'kidstime.al / boldnews.al 17-6-2020',
  seen: '2020-06-17',
  certainty: 'high',
} as const

const pensionsOfHead = ['invalidity', 'rural-invalidity']
const toGrade = 'free-for-all-to-grade'

export const textbooks: EvaluatedRule = {
  id: 'E12',
  kind: 'evaluated',
  from: '2018-09',
  when: someone(
    cases(
      {
        when: ofPerson('school', { ...free, id: 'e12-free-for-all', figure: toGrade }, (school, { limit }) =>
          typeof school === 'number' ? between(school, 1, limit(toGrade)) : false,
        ),
      },
      {
        when: ofPerson('school', { ...groups, id: 'e12-higher-grade', figure: toGrade }, (school, { limit }) =>
          typeof school === 'number' ? between(school, limit(toGrade) + 1, 12) : false,
        ),
        then: any(
          ofPerson('orphan', { ...groups, id: 'e12-orphan' }, isDecided),
          ofPerson('disability', { ...groups, id: 'e12-disability' }, isDecided),
          ofPerson('blindness', { ...groups, id: 'e12-blind' }, isDecided),
          theFamily,
        ),
      },
    ),
    any(
      ofHousehold('economicAid', { ...groups, id: 'e12-economic-aid' }, (gets) => gets),
      ofHousehold('unemploymentPay', { ...groups, id: 'e12-unemployment-pay' }, (gets) => gets),
      // With an old-age pension only if those who depend on it have no income, which nobody asks.
      ofHead('pension', { ...groups, id: 'e12-head-pension', comesTo: [no, unknown, yes] }, (pension) =>
        pension === 'old-age' ? null : pensionsOfHead.includes(pension),
      ),
      ofHousehold('romaOrEgyptian', { ...groups, id: 'e12-roma-egyptian' }, (is) => is),
      notAsked({ ...groups, id: 'e12-other-groups' }),
    ),
  ),
  papers: ['identity-card', 'commission-decision', 'orphan-status', 'pension-paper'],
  figures: e12,
}
