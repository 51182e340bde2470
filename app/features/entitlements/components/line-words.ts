import type { TFunction } from 'i18next'
import { formatAmount, formatSeen } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import { firstDay, words, type EntitlementId, type Standing } from '../engine'
import type { FigureView } from '../schema'

/** "October 2025", "2019" or "4 December 2024": never finer than the source. */
export function dateText(date: string, language: Language): string {
  const precision = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
  return formatSeen({ on: firstDay(date), precision }, language)
}

/** How far a statement can be relied on, with the month or year of its source. */
export function standingLine(t: TFunction, standing: Standing, language: Language): string {
  if (standing.kind === 'unverified') return words.standing(t, 'unverified', '')
  if (standing.seen === null) return t('entitlements:standing.undated')
  return words.standing(t, standing.kind, dateText(standing.seen, language))
}

/** "Head of the family, monthly: was 1,800 lekë in March 2021"; an amount never stands without its date. */
export function figureLine(t: TFunction, id: EntitlementId, figure: FigureView, language: Language): string {
  const { name, value, unit, from, seen, about } = figure
  const amount = t(`entitlements:unit.${unit}`, { amount: formatAmount(value, language) })
  const date = from ?? seen
  return t('entitlements:was', {
    name: words.figure(t, id, name),
    amount: about ? t('entitlements:about', { amount }) : amount,
    date: date ? dateText(date.slice(0, 7), language) : t('entitlements:noDate'),
  })
}
