/** The forms of the budget's desk, as data: which fields each has, and when it is offered. Pure. */

import type { DeskBudget } from './desk-view'
import { decisions, feasibilities, phases, voteKinds } from './rules'

export type DeskField =
  | { name: string; kind: 'line' | 'words' | 'number' | 'date' }
  /** `texts`: where in desk-budget.json the words of the choices stand. */
  | { name: string; kind: 'choice'; options: readonly string[]; texts: string }
  | { name: string; kind: 'group' }

const line = (name: string): DeskField => ({ name, kind: 'line' })
const words = (name: string): DeskField => ({ name, kind: 'words' })
const number = (name: string): DeskField => ({ name, kind: 'number' })
const date = (name: string): DeskField => ({ name, kind: 'date' })

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
  ],
  proposal: [
    number('number'),
    { name: 'groupId', kind: 'group' },
    line('titleSq'),
    line('titleEn'),
    words('aboutSq'),
    words('aboutEn'),
    words('easySq'),
    words('easyEn'),
    number('cost'),
    words('costWhySq'),
    words('costWhyEn'),
    line('office'),
    { name: 'feasibility', kind: 'choice', options: feasibilities, texts: 'feasibility' },
    words('reasonSq'),
    words('reasonEn'),
    line('incompatible'),
  ],
  next: [],
  sign: [],
  codes: [number('count')],
  paper: [line('code'), line('choices')],
  close: [],
  decide: [
    number('number'),
    { name: 'kind', kind: 'choice', options: decisions, texts: 'decision' },
    date('on'),
    line('act'),
    words('reasonSq'),
    words('reasonEn'),
  ],
  deliver: [number('number'), date('on'), words('textSq'), words('textEn'), number('spent'), line('serviceSlug')],
  cancel: [words('reasonSq'), words('reasonEn')],
} as const satisfies Record<string, readonly DeskField[]>
export type DeskDo = keyof typeof deskForms

/** The forms that can be used now, in the order of the work. */
export function formsNow(cycle: DeskBudget | null): DeskDo[] {
  if (cycle === null) return ['plan']
  const { phase, isFrozen, isOver, missing } = cycle
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
    'plan',
    ...when('cancel', !isOver),
  ]
}

export function readDo(text: unknown): DeskDo | null {
  return (Object.keys(deskForms) as DeskDo[]).find((name) => name === text) ?? null
}
