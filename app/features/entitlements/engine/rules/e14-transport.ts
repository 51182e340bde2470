import { all, any, ofPerson, someone, type EvaluatedRule } from '../condition'
import { isDecided } from '../decision'
import { e14 } from '../parameters/e14'

const law = { act: null, source: 'jugulajm.net / DPSHTRR 2023', seen: '2023', certainty: 'high' } as const

/** The yearly vehicle tax. Discounts on bus lines are figures only: one is local, the other often not honoured. */
export const transport: EvaluatedRule = {
  id: 'E14',
  kind: 'evaluated',
  from: '2023',
  when: someone(
    all(
      any(
        ofPerson('workInvalid', { ...law, id: 'e14-work-invalid' }, (is) => is),
        ofPerson('blindness', { ...law, id: 'e14-blind' }, isDecided),
        ofPerson('paralysis', { ...law, id: 'e14-paralysis' }, isDecided),
        ofPerson('disability', { ...law, id: 'e14-disability' }, isDecided),
      ),
      ofPerson('ownVehicle', { ...law, id: 'e14-vehicle' }, (has) => has),
    ),
  ),
  papers: [
    'identity-card',
    'vehicle-papers',
    'commission-decision',
    'blindness-decision',
    'paralysis-decision',
    'work-invalid-paper',
    'no-activity-paper',
  ],
  figures: e14,
}
