import { checkEasyRead, type EasyLanguage } from '~/lib/easy-read'
import { readingOf, sentencesIn, type Reading } from '~/lib/reading'
import { gapsIn } from './desk-forms'

/** How an answer reads, before it is sent. */
export type ReplyCheck = Reading & {
  gaps: string[]
  /** What makes it harder than easy-read allows; for a person who reads easy language. */
  findings: { rule: string; found: string }[]
  isEasy: boolean
}

const most = 8

export function checkReply(text: string, reader: { language: EasyLanguage; isEasy: boolean }): ReplyCheck {
  const findings = checkEasyRead(sentencesIn(text), reader.language)
  return {
    ...readingOf(text),
    gaps: gapsIn(text),
    findings: findings.slice(0, most).map(({ rule, found }) => ({ rule, found: found.slice(0, 200) })),
    isEasy: reader.isEasy,
  }
}
