/** The forms of the budget's desk, as data: which fields each has, and when it is offered. Pure. */

import type { DeskBudget, ListName } from './desk-view'
import { decisions, feasibilities, phases, voteKinds } from './rules'

export type DeskField =
  | { name: string; kind: 'line' | 'words' | 'number' | 'date' | 'time' }
  /** `texts`: where in desk-budget.json the words of the choices stand; `none`: the words of choosing none. */
  | { name: string; kind: 'choice'; options: readonly string[]; texts: string; none?: string }
  | { name: string; kind: 'list'; from: ListName; none?: string }
  /** A number for each administrative unit. */
  | { name: string; kind: 'weights' }
  /** What the form is about, once it is chosen. */
  | { name: string; kind: 'hidden' }

const line = (name: string): DeskField => ({ name, kind: 'line' })
const words = (name: string): DeskField => ({ name, kind: 'words' })
const number = (name: string): DeskField => ({ name, kind: 'number' })
const date = (name: string): DeskField => ({ name, kind: 'date' })

/** For whom a proposal is, as in the messages of people. */
export const forWhomOptions = ['child', 'child_disability', 'adult', 'adult_disability', 'elderly', 'family'] as const

export const deskForms = {
  plan: [
    number('year'),
    number('budget'),
    { name: 'voteKind', kind: 'choice', options: voteKinds, texts: 'voteKind' },
    number('ageFrom'),
    number('minSupport'),
    line('seed'),
    line('promiseAct'),
    date('promisedOn'),
    words('residenceSq'),
    words('residenceEn'),
    ...phases.map((phase) => date(`date-${phase}`)),
    { name: 'weights', kind: 'weights' },
    words('weightsWhySq'),
    words('weightsWhyEn'),
  ],
  proposal: [
    { name: 'number', kind: 'hidden' },
    { name: 'groupId', kind: 'list', from: 'groups', none: 'noGroup' },
    line('titleSq'),
    line('titleEn'),
    words('aboutSq'),
    words('aboutEn'),
    words('easySq'),
    words('easyEn'),
    { name: 'unitNumber', kind: 'list', from: 'units', none: 'everywhere' },
    { name: 'forWhom', kind: 'choice', options: forWhomOptions, texts: 'forWhom', none: 'everybody' },
    number('cost'),
    words('costWhySq'),
    words('costWhyEn'),
    line('office'),
    { name: 'feasibility', kind: 'choice', options: feasibilities, texts: 'feasibility' },
    words('reasonSq'),
    words('reasonEn'),
    line('incompatible'),
  ],
  hearing: [
    { name: 'hearingId', kind: 'hidden' },
    date('on'),
    { name: 'time', kind: 'time' },
    words('placeSq'),
    words('placeEn'),
    words('accessSq'),
    words('accessEn'),
    words('notesSq'),
    words('notesEn'),
  ],
  next: [],
  sign: [],
  codes: [number('count')],
  paper: [line('code'), line('choices')],
  close: [],
  decide: [
    { name: 'number', kind: 'list', from: 'proposals' },
    { name: 'kind', kind: 'choice', options: decisions, texts: 'decision' },
    date('on'),
    line('act'),
    words('reasonSq'),
    words('reasonEn'),
  ],
  deliver: [
    { name: 'number', kind: 'list', from: 'proposals' },
    date('on'),
    words('textSq'),
    words('textEn'),
    number('spent'),
    { name: 'serviceSlug', kind: 'list', from: 'services', none: 'noService' },
  ],
  cancel: [words('reasonSq'), words('reasonEn')],
} as const satisfies Record<string, readonly DeskField[]>
export type DeskDo = keyof typeof deskForms

/** The forms that can be used now, in the order of the work. */
export function formsNow(cycle: DeskBudget | null): DeskDo[] {
  if (cycle === null) return ['plan']
  const { phase, isFrozen, isOver, isCancelled, missing } = cycle
  const when = (form: DeskDo, is: boolean): DeskDo[] => (is ? [form] : [])
  return [
    ...when('next', missing.length === 0),
    ...when('proposal', !isFrozen && !isOver && phase !== 'collect'),
    ...when('sign', cycle.draftHash !== null && cycle.maySign && phase === 'feasibility' && !isOver),
    ...when('codes', isFrozen && !isOver),
    ...when('paper', phase === 'vote' && !isOver),
    ...when('close', phase === 'vote' && !isOver),
    ...when('decide', phase === 'council'),
    ...when('deliver', phase === 'delivery'),
    ...when('hearing', !isCancelled),
    ...when('plan', !isOver),
    ...when('cancel', !isOver),
  ]
}

export function readDo(text: unknown): DeskDo | null {
  return (Object.keys(deskForms) as DeskDo[]).find((name) => name === text) ?? null
}
