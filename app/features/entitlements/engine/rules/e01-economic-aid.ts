import { acts } from '../acts'
import { all, any, notAsked, ofHousehold, ofPerson, someone, theFamily, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { e01 } from '../parameters/e01'

const law = {
  act: acts.law57,
  source: 'bashkiaklos.gov.al; tropoje.gov.al; starplus-tv 2019-03',
  seen: '2019-03',
  certainty: 'high',
} as const

const score = { act: acts.dcm597, source: 'juristionline 8-4-2020', seen: '2020-04-08', certainty: 'high' } as const

/** The points of the formula are not public, so what is in their hands stays open: at best "possible". */
export const economicAid: EvaluatedRule = {
  id: 'E01',
  kind: 'evaluated',
  from: '2019',
  when: all(
    someone(
      all(
        ofPerson('situation', { ...law, id: 'e01-not-excluded' }, (situation) => situation === 'home'),
        any(ofPerson('orphan', { ...law, id: 'e01-orphan' }, isDecided), theFamily),
      ),
      any(
        notAsked({ ...law, id: 'e01-in-need' }),
        ofHousehold('harm', { ...law, id: 'e01-survivor' }, (harm) => harm === 'order' || harm === 'trafficking'),
      ),
    ),
    ofHousehold(
      'jobOffice',
      {
        act: acts.dcm597,
        source: 'boldnews.al 11-9-2019',
        seen: '2019-09-11',
        certainty: 'high',
        id: 'e01-jobseekers',
      },
      (office) => office !== 'not-registered',
    ),
    notAsked({
      act: acts.dcm597,
      source: 'boldnews.al 11-9-2019; gazetadita.al 2019-03',
      seen: '2019-09-11',
      certainty: 'high',
      id: 'e01-not-stopped',
    }),
    notAsked({ ...score, id: 'e01-score' }),
  ),
  has: (_, { economicAid }) => economicAid === true,
  papers: ['identity-card', 'family-certificate', 'declaration', 'income-papers', 'orphan-status', 'protection-order'],
  figures: e01,
}
