import { z } from 'zod'
import { noticeKinds } from './facts'
import type { Hours, HoursSpan } from './hours'
import { readView } from './map'

/**
 * Reads a query one value at a time: a value that is not offered is left out and named in `ignored`,
 * so that an old link or a typing error never breaks a page. Only the first of several values counts.
 */
export function readQuery<T extends Record<string, z.ZodType>>(
  shape: T,
  query: URLSearchParams,
): { values: { [K in keyof T]?: z.infer<T[K]> }; ignored: string[] } {
  const values: { [K in keyof T]?: z.infer<T[K]> } = {}
  const ignored: string[] = []
  for (const [name, schema] of Object.entries(shape)) {
    const [given = '', ...more] = query.getAll(name)
    if (given === '' && more.length === 0) continue
    const parsed = schema.safeParse(given)
    if (parsed.success) values[name as keyof T] = parsed.data as z.infer<T[keyof T]>
    if (!parsed.success || more.length > 0) ignored.push(name)
  }
  if ([...query.keys()].some((name) => !Object.hasOwn(shape, name))) ignored.push('other')
  return { values, ignored }
}

const code = z.string().regex(/^[a-z0-9_-]{1,60}$/)
const page = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number)

/** A person's own words: what no keyboard types is a space. */
const words = z.string().transform((text) => text.replace(/\p{C}+/gu, ' ').trim())
const ticked = z.literal('1').transform(() => true)

const mapView = z.string().transform((text, context) => {
  const view = readView(text)
  if (view === null) context.addIssue({ code: 'custom', message: 'no view of the map' })
  return view ?? z.NEVER
})

export const servicesQuery = {
  q: words,
  municipality: code,
  near: ticked,
  type: code,
  for: code,
  access: code,
  page,
  view: z.literal('map'),
  at: mapView,
}
export const municipalitiesQuery = { county: code }
export const homeQuery = { municipality: code }

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written 08:00')
const span = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1),
    from: time,
    to: z.union([time, z.literal('24:00')]),
  })
  .refine(({ from, to }) => from !== to, 'a span that ends as it begins is none: a whole day is 00:00 to 24:00')
  .refine(({ days }) => new Set(days).size === days.length, 'a span names each day once')

const period = z
  .strictObject({ validFrom: z.iso.date().optional(), validTo: z.iso.date().optional(), week: z.array(span) })
  .refine(({ validFrom, validTo }) => !validTo || validFrom, 'a period that ends says when it begins')
  .refine(({ validFrom = '', validTo = '9999' }) => validFrom <= validTo, 'a period ends after it begins')
  .refine(({ week }) => !overlapsInDay(week), 'two spans of one day overlap')

/** Opening hours as they are stored: what hours.ts can reckon with. */
export const hoursSchema: z.ZodType<Hours> = z
  .strictObject({ holidays: z.enum(['open', 'closed', 'unknown']), periods: z.array(period).min(1) })
  .refine(({ periods }) => {
    const inOrder = [...periods].sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))
    return inOrder.slice(1).every(({ validFrom = '' }, index) => (inOrder[index]?.validTo ?? '9999') < validFrom)
  }, 'two periods overlap')

function overlapsInDay(week: HoursSpan[]): boolean {
  const untilMidnight = ({ from, to }: HoursSpan) => (to <= from ? '24:00' : to)
  return week.some((a, index) =>
    week
      .slice(index + 1)
      .some(
        (b) => a.days.some((day) => b.days.includes(day)) && a.from < untilMidnight(b) && b.from < untilMidnight(a),
      ),
  )
}

const noticeText = z.string().trim().min(1).max(500)

/** A notice as an office gives it; `about` is "service:<slug>" or "municipality:<slug>". */
export const noticeForm = z
  .strictObject({
    about: z
      .string()
      .regex(/^(service|municipality):[a-z0-9-]{1,200}$/, 'about is service:<slug> or municipality:<slug>')
      .transform((about) => {
        const [kind = '', slug = ''] = about.split(':')
        return { kind: kind as 'service' | 'municipality', slug }
      }),
    kind: z.enum(noticeKinds),
    sq: noticeText,
    en: noticeText,
    from: z.iso.date(),
    until: z.iso.date().optional(),
  })
  .refine(({ from, until }) => !until || from <= until, 'a notice ends after it begins')
export type NoticeForm = z.infer<typeof noticeForm>
