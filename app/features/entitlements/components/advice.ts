import type { TFunction } from 'i18next'
import type { EntitlementId } from '../engine'

/** Of which entitlements a source says more than the rule; their words are `entitlements:<kind>.<id>`, in lines. */
const known: Record<'note' | 'when' | 'appeal', readonly EntitlementId[]> = {
  note: ['E06'],
  when: ['E01', 'E02', 'E10'],
  appeal: ['E01', 'E02', 'E16'],
}

const lines = { returnObjects: true } as const

/** That it may have become another. */
export function noteOf(t: TFunction, id: EntitlementId): string[] {
  return known.note.includes(id) ? (t(`entitlements:note.${id}`, lines) as string[]) : []
}

/** On which days, or how often, one asks for it. */
export function whenOf(t: TFunction, id: EntitlementId): string[] {
  return known.when.includes(id) ? (t(`entitlements:when.${id}`, lines) as string[]) : []
}

/** To whom one appeals, beside what counts for every refusal. */
export function appealOf(t: TFunction, id: EntitlementId): string[] {
  return known.appeal.includes(id) ? (t(`entitlements:appeal.${id}`, lines) as string[]) : []
}
