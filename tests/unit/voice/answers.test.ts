import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerKinds, lastPublicQuarter, monthsOf, publicLines, type Counted } from '~/features/voice/answers'
import { formatMonths } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import { fewest } from '~/lib/small-numbers'

describe('a quarter', () => {
  test.each([
    ['2026-01-31', '2025-07-01'],
    ['2026-02-01', '2025-10-01'],
    ['2026-04-30', '2025-10-01'],
    ['2026-05-01', '2026-01-01'],
    ['2026-07-31', '2026-01-01'],
    ['2026-08-01', '2026-04-01'],
    ['2026-10-31', '2026-04-01'],
    ['2026-11-01', '2026-07-01'],
    ['2026-12-31', '2026-07-01'],
  ])('on %s the last public one began on %s', (today, first) => expect(lastPublicQuarter(today)).toBe(first))

  test('is named by its months', () => {
    expect(monthsOf('2026-Q1')).toEqual({ from: '2026-01-01', to: '2026-03-01' })
    expect(monthsOf('2025-Q4')).toEqual({ from: '2025-10-01', to: '2025-12-01' })
    const named = (language: Language) => formatMonths(monthsOf('2026-Q3'), language).replace(/\s/g, ' ')
    expect([named('sq'), named('en')]).toEqual(['korrik – shtator 2026', 'July – September 2026'])
  })
})

describe('public lines', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  const counted = fc
    .tuple(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 10, max: 90 })), part, part, part)
    .map(([received, answers, times, disputes]): Counted => {
      const answered = Math.round(received * answers)
      const inTarget = Math.round(answered * times)
      return {
        received,
        answered,
        inTarget,
        disputed: Math.round(answered * disputes),
        medianDays: answered ? 4 : null,
      }
    })
  const places = fc.array(counted, { minLength: answerKinds.length, maxLength: answerKinds.length }).map((kinds) => {
    const sum = (of: 'received' | 'answered' | 'inTarget' | 'disputed') =>
      kinds.reduce((all, kind) => all + kind[of], 0)
    const [received, answered, inTarget, disputed] = [
      sum('received'),
      sum('answered'),
      sum('inTarget'),
      sum('disputed'),
    ]
    const all: Counted = { received, answered, inTarget, disputed, medianDays: answered ? 4 : null }
    return { all, ...Object.fromEntries(answerKinds.map((kind, index) => [kind, kinds[index]])) }
  })

  test('show no small count, nor the difference of two that stand side by side', () => {
    fc.assert(
      fc.property(places, (place) => {
        for (const { received, answeredInTarget, disputed } of publicLines(place)) {
          for (const share of [answeredInTarget, disputed]) {
            if (received === null) expect(share).toBeNull()
            if (share === null || received === null) continue
            for (const count of [received, share, received - share]) expect(count === 0 || count >= fewest).toBe(true)
          }
        }
      }),
    )
  })

  test('show a median for ten answers or more, and only beside the answers in target', () => {
    fc.assert(
      fc.property(places, (place) => {
        for (const { kind, medianDays, answeredInTarget } of publicLines(place)) {
          const { answered } = (place as Record<string, Counted>)[kind] as Counted
          expect(medianDays).toBe(answered >= fewest && answeredInTarget !== null ? 4 : null)
        }
      }),
    )
  })

  test('show a place with enough messages as it is', () => {
    const one = { received: 40, answered: 30, inTarget: 20, disputed: 10, medianDays: 6 }
    const [all, need, problem] = publicLines({ all: one, need: one })
    const shown = { received: 40, answeredInTarget: 20, medianDays: 6, disputed: 10 }
    expect(all).toEqual({ kind: 'all', ...shown })
    expect(need).toEqual({ kind: 'need', ...shown })
    expect(problem).toEqual({ kind: 'problem', received: 0, answeredInTarget: 0, medianDays: null, disputed: 0 })
  })
})
