import { checkEasyRead, lix, type EasyLanguage } from '~/lib/easy-read'
import { gapsIn } from './desk-forms'

/** How an answer reads, before it is sent. `lix` is Björnsson's measure: below 40 most people read a text easily. */
export type ReplyCheck = {
  words: number
  sentences: number
  longest: number
  lix: number
  gaps: string[]
  /** What makes it harder than easy-read allows; for a person who reads easy language. */
  findings: { rule: string; found: string }[]
  isEasy: boolean
}

const most = 8

export function checkReply(text: string, reader: { language: EasyLanguage; isEasy: boolean }): ReplyCheck {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const sentences = lines.flatMap((line) => line.split(/(?<=[.!?…])\s+/)).filter((sentence) => /\p{L}/u.test(sentence))
  const wordsIn = (part: string) => part.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0
  const findings = checkEasyRead(sentences, reader.language)
  return {
    words: wordsIn(text),
    sentences: sentences.length,
    longest: Math.max(0, ...sentences.map(wordsIn)),
    lix: Math.round(lix(text)),
    gaps: gapsIn(text),
    findings: findings.slice(0, most).map(({ rule, found }) => ({ rule, found: found.slice(0, 200) })),
    isEasy: reader.isEasy,
  }
}
