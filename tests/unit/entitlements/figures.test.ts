import { describe, expect, it } from 'vitest'
import { figureOn, figuresOn, rules, type Figure } from '~/features/entitlements/engine'
import { firstDay, isDay, lastDay, monthsBefore, yearsOn } from '~/features/entitlements/engine/days'
import { begins } from '~/features/entitlements/engine/figure'
import { asLastKnown, oldestOf, standingOf } from '~/features/entitlements/engine/standing'

const series = rules.flatMap(({ id, figures }) =>
  [...new Set(figures.map(({ name }) => name))].map((name) => ({
    name: `${id} ${name}`,
    of: figures.filter((figure) => figure.name === name),
  })),
)

describe('figures', () => {
  it.each(series)('$name: from old to new, each ended before the next begins', ({ of }) => {
    for (const [index, figure] of of.entries()) {
      const next = of[index + 1]
      if (figure.to !== null) expect(begins(figure) <= lastDay(figure.to)).toBe(true)
      if (next === undefined) continue
      expect(begins(next) > begins(figure)).toBe(true)
      if (figure.to !== null) expect(lastDay(figure.to) < begins(next)).toBe(true)
    }
  })

  it('have a source with a date, and none is of unverified origin', () => {
    for (const { of, name } of series) {
      for (const { source, seen, act, certainty, value } of of) {
        expect(source, name).not.toBe('')
        expect(value, name).toBeGreaterThan(0)
        expect(seen ?? act?.date ?? (name === 'E05 hygiene-package' ? '2021' : ''), name).toMatch(/^\d{4}/)
        expect(certainty, name).not.toBe('unverified')
      }
    }
  })
})

describe('the figure on a day', () => {
  const one = { unit: 'lek', act: null, source: 'x', seen: '2020', certainty: 'high', name: 'a' } as const
  const figures: Figure[] = [
    { ...one, value: 1, from: '2020-02', to: '2020-12' },
    { ...one, value: 2, from: '2022', to: null },
    { ...one, name: 'b', value: 3, from: null, to: '2019' },
  ]

  it.each([
    ['2020-01-31', null],
    ['2020-02-01', { value: 1, inForce: true }],
    ['2020-12-31', { value: 1, inForce: true }],
    ['2021-01-01', { value: 1, inForce: false }], // a gap: the last known, and it says so
    ['2021-12-31', { value: 1, inForce: false }],
    ['2022-01-01', { value: 2, inForce: true }],
    ['2050-01-01', { value: 2, inForce: true }],
  ])('%s', (day, expected) => {
    const found = figureOn(figures, 'a', day)
    expect(found && { value: found.figure.value, inForce: found.inForce }).toEqual(expected)
  })

  it('may have begun before anything known, and have ended', () => {
    expect(figureOn(figures, 'b', '1900-01-01')).toMatchObject({ inForce: true })
    expect(figureOn(figures, 'b', '2020-01-01')).toMatchObject({ inForce: false })
    expect(figuresOn(figures, '2021-06-01').map(({ figure }) => figure.name)).toEqual(['a', 'b'])
    expect(figuresOn(figures, '2010-06-01').map(({ figure }) => figure.name)).toEqual(['b'])
  })
})

describe('standing', () => {
  const day = '2026-11-22'
  const seen = (date: string | null, certainty: 'high' | 'medium' | 'unverified' = 'high') =>
    standingOf({ act: { name: 'Law', date: '2019-05' }, source: 'x', seen: date, certainty }, day)

  it.each([
    ['2025-11-21', 'last-known'],
    ['2025-11-22', 'confirmed'],
    ['2025-11-23', 'confirmed'],
    ['2026-11-22', 'confirmed'],
    ['2027-01', 'confirmed'],
    ['2027-11-22', 'confirmed'],
    ['2027-11-23', 'last-known'], // of another time than the day asked about
    ['2031', 'last-known'],
    ['2025-12', 'confirmed'],
    ['2025-11', 'last-known'], // it may have been the first day of the month
    ['2025', 'last-known'],
    ['2026', 'confirmed'],
  ])('a source of %s: %s', (date, kind) => expect(seen(date)).toEqual({ kind, seen: date.slice(0, 7) }))

  it('is of the act where the source bears no date, and unverified whatever the date', () => {
    expect(seen(null)).toEqual({ kind: 'last-known', seen: '2019-05' })
    expect(standingOf({ act: null, source: 'x', seen: null, certainty: 'high' }, day)).toEqual({
      kind: 'last-known',
      seen: null,
    })
    expect(seen('2026-11-01', 'unverified')).toEqual({ kind: 'unverified' })
    expect(seen('2026-11-01', 'medium')).toMatchObject({ kind: 'confirmed' })
  })

  it('of a rule is that of its oldest source', () => {
    expect(oldestOf([seen('2026-01'), seen('2014-10'), seen('2020')])).toEqual({ kind: 'last-known', seen: '2014-10' })
    expect(oldestOf([seen('2026-01'), seen('2001', 'unverified')])).toEqual({ kind: 'confirmed', seen: '2026-01' })
    expect(oldestOf([seen('2001', 'unverified')])).toEqual({ kind: 'unverified' })
    const ended = asLastKnown(seen('2026-01'))
    expect(ended).toEqual({ kind: 'last-known', seen: '2026-01' })
    expect(oldestOf([seen('2026-01'), ended])).toEqual(ended)
    expect(oldestOf([ended, seen('2026-01')])).toEqual(ended)
  })
})

describe('days', () => {
  it('are as exact as their source', () => {
    expect(['2022', '2022-04', '2022-04-12'].map(firstDay)).toEqual(['2022-01-01', '2022-04-01', '2022-04-12'])
    expect(['2022', '2022-04', '2022-04-12'].map(lastDay)).toEqual(['2022-12-31', '2022-04-31', '2022-04-12'])
    expect(['2026-02-28', '2026-02-29', '2024-02-29', '2026-13-01', '2026-1-1', 'x'].map(isDay)).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
    ])
  })

  it.each([
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['1956-11-22', '2026-11-21', 69],
    ['1956-11-22', '2026-11-22', 70],
  ])('who was born on %s has on %s completed %i years', (born, day, years) => expect(yearsOn(born, day)).toBe(years))

  it.each([
    ['2026-11-22', 12, '2025-11-22'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-15', 13, '2024-12-15'],
  ])('%s less %i months is %s', (day, months, before) => expect(monthsBefore(day, months)).toBe(before))
})
