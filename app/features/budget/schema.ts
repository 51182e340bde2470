import { z } from 'zod'
import { forWhomOptions } from './desk-forms'
import { datesAreInOrder, decisions, feasibilities, phases, voteKinds, type PhaseDates } from './rules'

/** What is wrong with a form, by field; the words stand in desk-budget.json under `error`. */
export type BudgetErrors = Record<string, string>
export type Read<T> = { ok: true; value: T } | { ok: false; errors: BudgetErrors }

const text = (max: number) =>
  z
    .string({ error: 'words' })
    .transform((words) => words.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'words').max(max, 'long'))
const short = text(200)
const long = text(4_000)
const optional = (max: number) =>
  z
    .string()
    .transform((words) => words.trim() || null)
    .pipe(z.string().max(max, 'long').nullable())
    .catch(null)
const whole = (most: number) =>
  z
    .string({ error: 'number' })
    .transform((typed) => typed.replace(/[\s.,]/g, ''))
    .pipe(z.string().regex(/^\d{1,13}$/, 'number'))
    .transform(Number)
    .pipe(z.number().max(most, 'number'))
const lek = whole(100_000_000_000).transform(BigInt)
const date = z.string({ error: 'date' }).regex(/^\d{4}-\d\d-\d\d$/, 'date')
const uuid = z.uuid().nullable().catch(null)

const dateFields = Object.fromEntries(phases.map((phase) => [`date-${phase}`, date]))
const plan = z.object({
  year: whole(2100).pipe(z.number().min(2020, 'number')),
  budget: lek.pipe(z.bigint().min(1n, 'number')),
  voteKind: z.enum(voteKinds, { error: 'choose' }),
  ageFrom: whole(99),
  minSupport: whole(100_000),
  seed: short,
  promiseAct: optional(200),
  promisedOn: date.nullable().catch(null),
  residenceSq: long,
  residenceEn: long,
  weightsWhySq: optional(4_000),
  weightsWhyEn: optional(4_000),
})
const proposal = z.object({
  number: whole(10_000).nullable().catch(null),
  titleSq: short,
  titleEn: short,
  aboutSq: long,
  aboutEn: long,
  easySq: text(600),
  easyEn: text(600),
  cost: lek,
  costWhySq: long,
  costWhyEn: long,
  office: short,
  feasibility: z.enum(feasibilities, { error: 'choose' }),
  reasonSq: optional(4_000),
  reasonEn: optional(4_000),
  incompatible: z
    .string()
    .catch('')
    .transform((typed) => typed.split(/[\s,;]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^\d{1,4}$/, 'number')).max(50))
    .transform((numbers) => numbers.map(Number)),
  groupId: uuid,
  unitNumber: whole(10_000).nullable().catch(null),
  forWhom: z.enum(forWhomOptions).nullable().catch(null),
})
const hearing = z.object({
  hearingId: uuid,
  on: date,
  time: z.string({ error: 'time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'),
  placeSq: long,
  placeEn: long,
  accessSq: long,
  accessEn: long,
  notesSq: optional(20_000),
  notesEn: optional(20_000),
})
const council = z.object({
  number: whole(10_000),
  kind: z.enum(decisions, { error: 'choose' }),
  on: date,
  act: short,
  reasonSq: long,
  reasonEn: long,
})
const milestone = z.object({
  number: whole(10_000),
  on: date,
  textSq: long,
  textEn: long,
  spent: lek,
  serviceSlug: optional(200),
})
const group = z.object({ titleSq: short, titleEn: short, easySq: text(600), easyEn: text(600) })
const reasons = z.object({ reasonSq: long, reasonEn: long })

function read<T>(schema: z.ZodType<T>, form: FormData): Read<T> {
  const given = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  const parsed = schema.safeParse(given)
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    errors: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0] ?? 'do'), message])),
  }
}

