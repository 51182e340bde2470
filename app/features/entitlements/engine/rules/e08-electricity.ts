import { acts } from '../acts'
import { all, any, cases, ofHead, ofHousehold, ofPerson, someone, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { no, unknown, yes } from '../logic'
import { e08 } from '../parameters/e08'

const law = {
  act: acts.dcm565,
  source: 'lajmifundit.al 13-4-2017; kohajone 2016; issh.gov.al',
  seen: '2017-04-13',
  certainty: 'high',
} as const

const status = { act: acts.dcm404, source: 'polican.gov.al; mapo.al 2018', seen: '2018-08', certainty: 'high' } as const

/** The others only if the head lives in town or gets the full pension, and a part of a pension is not named. */
const pensionsOfHead = ['old-age', 'invalidity']
const pensionsInPart = ['old-age-partial', 'rural', 'rural-invalidity']

export const electricity: EvaluatedRule = {
  id: 'E08',
  kind: 'evaluated',
  from: '2012-06-20',
  when: all(
    any(
      ofHousehold('economicAid', { ...law, id: 'e08-economic-aid' }, (gets) => gets),
      someone(
        any(
          ofPerson('blindness', { ...status, id: 'e08-blind' }, isDecided),
          ofPerson('paralysis', { ...status, id: 'e08-paralysis' }, isDecided),
        ),
      ),
      cases(
        {
          when: ofHousehold('earners', { ...law, id: 'e08-nobody-works' }, (earners) => earners === 'nobody'),
          then: any(
            all(
              ofHead('disability', { ...law, id: 'e08-head-disability' }, isDecided),
              ofHead('unableToWork', { ...law, id: 'e08-head-unable-to-work' }, (is) => is),
            ),
            ofHead('pension', { ...law, id: 'e08-head-pension', comesTo: [no, unknown, yes] }, (pension) =>
              pensionsInPart.includes(pension) ? null : pensionsOfHead.includes(pension),
            ),
          ),
        },
        {
          when: ofHousehold(
            'earners',
            { ...law, id: 'e08-head-for-the-state' },
            (earners) => earners === 'head-for-the-state',
          ),
          then: ofHousehold(
            'headPay',
            { ...law, id: 'e08-head-pay', figure: 'public-pay' },
            (pay, { limit }) => pay < limit('public-pay'),
          ),
        },
      ),
    ),
    ofHousehold('electricity', { ...law, id: 'e08-contract' }, (electricity) => electricity === 'paid'),
  ),
  papers: ['identity-card', 'electricity-contract', 'family-certificate', 'declaration'],
  figures: e08,
}
