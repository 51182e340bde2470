/** What a message can be and say. Pure: shared by the pages, the forms and the database. */

import { allHelps, helpAreas, helps, helpTextKey, type HelpArea } from '~/lib/needs'
import type { StaffRole, Viewer } from '~/lib/staff'

export { allHelps, helpAreas, helps, helpTextKey, type HelpArea }

/** The first question: what the person has come to say. */
export const topics = ['missing', 'wrong', 'other', 'harm'] as const
export type Topic = (typeof topics)[number]

export const categories = {
  wrong: ['problem', 'barrier', 'wrong_information'],
  other: ['thanks', 'idea', 'question'],
} as const
export type Category = (typeof categories)['wrong' | 'other'][number] | 'harm'

export type Kind = 'feedback' | 'need'

export const forWhom = ['child', 'adult', 'elderly', 'family'] as const
/** Groups with services of their own for persons with disabilities: asked in a second step, and never assumed. */
export const splitByDisability = ['child', 'adult'] as const
const withDisability = '_disability'
/** What is kept of both steps: child, child_disability … Who says no, or does not know, leaves the group as it is. */
export const inGroup = (group: string, hasDisability: boolean): string => group + (hasDisability ? withDisability : '')
/** The answer of the first step. */
export const groupOf = (kept: Answers['forWhom']) => kept && kept.replace(withDisability, '')
/** Whether the second step follows. */
export const isSplit = (kept: Answers['forWhom']): boolean => splitByDisability.some((group) => group === groupOf(kept))
export const howMany = ['1', '2-5', '6-20', 'more'] as const
export const since = ['month', 'year', 'years', 'always'] as const
export const without = ['impossible', 'hard', 'easier'] as const

/** What an assisted person agrees to, each by itself. Nothing is sent without the first. */
export const purposes = ['send', 'contact', 'about'] as const
export type Purpose = (typeof purposes)[number]

export const aboutYou = {
  sex: ['woman', 'man', 'other'],
  age: ['under_18', '18_29', '30_49', '50_64', 'over_64'],
  disability: ['yes', 'no'],
  group: ['roma', 'egyptian', 'other_minority', 'none'],
} as const
export type AboutYou = { -readonly [K in keyof typeof aboutYou]?: (typeof aboutYou)[K][number] }

/** Null: the person does not know, or would rather not say. Absent: not asked yet. */
export type Answers = {
  topic: Topic
  /** service:slug or entitlement:id, from the page the person came from; words:text, from an empty search. */
  about?: string
  who?: 'me' | 'young' | 'other'
  adult?: 'here'
  agreed?: Purpose[]
  category?: Category
  municipality?: string
  /** Of violence or a child at risk: whether somebody reads such messages there now. */
  isRead?: boolean
  unit?: number | null
  area?: HelpArea | null
  help?: string | null
  forWhom?: string | null
  howMany?: string | null
  since?: string | null
  without?: string | null
  words?: string
  mayShow?: boolean
  contact?: Contact
  aboutYou?: AboutYou
}

export type Contact = { phone?: string; email?: string }

/** What is sealed in a message: all that people wrote themselves. */
export type Content = { words?: string; about?: string; contact?: Contact; aboutYou?: AboutYou }

export const maxWords = 5_000
export const maxPhotos = 3

/** Numbers to call: before words about violence or a child at risk, and for a child who is alone. */
export const numbersToCall = { harm: ['112', '116117', '116111'], child: ['116111', '112'] } as const

/** Under 16, unless somebody may be in danger: then nothing stands in the way. */
export const needsAdult = ({ who, topic }: Answers): boolean => who === 'young' && topic !== 'harm'

export const kindOf = ({ topic }: Answers): Kind => (topic === 'missing' ? 'need' : 'feedback')

/** Of one who helps, or an adult beside a child. */
export const isAssisted = ({ who, adult }: Answers): boolean => who === 'other' || adult === 'here'