export const readProposal = (form: FormData) => read(proposal, form)
export const readDecision = (form: FormData) => read(council, form)
export const readMilestone = (form: FormData) => read(milestone, form)
export const readGroup = (form: FormData) => read(group, form)
export const readReasons = (form: FormData) => read(reasons, form)
export const readHearing = (form: FormData) => read(hearing, form)
export const readCount = (form: FormData) => read(z.object({ count: whole(200) }), form)

type Plan = z.infer<typeof plan> & { dates: PhaseDates; unitWeights: Record<string, number> }

/**
 * A plan with the first days of its phases, in order. A promise needs both its act and its date; weights of units need
 * a reason in both languages.
 */
export function readPlan(form: FormData): Read<Plan> {
  const main = read(plan, form)
  const days = read(z.object(dateFields), form)
  const weights = readUnitWeights(form)
  if (!main.ok || !days.ok || !weights.ok)
    return {
      ok: false,
      errors: {
        ...(main.ok ? {} : main.errors),
        ...(days.ok ? {} : days.errors),
        ...(weights.ok ? {} : weights.errors),
      },
    }
  const dates = Object.fromEntries(
    phases.map((phase) => [phase, (days.value as Record<string, string>)[`date-${phase}`] ?? '']),
  ) as PhaseDates
  if (!datesAreInOrder(dates)) return { ok: false, errors: { 'date-collect': 'order' } }
  const { promiseAct, promisedOn, weightsWhySq, weightsWhyEn } = main.value
  if ((promiseAct === null) !== (promisedOn === null)) return { ok: false, errors: { promiseAct: 'promise' } }
  const isWeighed = Object.keys(weights.value).length > 0
  if (isWeighed && (weightsWhySq === null || weightsWhyEn === null))
    return { ok: false, errors: { weightsWhySq: 'weightsWhy' } }
  return { ok: true, value: { ...main.value, dates, unitWeights: weights.value } }
}

/** The weights that are not 1, each from 0.5 to 3 with one decimal, by the number of the unit. */
function readUnitWeights(form: FormData): Read<Record<string, number>> {
  const value: Record<string, number> = {}
  const errors: BudgetErrors = {}
  for (const [name, typed] of form) {
    const unit = /^weight-(\d{1,4})$/.exec(name)?.[1]
    const text = typeof typed === 'string' ? typed.trim().replace(',', '.') : ''
    if (unit === undefined || text === '') continue
    const weight = /^\d(\.\d)?$/.test(text) ? Number(text) : 0
    if (weight < 0.5 || weight > 3) errors[name] = 'weight'
    else if (weight !== 1) value[unit] = weight
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}

/** The numbers that were ticked; what is no number is passed over. */
export const readChoices = (form: FormData): number[] =>
  form
    .getAll('choice')
    .slice(0, 500)
    .flatMap((value) => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? [Number(value)] : []))

export type GroupTexts = z.infer<typeof group>
export type GroupChange =
  { do: 'take-out'; submissionId: string } | { do: 'release' | 'hide' } | { do: 'write'; texts: GroupTexts }

/** What is asked of a group that is there; null: something else is asked. */
export function readGroupChange(form: FormData): { groupId: string; change: Read<GroupChange> } | null {
  const asked = form.get('do')
  const groupId = z.uuid().safeParse(form.get('groupId')).data ?? noGroup
  const change = (value: GroupChange) => ({ groupId, change: { ok: true as const, value } })
  const refused = (errors: BudgetErrors) => ({ groupId, change: { ok: false as const, errors } })
  if (asked === 'release' || asked === 'hide') return change({ do: asked })
  if (asked === 'take-out') {
    const [submissionId] = readIds(form)
    return submissionId ? change({ do: asked, submissionId }) : refused({ groups: 'not-needs' })
  }
  if (asked !== 'write') return null
  const texts = readGroup(form)
  return texts.ok ? change({ do: asked, texts: texts.value }) : refused(texts.errors)
}
const noGroup = '00000000-0000-0000-0000-000000000000'

/** Messages that were ticked. */
export const readIds = (form: FormData): string[] =>
  form
    .getAll('id')
    .slice(0, 500)
    .flatMap((value) => z.uuid().safeParse(value).data ?? [])
