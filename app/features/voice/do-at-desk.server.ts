import type { DeskAct } from './desk-forms'
import {
  askPerson,
  assignMessage,
  closeMessage,
  mergeMessage,
  noteMessage,
  partMessage,
  passOnMessage,
  releaseWords,
  replyToMessage,
  type OfficeOptions,
  type OfficeResult,
} from './office.server'

/** Does what a form of the desk asks for. */
export function doAtDesk(act: DeskAct, options: OfficeOptions): Promise<OfficeResult> {
  switch (act.do) {
    case 'reply':
      return replyToMessage({ ...options, words: act.words })
    case 'ask':
      return askPerson({ ...options, words: act.words })
    case 'note':
      return noteMessage({ ...options, words: act.words })
    case 'assign':
      return assignMessage({ ...options, to: act.to })
    case 'pass_on':
      return passOnMessage({ ...options, to: act.to, words: act.words })
    case 'close':
      return closeMessage({ ...options, reason: act.reason, words: act.words })
    case 'merge':
      return mergeMessage({ ...options, into: act.into })
    case 'part':
      return partMessage({ ...options, submissionId: act.id })
    case 'release':
      return releaseWords({ ...options, show: act.show })
  }
}
