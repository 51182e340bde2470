import { acts } from '../acts'
import { all, notAsked, ofHead, ofHousehold, type EvaluatedRule } from '../condition'
import { no, unknown, yes } from '../logic'
import { e10 } from '../parameters/e10'

const law = {
  act: acts.law22,
  article: '13',
  source: 'juristionline 2020; bashkiabelsh.al 2024',
  seen: '2020',
  certainty: 'high',
} as const

export const socialHousing: EvaluatedRule = {
  id: 'E10',
  kind: 'evaluated',
  from: '2018',
  when: all(
    ofHousehold('housing', { ...law, id: 'e10-housing' }, (housing) => {
      if (housing === 'own') return no
      // How much room is too little stands in DCM 301/2021, whose figures were not found.
      return housing === 'own-too-small' ? unknown : yes
    }),
    // Elsewhere one may ask there: no reason to say no.
    ofHead(
      'registered',
      { ...law, id: 'e10-registered', comesTo: [unknown, yes] },
      (where) => where === 'here' || null,
    ),
    notAsked({ ...law, article: '3', id: 'e10-income' }),
  ),
  papers: [
    'identity-card',
    'birth-certificate',
    'family-certificate',
    'residence-proof',
    'property-certificates',
    'verification-act',
    'income-papers',
    'court-decision',
  ],
  figures: e10,
}
