import { z } from 'zod'
import { allHelps, closingReasons, helpAreas, howMany, maxNotes, origins, type MeetingNote } from './rules'

/** What is wrong with a form of the desk, by field; the words stand in desk.json under `error`. */
export type DeskErrors = Record<string, string>

/** The forms beside a message, in the order in which they are offered. */
export const deskForms = ['reply', 'ask', 'assign', 'pass_on', 'close', 'note', 'merge', 'release'] as const
export type DeskForm = (typeof deskForms)[number]
export const readDeskForm = (text: unknown): DeskForm | null => deskForms.find((name) => name === text) ?? null

const longest = 5_000
const uuid = z.uuid()

function words(form: FormData): { words: string } | { errors: DeskErrors } {
  const given = form.get('words')
  const text = (typeof given === 'string' ? given : '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\u200c\u200d]+/gu, ' ')
    .trim()
  if (text === '') return { errors: { words: 'write' } }
  if (text.length > longest) return { errors: { words: 'tooLong' } }
  return { words: text }
}

/** Gaps that a template leaves for the officer: "[the date]". */
export const gapsIn = (text: string): string[] => text.match(/\[[^\]\n]{1,60}\]/g) ?? []

export type DeskAct =
  | { do: 'reply' | 'ask' | 'note'; words: string }
  | { do: 'assign'; to: string }
  | { do: 'pass_on'; to: string; words: string }
  | { do: 'close'; reason: (typeof closingReasons)[number]; words: string }
  | { do: 'merge'; into: string }
  | { do: 'part'; id: string }
  | { do: 'release'; show: boolean }

/** Reads what was posted beside a message. What the person will read may hold no gap of a template. */
export function readDeskAct(form: FormData): { act: DeskAct } | { errors: DeskErrors } {
  const asked = form.get('do')
  const field = (name: string) => String(form.get(name) ?? '').slice(0, 100)
  const isUuid = (text: string) => uuid.safeParse(text).success
  if (asked === 'assign') {
    return isUuid(field('to')) ? { act: { do: asked, to: field('to') } } : { errors: { to: 'person' } }
  }
  if (asked === 'merge') {
    return isUuid(field('into')) ? { act: { do: asked, into: field('into') } } : { errors: { into: 'message' } }
  }
  if (asked === 'part')
    return isUuid(field('id')) ? { act: { do: asked, id: field('id') } } : { errors: { id: 'message' } }
  if (asked === 'release') return { act: { do: asked, show: field('show') === '1' } }
  const said = words(form)
  const errors: DeskErrors = 'errors' in said ? { ...said.errors } : {}
  if ('words' in said && asked !== 'note' && gapsIn(said.words).length > 0) errors['words'] = 'gaps'
  const reason = closingReasons.find((name) => name === field('reason'))
  const to = field('to')
  if (asked === 'close' && !reason) errors['reason'] = 'reason'
  if (asked === 'pass_on' && !/^AL\d{3}$/.test(to)) errors['to'] = 'municipality'
  if ('errors' in said || Object.keys(errors).length > 0) return { errors }
  if (asked === 'close' && reason) return { act: { do: asked, reason, words: said.words } }
  if (asked === 'pass_on') return { act: { do: asked, to, words: said.words } }
  if (asked === 'ask' || asked === 'note') return { act: { do: asked, words: said.words } }
  return { act: { do: 'reply', words: said.words } }
}

export const meetingKinds = origins.filter((origin) => origin !== 'person')

export type MeetingForm = { origin: (typeof meetingKinds)[number]; batch: string; notes: MeetingNote[] }

/** Reads the rows of a meeting. A row without a kind of help and without words was left empty. */
export function readMeeting(
  form: FormData,
  units: readonly number[],
): { meeting: MeetingForm } | { errors: DeskErrors } {
  const errors: DeskErrors = {}
  const origin = meetingKinds.find((name) => name === form.get('origin'))
  if (!origin) errors['origin'] = 'origin'
  const batch = String(form.get('batch') ?? '')
  if (!uuid.safeParse(batch).success) errors['origin'] = 'again'
  const notes: MeetingNote[] = []
  for (let row = 1; row <= maxNotes; row++) {
    const value = (name: string) => String(form.get(`${name}-${row}`) ?? '').trim()
    const help = [...allHelps, ...helpAreas].find((name) => name === value('help'))
    const said = value('words')
    if (!help && said === '') continue
    if (!help) errors[`help-${row}`] = 'help'
    if (said.length > longest) errors[`words-${row}`] = 'tooLong'
    const unit = units.find((number) => String(number) === value('unit')) ?? null
    const people = howMany.find((name) => name === value('howMany')) ?? null
    if (help) notes.push({ help, unit, howMany: people, words: said.replace(/[^\P{C}\n\u200c\u200d]+/gu, ' ') })
  }
  if (notes.length === 0 && Object.keys(errors).length === 0) errors['help-1'] = 'none'
  if (Object.keys(errors).length > 0 || !origin) return { errors }
  return { meeting: { origin, batch, notes } }
}
