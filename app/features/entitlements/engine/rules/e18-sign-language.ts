import type { ExplainedRule } from '../condition'
import { acts } from '../acts'

export const signLanguage: ExplainedRule = {
  id: 'E18',
  kind: 'explained',
  reason: 'no-right-found',
  act: acts.dcm837,
  source: 'top-channel.tv 8-12-2023; anad.al',
  seen: '2023-12-08',
  certainty: 'medium',
  figures: [],
}
