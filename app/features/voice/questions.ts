import { helps, isSplit, kindOf, mayKeep, needsAdult, type Answers, type Kind } from './rules'

/** The questions of a message, in order; each says when it is asked. Next, back and progress follow from this list. */
const questions = [
  // Before any field: numbers to call, and that nobody reads this day and night.
  { id: 'before', kinds: ['feedback'], asks: ({ topic }) => topic === 'harm' },
  { id: 'who', kinds: ['feedback', 'need'], asks: ({ topic }) => topic !== 'harm' },
  { id: 'adult', kinds: ['feedback', 'need'], asks: needsAdult },
  { id: 'agreement', kinds: ['feedback', 'need'], asks: ({ who }) => who === 'other' },
  { id: 'category', kinds: ['feedback'], asks: ({ topic }) => topic === 'wrong' || topic === 'other' },
  { id: 'area', kinds: ['need'], asks: () => true },
  { id: 'help', kinds: ['need'], asks: ({ area }) => area != null && Object.hasOwn(helps, area) },
  { id: 'where', kinds: ['feedback', 'need'], asks: () => true },
  { id: 'unread', kinds: ['feedback'], asks: ({ topic, isRead }) => topic === 'harm' && isRead === false },
  { id: 'unit', kinds: ['need'], asks: ({ municipality }) => municipality !== undefined },
  { id: 'for-whom', kinds: ['need'], asks: () => true },
  { id: 'disability', kinds: ['need'], asks: ({ forWhom }) => isSplit(forWhom) },
  { id: 'how-many', kinds: ['need'], asks: () => true },
  { id: 'since', kinds: ['need'], asks: () => true },
  { id: 'without', kinds: ['need'], asks: () => true },
  { id: 'words', kinds: ['feedback', 'need'], asks: () => true },
  { id: 'contact', kinds: ['feedback', 'need'], asks: (answers) => mayKeep(answers, 'contact') },
  {
    id: 'about-you',
    kinds: ['feedback', 'need'],
    asks: (answers) => answers.topic !== 'harm' && mayKeep(answers, 'about'),
  },
] as const satisfies { id: string; kinds: readonly Kind[]; asks: (answers: Answers) => boolean }[]

/** Pages beside the row of questions: reached from the words, and they lead back there. */
export const asides = ['photos', 'recording'] as const

export type AsideId = (typeof asides)[number]
export type QuestionId = (typeof questions)[number]['id']
export type StepId = QuestionId | AsideId

const stepIds: readonly string[] = [...questions.map(({ id }) => id), ...asides]
/** Steps whose page is rows or text alone: nothing half done can be lost there. */
const withoutFields: readonly StepId[] = [
  'before',
  'who',
  'adult',
  'category',
  'area',
  'help',
  'unread',
  'for-whom',
  'disability',
  'how-many',
  'since',
  'without',
]
export const hasFields = (id: StepId): boolean => !withoutFields.includes(id)

export const isStep = (id: string): id is StepId => stepIds.includes(id)

/** A page from which nothing leads on: nobody would read the message. */
const isEnd = (id: QuestionId) => id === 'unread'

/** The questions that these answers lead to, in order. */
export function questionsOf(answers: Answers): QuestionId[] {
  const kind = kindOf(answers)
  const asked = questions
    .filter(({ kinds, asks }) => (kinds as readonly Kind[]).includes(kind) && asks(answers))
    .map(({ id }) => id)
  const end = asked.findIndex(isEnd)
  return end === -1 ? asked : asked.slice(0, end + 1)
}

/** The question after this one; null: check what was answered. A question that is no longer asked leads to the first. */
export function questionAfter(id: StepId, answers: Answers): QuestionId | null {
  const asked = questionsOf(answers)
  if (isAside(id)) return 'words'
  const at = asked.indexOf(id)
  return at === -1 ? (asked[0] ?? null) : (asked[at + 1] ?? null)
}

/** The question before this one; null: what the person has come to say. */
export function questionBefore(id: StepId, answers: Answers): QuestionId | null {
  if (isAside(id)) return 'words'
  const asked = questionsOf(answers)
  return asked[asked.indexOf(id) - 1] ?? null
}

/** "Question 3 of 9", honest for the answers so far; the first question of all counts too. */
export function placeOf(id: StepId, answers: Answers): { number: number; of: number } {
  const asked = questionsOf(answers)
  return { number: asked.indexOf(isAside(id) ? 'words' : id) + 2, of: asked.length + 1 }
}

/** The first question that still needs an answer before sending; null when none does. */
export function firstOpen(answers: Answers): QuestionId | null {
  const asked = questionsOf(answers)
  const open: Partial<Record<QuestionId, boolean>> = {
    who: answers.who === undefined,
    adult: answers.adult === undefined,
    agreement: !(answers.agreed ?? []).includes('send'),
    category: answers.category === undefined,
    where: answers.municipality === undefined,
    unread: true,
  }
  return asked.find((id) => open[id] === true) ?? null
}

/** Whether a step is a page beside the row of questions. */
export function isAside(id: StepId): id is AsideId {
  return (asides as readonly string[]).includes(id)
}
