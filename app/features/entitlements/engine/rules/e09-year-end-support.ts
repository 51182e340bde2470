import type { ExplainedRule } from '../condition'
import { e09 } from '../parameters/e09'

export const yearEndSupport: ExplainedRule = {
  id: 'E09',
  kind: 'explained',
  reason: 'yearly-decision',
  act: { name: 'DCM of December 2025', date: '2025-12' },
  source: 'ilirianews.al; noa.al 30-12-2025',
  seen: '2025-12-30',
  certainty: 'high',
  figures: e09,
}
