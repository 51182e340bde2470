import { acts } from '../acts'
import { all, any, notAsked, ofHousehold, ofPerson, someone, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { no, unknown, yes } from '../logic'
import { e11 } from '../parameters/e11'

const law = { act: acts.law111, article: '11', source: 'juristionline 15-12-2020, 24-6-2020' } as const
const regardless = { ...law, seen: '2020-12-15', certainty: 'high' } as const
const byIncome = { ...regardless, article: '12' } as const

export const legalAid: EvaluatedRule = {
  id: 'E11',
  kind: 'evaluated',
  from: '2017',
  when: any(
    someone(
      any(
        ofPerson('disability', { ...regardless, id: 'e11-disability' }, isDecided),
        ofPerson('blindness', { ...regardless, id: 'e11-blind' }, isDecided),
        ofPerson('paralysis', { ...regardless, id: 'e11-paralysis' }, isDecided),
      ),
    ),
    ofHousehold('economicAid', { ...regardless, id: 'e11-social-protection' }, (gets) => gets),
    ofHousehold('harm', { ...regardless, id: 'e11-survivor' }, (harm) => harm !== 'no'),
    notAsked({ ...regardless, id: 'e11-other-groups' }),
    all(
      ofHousehold(
        'income',
        { ...byIncome, id: 'e11-income', figure: 'minimum-wage' },
        (income, { household, limit }) => {
          const people = household.people.length
          const share = people === 1 ? limit('limit-alone') : limit('limit-each-in-a-family') * people
          if (income < share * limit('minimum-wage')) return yes
          // More people may live there than were named; then the limit is higher.
          return household.everyone === true ? no : unknown
        },
      ),
      ofHousehold(
        'property',
        { ...byIncome, id: 'e11-property', figure: 'minimum-wage' },
        (worth, { limit }) => worth <= limit('limit-property') * limit('minimum-wage'),
      ),
    ),
  ),
  papers: ['identity-card', 'income-papers', 'commission-decision', 'protection-order'],
  figures: e11,
}
