import { z } from 'zod'
import { readDate } from '../mapping/columns'
import type { Faults, Fields } from './fields'

const longest = 4000

/** The fields of a form as they were typed, none of them longer than any answer could be. */
export function readFields(form: Iterable<[string, FormDataEntryValue]>): Fields {
  const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return Object.fromEntries(texts.slice(0, 200).map(([name, text]) => [name.slice(0, 60), text.slice(0, longest)]))
}

/** A number that a form carries: of a correction, or of the newest one when the form was opened. */
export function readNumberOf(form: FormData, name: 'layer' | 'version'): number | null {
  const read = z.coerce.number().int().min(0).max(2_147_483_647).safeParse(form.get(name))
  return read.success ? read.data : null
}

export const acts = ['confirm', 'correct', 'undo', 'close', 'open', 'pause', 'end-notice'] as const
export const readAct = (form: FormData) => z.enum(acts).safeParse(form.get('do')).data ?? null

/** What an address says was done. */
export const dones = ['added', 'corrected', 'undone', 'closed', 'opened', 'paused', 'notice-ended'] as const

/** Days as "2026-03-04"; `until` is the last day, null while nobody knows. */
export type PauseForm = { sq: string; en: string; from: string; until: string | null }

const day = z.string().transform((text, context) => {
  const date = readDate(text.trim())
  if (date?.length === 10) return date
  context.addIssue({ code: 'custom', message: 'notDate' })
  return z.NEVER
})
const text = z
  .string()
  .transform((words) => words.replaceAll(/\p{C}+/gu, ' ').trim())
  .pipe(z.string().max(500, 'tooLong'))

const pauseForm = z
  .object({
    'pause-sq': text.pipe(z.string().min(1, 'missing')),
    'pause-en': text,
    'pause-from': day,
    'pause-until': z.union([z.literal('').transform(() => null), day]),
  })
  .refine((form) => !form['pause-until'] || form['pause-from'] <= form['pause-until'], {
    path: ['pause-until'],
    message: 'dates',
  })

/** What somebody wrote about a time in which a service is closed. */
export function readPause(fields: Fields): { pause: PauseForm } | { faults: Faults } {
  const given = { 'pause-sq': '', 'pause-en': '', 'pause-from': '', 'pause-until': '', ...fields }
  const read = pauseForm.safeParse(given)
  if (!read.success) {
    // The first fault of each field; a union says only "invalid".
    const found = read.error.issues
      .toReversed()
      .map(({ path: [name], message, code }) => [String(name), code === 'invalid_union' ? 'notDate' : message])
    return { faults: Object.fromEntries(found) as Faults }
  }
  const { data } = read
  return { pause: { sq: data['pause-sq'], en: data['pause-en'], from: data['pause-from'], until: data['pause-until'] } }
}
