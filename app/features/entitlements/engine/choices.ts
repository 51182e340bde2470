import { ageBands } from './ages'
import {
  decisions,
  earners,
  electricities,
  harms,
  housings,
  jobOffices,
  mostPeople,
  papersHeld,
  pensions,
  registrations,
  situations,
  works,
  type Fact,
} from './household'
import type { Question } from './questions'

/**
 * How long somebody was where, in bands that end where a rule begins, as those of age do: what is chosen and what it
 * stands for. A test holds them against the rules.
 */
const bands: Partial<Record<Fact, Record<string, number | string | false>>> = {
  monthsAbroad: { 'to-3': 3, 'for-health': 'for-health', 'over-3': 4 },
  monthsSinceReturn: { never: false, 'to-24': 24, 'over-24': 25 },
  yearsHere: { 'from-5': 5, 'under-5': 4 },
}

const lists: Partial<Record<Fact, readonly string[]>> = {
  everyone: [...Array.from({ length: mostPeople }, (_, index) => String(index + 1)), 'more'],
  age: Object.keys(ageBands),
  situation: situations,
  jobOffice: jobOffices,
  disability: decisions,
  blindness: decisions,
  paralysis: decisions,
  careNeed: decisions,
  orphan: decisions,
  papers: papersHeld,
  registered: registrations,
  school: ['none', 'kindergarten', ...Array.from({ length: 12 }, (_, index) => String(index + 1)), 'university'],
  pension: pensions,
  work: works,
  electricity: electricities,
  earners,
  housing: housings,
  birth: ['none', 'expected'],
  harm: harms,
}

/** The answers to choose from, beside "I do not know" and "I would rather not say"; none where one writes a number. */
export function choicesOf({ fact, answer }: Question): readonly string[] {
  if (answer === 'yes-no' && fact !== 'everyone') return ['yes', 'no']
  return lists[fact] ?? Object.keys(bands[fact] ?? {})
}

/** Whether the answer is written, beside the choices or without any. */
export function isWritten({ answer }: Question): boolean {
  return answer === 'amount' || answer === 'birth'
}

/** What a chosen or written text stands for; a text that stands for nothing is left for the household to refuse. */
export function answerFrom({ fact, answer }: Question, text: string): unknown {
  const band = bands[fact]
  if (band && Object.hasOwn(band, text)) return band[text]
  if (answer === 'yes-no') return text === 'yes' ? true : text === 'no' ? false : text
  if (answer === 'school' && /^\d{1,2}$/.test(text)) return Number(text)
  if (answer === 'amount') return amountFrom(text)
  return answer === 'birth' ? dayFrom(text) : text
}

/** "12 000", "12.000" or "12,000": marks stand between thousands only. */
function amountFrom(text: string): unknown {
  const digits = text.trim().replace(/[\s.,\u00a0](?=\d{3}(?!\d))/gu, '')
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : text
}

/** "2.8.2026", "02/08/2026" or "2026-08-02". */
function dayFrom(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(text.trim()) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim()
}

/** The text that was chosen or written for an answer: the inverse of answerFrom. */
export function textOfAnswer({ fact }: Question, answer: unknown): string {
  const band = Object.entries(bands[fact] ?? {}).find(([, value]) => value === answer)
  if (band) return band[0]
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)
}
