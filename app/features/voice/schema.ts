import { z } from 'zod'
import type { StepId } from './questions'
import {
  aboutYou,
  categories,
  forWhom,
  groupOf,
  helpAreas,
  helps,
  howMany,
  inGroup,
  isSplit,
  maxWords,
  purposes,
  since,
  topics,
  without,
  type Answers,
  type HelpArea,
} from './rules'

/** What a step may report of its form, by field. The words of each stand in tell.json under `error`. */
export type FieldErrors = Record<string, string>
export type ReadStep = { answers: Partial<Answers> } | { errors: FieldErrors }

const slug = z.string().regex(/^[a-z0-9_-]{1,80}$/)
const about = z
  .string()
  .max(200)
  .regex(/^(service:[a-z0-9_-]{1,80}|entitlement:[a-z0-9_-]{1,20}|words:.{1,150})$/su)
  .transform((text) => clean(text))

export const topicForm = z.object({ topic: z.enum(topics), about: about.optional().catch(undefined) })

/** `?about=` of the first page: anything else counts as not given. */
export const readAbout = (text: string | null): string | undefined =>
  about
    .optional()
    .catch(undefined)
    .parse(text ?? undefined)

/** Line ends as the web writes them, and nothing that no keyboard types; the joiners hold signs together, as in 👩‍🦽. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\u200c\u200d]+/gu, ' ')
    .trim()
}

const words = z.string().transform(clean).pipe(z.string().max(maxWords))
const phone = z
  .string()
  .transform((text) => clean(text).replace(/[\s./()-]+/g, ''))
  .pipe(z.union([z.literal(''), z.string().regex(/^(\+|00)?\d{6,15}$/)]))
const email = z
  .string()
  .transform(clean)
  .pipe(z.union([z.literal(''), z.email().max(200)]))

type Read = (form: FormData, answers: Answers) => ReadStep

/** A page of rows: one tap is one answer; none of them is "I do not know". */
const rows =
  (name: keyof Answers, options: readonly string[], mayBeUnknown = true): Read =>
  (form) => {
    const given = form.get('answer')
    if (typeof given === 'string' && options.includes(given)) return { answers: { [name]: given } }
    if (given === '' && mayBeUnknown) return { answers: { [name]: null } }
    return { errors: { answer: 'choose' } }
  }

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** How the form of each step is read; photos and recordings are files and are read where they are kept. */
export const readStep: Record<Exclude<StepId, 'photos' | 'recording' | 'where' | 'unit' | 'unread'>, Read> = {
  before: () => ({ answers: {} }),
  who: rows('who', ['me', 'young', 'other'], false),
  adult: rows('adult', ['here'], false),
  agreement: (form) => {
    const agreed = purposes.filter((purpose) => form.get(`agreed-${purpose}`) === '1')
    return agreed.includes('send') ? { answers: { agreed } } : { errors: { agreed: 'agree' } }
  },
  category: (form, answers) =>
    rows('category', answers.topic === 'other' ? categories.other : categories.wrong, false)(form, answers),
  area: (form, answers) => {
    const read = rows('area', helpAreas)(form, answers)
    // Another part of life: what was chosen in the last one is no answer any more.
    return 'answers' in read && read.answers.area !== answers.area ? { answers: { ...read.answers, help: null } } : read
  },
  help: (form, answers) => rows('help', answers.area ? helps[answers.area as HelpArea] : [])(form, answers),
  'for-whom': rows('forWhom', forWhom),
  disability: (form, { forWhom: kept }) => {
    const group = groupOf(kept)
    const given = form.get('answer')
    const isAnswer = given === 'yes' || given === 'no' || given === ''
    if (!isAnswer || !group || !isSplit(group)) return { errors: { answer: 'choose' } }
    return { answers: { forWhom: inGroup(group, given === 'yes') } }
  },
  'how-many': rows('howMany', howMany),
  since: rows('since', since),
  without: rows('without', without),
  words: (form) => {
    const read = words.safeParse(text(form, 'words'))
    if (!read.success) return { errors: { words: 'tooLong' } }
    return { answers: { words: read.data, mayShow: form.get('mayShow') === '1' } }
  },
  contact: (form) => {
    const read = { phone: phone.safeParse(text(form, 'phone')), email: email.safeParse(text(form, 'email')) }
    const errors: FieldErrors = {}
    if (!read.phone.success) errors['phone'] = 'phone'
    if (!read.email.success) errors['email'] = 'email'
    if (!read.phone.success || !read.email.success) return { errors }
    return { answers: { contact: withoutEmpty({ phone: read.phone.data, email: read.email.data }) } }
  },
  'about-you': (form) => ({
    answers: {
      aboutYou: withoutEmpty(
        Object.fromEntries(
          Object.entries(aboutYou).map(([name, options]) => [
            name,
            (options as readonly string[]).find((option) => option === form.get(name)) ?? '',
          ]),
        ),
      ),
    },
  }),
}

/** The municipality, out of those that exist. */
export function readWhere(form: FormData, slugs: readonly string[]): ReadStep {
  const chosen = slug.safeParse(text(form, 'municipality'))
  if (!chosen.success || !slugs.includes(chosen.data)) return { errors: { municipality: 'municipality' } }
  return { answers: { municipality: chosen.data } }
}

/** The administrative unit by its number; none of them is "I do not know". */
export function readUnit(form: FormData, numbers: readonly number[]): ReadStep {
  const given = text(form, 'unit')
  const number = /^\d{1,3}$/.test(given) ? Number(given) : null
  return { answers: { unit: number !== null && numbers.includes(number) ? number : null } }
}

function withoutEmpty<T extends Record<string, string>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>
}

/** What a person writes to a message that was sent. */
export function readWords(form: FormData): { words: string } | { error: 'write' | 'tooLong' } {
  const read = words.safeParse(text(form, 'words'))
  if (!read.success) return { error: 'tooLong' }
  return read.data === '' ? { error: 'write' } : { words: read.data }
}
