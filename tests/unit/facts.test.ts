import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  accessFeatures,
  featuresAnswered,
  noticeKinds,
  noticesOn,
  type Notice,
} from '../../app/features/directory/facts'

describe('access', () => {
  const access = { lift: false, ramp: true, text_contact: true, step_free_entrance: true } as const

  test('answers stand in their fixed order', () => {
    expect(featuresAnswered(access, true)).toEqual(['step_free_entrance', 'ramp', 'text_contact'])
    expect(featuresAnswered(access, false)).toEqual(['lift'])
    expect(featuresAnswered({}, true)).toEqual([])
  })

  test('unknown is never “no”', () => {
    expect(featuresAnswered({}, false)).toEqual([])
    expect(featuresAnswered({ ramp: undefined }, false)).toEqual([])
  })
})

describe('notices', () => {
  const notice = (kind: Notice['kind'], from: string, until: string | null): Notice => ({
    kind,
    from,
    until,
    text: from,
  })

  test.each([
    ['2026-01-09', 0],
    ['2026-01-10', 1],
    ['2026-01-20', 1],
    ['2026-01-21', 0],
  ])('on %s hold %i: from the first day to the last', (date, count) => {
    expect(noticesOn([notice('closure', '2026-01-10', '2026-01-20')], date)).toHaveLength(count)
  })

  test('one without an end holds until it is taken away', () => {
    expect(noticesOn([notice('change', '2026-01-10', null)], '2036-01-10')).toHaveLength(1)
    expect(noticesOn([notice('change', '2026-01-10', null)], '2026-01-09')).toEqual([])
  })

  test('the most urgent comes first, then the newest', () => {
    const given = [
      notice('change', '2026-01-03', null),
      notice('closure', '2026-01-01', null),
      notice('emergency', '2026-01-01', null),
      notice('closure', '2026-01-02', null),
    ]
    expect(noticesOn(given, '2026-02-01').map(({ kind, from }) => [kind, from.slice(-2)])).toEqual([
      ['emergency', '01'],
      ['closure', '02'],
      ['closure', '01'],
      ['change', '03'],
    ])
  })
})

/** The lists stand in the database too; locales.test.ts holds the texts against them. */
describe('the lists', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const enumOf = (name: string) => new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(schema)?.[1]?.trim().split(/\s+/)

  test('are those of the database', () => {
    expect(enumOf('AccessFeature')).toEqual([...accessFeatures])
    expect(enumOf('NoticeKind')).toEqual([...noticeKinds])
  })
})
