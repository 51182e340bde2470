import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NationalPage } from '../../app/features/national/components/national-page'
import { getNational } from '../../app/features/national/overview.server'
import { textsIn } from '../../app/i18n/texts.server'
import type { Database } from '../../app/server/db.server'
import { openTestDatabase } from '../support/test-database'
import { useDatabase } from '../support/voice'

let database: Database
const now = new Date('2026-11-23T10:00:00Z')
const see = (sought: { type: string | null; group: string | null }) => getNational({ sought, language: 'sq', now })

beforeAll(async () => {
  database = await openTestDatabase('real')
  useDatabase(database)
}, 120_000)
afterAll(() => database?.close(), 120_000)

test('all municipalities stand there by name, with their records and nothing invented', async () => {
  const { lines, gaps, without, quarter } = await see({ type: null, group: null })
  expect(lines).toHaveLength(61)
  const names = lines.map(({ name }) => name)
  expect(names).toEqual([...names].sort(new Intl.Collator('sq').compare))
  const { prisma } = database
  const shown = await prisma.service.count({
    where: { municipalityCode: { not: null }, visibility: { not: 'protected' }, mergedIntoId: null, closedOn: null },
  })
  // Kinds under which a refuge may stand are in no number.
  const records = lines.reduce((sum, line) => sum + line.records, 0)
  expect(records).toBeGreaterThan(shown / 2)
  expect(records).toBeLessThanOrEqual(shown)
  expect(without).toBeNull()
  expect(quarter).toBeNull()
  expect(
    lines.every(({ received, mappedOn, checked }) => received === null && mappedOn === null && checked === 0),
  ).toBe(true)
  for (const { without: count } of [...gaps.types, ...gaps.groups]) expect(count).toBeLessThanOrEqual(61)
})

test('what is sought is counted as the list says it, and the unknown is passed over', async () => {
  const { gaps } = await see({ type: null, group: null })
  const [{ code, without: count } = { code: '', without: -1 }] = gaps.types
  const { without, sought } = await see({ type: code, group: 'nonsense' })
  expect(sought).toEqual({ type: code, group: null })
  expect(without).toHaveLength(count)
  expect((await see({ type: 'x'.repeat(10_000), group: null })).without).toBeNull()
})

test('a mapping that is complete for a municipality is said, until it is taken back', async () => {
  const { prisma } = database
  const { id } = await prisma.importRun.create({
    data: { kind: 'mapping', source: 'e shpikur.csv', digest: '0', finishedAt: now, completeFor: ['AL343'] },
  })
  const korce = async () => (await see({ type: null, group: null })).lines.find(({ slug }) => slug === 'korce')
  expect((await korce())?.mappedOn).toBe('2026-11-23')
  await prisma.importRun.update({ where: { id }, data: { undoneAt: now } })
  expect((await korce())?.mappedOn).toBeNull()
})

test.each(['sq', 'en'] as const)('the page is written, %s', async (language) => {
  const view = await getNational({ sought: { type: null, group: 'children' }, language, now })
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={textsIn(language)}>
      <NationalPage {...view} />
    </I18nextProvider>,
  )
  expect(html).toContain('/municipalities/korce')
  expect(html).toContain('/data/answers.csv')
})