/** Whether the person let something be kept: nobody needs to agree to what they do themselves. */
export const mayKeep = (answers: Answers, purpose: Purpose): boolean =>
  answers.who !== 'other' || (answers.agreed ?? []).includes(purpose)

export type Status = 'received' | 'assigned' | 'needs_information' | 'answered' | 'disputed' | 'closed' | 'withdrawn'

/** What a person may still do with a message, by its status. */
export const personMay: Record<Status, readonly PersonAction[]> = {
  received: ['add', 'withdraw'],
  assigned: ['add', 'withdraw'],
  needs_information: ['answer', 'withdraw'],
  answered: ['add', 'dispute', 'solve', 'withdraw'],
  disputed: ['add', 'solve', 'withdraw'],
  closed: ['dispute', 'withdraw'],
  withdrawn: [],
}
export type PersonAction = 'add' | 'answer' | 'dispute' | 'solve' | 'withdraw'

/** Those that come with words, the one most awaited first. */
export const writing = ['answer', 'dispute', 'add'] as const satisfies PersonAction[]

/** A message as the person with its code sees it. Dates are those of Albania's calendar where they have no hour. */
export type MessageView = {
  id: string
  status: Status
  kind: 'feedback' | 'need'
  category: string | null
  isProtection: boolean
  municipalityCode: string
  help: string | null
  forWhom: string | null
  howMany: string | null
  since: string | null
  without: string | null
  receivedAt: string
  dueOn: string | null
  isAssisted: boolean
  mayShow: boolean
  /** What was sent; null when it was withdrawn or erased. */
  content: Content | null
  photos: number
  recordings: number
  events: MessageEvent[]
  may: readonly PersonAction[]
}

export type MessageEvent = {
  kind: string
  at: string
  detail: string | null
  words: string | null
  by: 'person' | 'office'
}

/** Why a message is closed without what it asked for. */
export const closingReasons = ['solved', 'not_possible_now', 'not_ours', 'duplicate', 'no_answer', 'not_true'] as const
export type ClosingReason = (typeof closingReasons)[number]

const answering: readonly StaffRole[] = ['officer', 'head_of_service', 'municipal_administrator']

/** Messages of violence or a child at risk are for protection officers alone; all others for those who answer there. */
export function mayHandle(viewer: Viewer, message: { municipalityCode: string; isProtection: boolean }): boolean {
  if (viewer.municipalityCode === null || viewer.municipalityCode !== message.municipalityCode) return false
  return message.isProtection ? viewer.role === 'protection_officer' : answering.includes(viewer.role)
}

/** What the office may do with a message, by its status. */
export const officeMay: Record<Status, readonly OfficeAction[]> = {
  received: ['reply', 'assign', 'ask', 'pass_on', 'close', 'note', 'merge', 'release'],
  assigned: ['reply', 'assign', 'ask', 'pass_on', 'close', 'note', 'merge', 'release'],
  needs_information: ['reply', 'assign', 'pass_on', 'close', 'note', 'merge', 'release'],
  answered: ['reply', 'close', 'note', 'release'],
  disputed: ['reply', 'assign', 'ask', 'pass_on', 'close', 'note', 'release'],
  closed: ['note', 'release'],
  withdrawn: [],
}
export type OfficeAction = 'assign' | 'ask' | 'reply' | 'pass_on' | 'close' | 'note' | 'merge' | 'release'

/** Where somebody of the office has something to do, or waits for the person. */
export const openStatuses = [
  'received',
  'assigned',
  'needs_information',
  'disputed',
] as const satisfies readonly Status[]

/** Of a meeting at which needs were noted down; `person`: the message came by itself. */
export const origins = ['person', 'forum', 'dialogue_group', 'hearing'] as const
export type Origin = (typeof origins)[number]

/** A need as it was said at a meeting. */
export type MeetingNote = { help: string; unit: number | null; howMany: string | null; words: string }
export const maxNotes = 12
