import { acts } from '../acts'
import { all, ofHousehold, type EvaluatedRule } from '../condition'
import { monthsBefore } from '../days'
import { no, unknown, yes } from '../logic'
import { e06 } from '../parameters/e06'

const firstBirth = '2019-01-01'

export const newbornBonus: EvaluatedRule = {
  id: 'E06',
  kind: 'evaluated',
  from: firstBirth,
  when: all(
    ofHousehold(
      'birth',
      {
        act: acts.dcm288,
        source: '55news.al 16-12-2018; konica.al 2023-01; pasaporta.org 2024',
        seen: '2024',
        certainty: 'high',
        id: 'e06-newborn',
        comesTo: [no, unknown, yes],
      },
      (birth, { day }) => {
        if (birth === 'none') return no
        if (birth === 'expected' || birth > day) return unknown
        if (birth < firstBirth) return no
        // How late one may still ask was not found, so an older child leaves it open.
        return birth >= monthsBefore(day, 12) ? yes : null
      },
    ),
    ofHousehold(
      'parentsInAlbania',
      {
        act: acts.law79,
        source: 'pasaporta.org/artikuj/bonusbebe; starplus-tv 2024-09',
        seen: '2024-09',
        certainty: 'high',
        id: 'e06-parents-in-albania',
        from: '2023-11-14',
      },
      (live) => live,
    ),
  ),
  papers: ['identity-card', 'birth-certificate'],
  figures: e06,
}
