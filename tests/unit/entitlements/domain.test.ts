import { parse } from 'csv-parse/sync'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actText } from '../../../app/features/entitlements/components/act-text'
import { conditionsIn, rules, type Certainty, type Citation } from '~/features/entitlements/engine'
import { translator } from '../../../app/i18n/texts.server'

/** The collected facts are not part of the project; where they are at hand, no figure may be shown as surer than they are. */
const file = '../shared/domain/amounts.csv'
const present = existsSync(file)

const marks: Record<string, Certainty> = { H: 'high', M: 'medium', L: 'unverified' }
const order: Certainty[] = ['unverified', 'medium', 'high']

/** Figures that stand in the words of the law or beside an amount, not in a line of their own. */
const elsewhere = /^(E08 public-pay|E11 limit-.*|E12 free-for-all-to-grade|E22 .*-limit)$/

describe.runIf(present)('certainty', () => {
  const rows = present ? (parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[]) : []
  const figures = rules.flatMap(({ id, figures }) => figures.map((figure) => ({ id, figure })))
  const listed = figures.filter(({ id, figure }) => !elsewhere.test(`${id} ${figure.name}`))

  it('is compared for most figures', () => expect(listed.length).toBeGreaterThan(60))

  it.each(listed.map(({ id, figure }) => [id, figure.name, figure.value, figure] as const))(
    'of %s %s %s is no higher than that of its source',
    (id, _, value, { certainty }) => {
      const own = rows.filter((row) => row['entitlement_id'] === id && Number(row['value']) === value)
      const highest = Math.max(...own.map((row) => order.indexOf(marks[row['certainty']?.[0] ?? ''] ?? 'unverified')))
      expect(own).not.toEqual([])
      expect(order.indexOf(certainty)).toBeLessThanOrEqual(highest)
    },
  )
})

/** The marks a line of the collected facts bears: H, M, L, or K for own knowledge. Seen in a public source alone is H. */
function marksIn(line: string): string[] {
  const marks = [...line.matchAll(/[\].:*]\s*\(?([HML])\b/g)].map(([, mark]) => mark!)
  if (line.includes('[K]')) marks.push('K')
  return marks.length === 0 && line.includes('[S:') ? ['H'] : marks
}

const texts = ['entitlements', 'corrections', 'service_taxonomy'].map((name) => `../shared/domain/${name}.md`)

describe.runIf(texts.every((name) => existsSync(name)))('certainty of conditions', () => {
  const [collected = '', newer = '', types = ''] = texts.map((name) =>
    existsSync(name) ? readFileSync(name, 'utf8') : '',
  )
  const [frame = '', ...sections] = collected.split(/^## /m)
  const linesFor = (id: string) =>
    [frame, sections.find((text) => text.startsWith(id)) ?? '', newer, types].flatMap((text) => text.split('\n'))
  /** "starplus-tv 2019-03" is named in other lines by the site alone. */
  const siteOf = (source: string) =>
    source
      .trim()
      .split(/[\s/]/)[0]!
      .replace(/\.(com|al|org|net).*$/, '')
  const cited = rules.flatMap((rule) =>
    rule.kind === 'evaluated'
      ? conditionsIn(rule.when).map((condition) => [condition.id, rule.id, condition as Citation] as const)
      : [[rule.id, rule.id, rule as Citation] as const],
  )

  it.each(cited)('%s rests on a line that is as certain', (_, id, { source, certainty }) => {
    const lines = linesFor(id)
    if (source === null) {
      expect(certainty).toBe('unverified')
      return
    }
    const naming = source.split(';').flatMap((one) => lines.filter((line) => line.includes(siteOf(one))))
    expect(naming).not.toEqual([])
    const found = new Set(naming.flatMap(marksIn))
    const enough: Record<Certainty, string[]> = { high: ['H'], medium: ['H', 'M'], unverified: ['H', 'M', 'L', 'K'] }
    expect(
      enough[certainty].some((mark) => found.has(mark)),
      [...found].join(),
    ).toBe(true)
  })
})

it('the name of every act is in the reader’s language', () => {
  const citations: Citation[] = rules.flatMap((rule): Citation[] => [
    ...(rule.kind === 'evaluated' ? conditionsIn(rule.when) : [rule]),
    ...rule.figures,
  ])
  const names = [...new Set(citations.flatMap(({ act }) => act?.name ?? []))]
  expect(names.length).toBeGreaterThan(30)
  for (const name of names) {
    expect(actText(translator('sq'), name, 'sq')).not.toMatch(
      /(?<!\p{L})(law|dcm|council|decisions?|instructions?|and|of|as|changed|[a-z]+ember|january|august)(?!\p{L})/iu,
    )
  }
})
