import type { HtmlElement } from 'html-validate'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { CheckResult } from '~/features/entitlements/components/check-result'
import { CheckSheet } from '~/features/entitlements/components/check-sheet'
import { EntitlementPage } from '~/features/entitlements/components/entitlement-page'
import { EntitlementsPage } from '~/features/entitlements/components/entitlements-page'
import { emptyCheck, parseHousehold, rules, type EntitlementId } from '~/features/entitlements/engine'
import { viewResult } from '~/features/entitlements/result-view.server'
import { viewRule } from '~/features/entitlements/rule-view.server'
import { slugOf } from '~/features/entitlements/schema'
import { isEasy, languageOf, registers, type Register } from '~/i18n/registers'
import { textsIn, translator } from '~/i18n/texts.server'
import { checkEasyRead } from '~/lib/easy-read'
import { paths } from '~/paths'
import { readMarkup, textOf } from '../../support/crawl'

const today = '2026-11-22'

/** Two adults, of whom the second is old and blind, and a newborn; they have a protection order. */
const family = {
  everyone: true,
  harm: 'order',
  birth: '2026-10-01',
  parentsInAlbania: true,
  electricity: 'paid',
  people: [
    { age: 30, situation: 'home', pension: 'none', blindness: 'no', orphan: 'no' },
    { age: 75, pension: 'none', yearsHere: 75, ownIncome: 1_000, blindness: 'decided', orphan: 'no' },
  ],
}

function resultOf(value: unknown) {
  const parsed = parseHousehold(value, today)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return viewResult({ ...emptyCheck, household: parsed.household }, today)
}

function render(register: Register, page: ReactElement): HtmlElement {
  const html = renderToStaticMarkup(<I18nextProvider i18n={textsIn(register)}>{page}</I18nextProvider>)
  return readMarkup(
    `<!doctype html><html lang="${register}"><head><title>–</title></head><body><main>${html}</main></body></html>`,
  )
}

const props = (value: unknown) => ({ result: resultOf(value), place: null, numbers: null, office: <b>zyra</b> })
const resultPage = (register: Register, value: unknown = family) => render(register, <CheckResult {...props(value)} />)
const sheetPage = (register: Register, value: unknown = family) => render(register, <CheckSheet {...props(value)} />)

function sectionOf(page: HtmlElement, id: EntitlementId): HtmlElement {
  const found = page.querySelectorAll('section').find((part) => part.id === slugOf(id))
  if (!found) throw new Error(`No section of ${id}`)
  return found
}

const linksIn = (part: HtmlElement) => part.querySelectorAll('a').map((link) => link.getAttributeValue('href'))

describe.each(registers)('the result in %s', (register) => {
  const t = translator(register)
  const page = resultPage(register)
  const second = t('entitlements:person.other', { number: 2 })
  const linesOf = (key: string) => t(key, { returnObjects: true }) as unknown as string[]

  test('says of each right for whom it is, how much it was and when, and the way on when it is refused', () => {
    const pension = textOf(sectionOf(page, 'E07'))
    expect(pension).toContain(t('check:result.for', { names: second }))
    expect(pension).toContain(t('entitlements:figure.E07.social-pension'))
    expect(pension).toMatch(
      languageOf(register) === 'sq'
        ? /9.?953 lekë.*tetor 2025|tetor 2025.*9.?953 lekë/
        : /9.?953 lekë.*October 2025|October 2025.*9.?953 lekë/,
    )
    expect(linksIn(sectionOf(page, 'E07'))).toEqual(
      expect.arrayContaining([
        paths.servicesWith(register, { for: 'elderly' }),
        paths.tellAbout(register, 'entitlement:e07'),
        paths.entitlement(register, 'e07'),
      ]),
    )
    expect(textOf(sectionOf(page, 'E01'))).toContain(t('entitlements:office.social-administrator'))
  })

  test('begins with what to do first, where, and how certain it is', () => {
    const first = page.querySelectorAll('section')[0]
    const text = first ? textOf(first) : ''
    expect(text).toContain(t('check:result.first'))
    expect(text).toContain('zyra')
    expect(text).toContain(
      t('entitlements:standing.last-known', { date: languageOf(register) === 'sq' ? 'mars 2019' : 'March 2019' }),
    )
  })

  test('shows the standing and the reason of what is unlikely, and the standing of what is explained', () => {
    const [unlikely, explained] = ['unlikely', 'explained'].map((name) =>
      page.querySelectorAll('details').find((part) => {
        const summary = part.querySelectorAll('summary')[0]
        const count = resultOf(family)[name as 'unlikely' | 'explained'].length
        return summary && textOf(summary) === t(`check:result.${name}`, { count })
      }),
    )
    expect(unlikely && textOf(unlikely)).toContain(t('entitlements:condition.e19-without-parents'))
    expect(unlikely && textOf(unlikely)).toContain(t('entitlements:state.not-met'))
    expect(unlikely && textOf(unlikely)).toContain(
      t('entitlements:standing.last-known', { date: languageOf(register) === 'sq' ? 'tetor 2014' : 'October 2014' }),
    )
    expect(explained && textOf(explained)).toContain(t('entitlements:standing.confirmed'))
  })

  test('says of each person what stands against it', () => {
    const people = [{ age: 30 }, { age: 75, pension: 'old-age' }]
    const text = textOf(resultPage(register, { everyone: true, people }))
    const state = t('entitlements:state.not-met')
    expect(text).toMatch(new RegExp(`${t('entitlements:condition.e07-no-pension')}: ${state}\\W*${second}`))
  })

  test('says what would settle it, for whom, and what it would come to', () => {
    const text = textOf(
      sectionOf(
        resultPage(register, { everyone: true, people: [{ blindness: 'no' }, { blindness: 'applied' }] }),
        'E04',
      ),
    )
    expect(text).toContain(t('check:result.settleTo', { outcome: t('entitlements:outcome.likely') }))
    expect(text).toContain(t('check:result.proof', { name: t('entitlements:paper.blindness-decision') }))
  })

  test('says when to ask, to whom to appeal, and what may have changed, where a source says so', () => {
    const [sheet, pages] = [
      sheetPage(register),
      rules.map((rule) => [rule.id, render(register, <EntitlementPage view={viewRule(rule, today)} />)] as const),
    ]
    const own = (id: EntitlementId) => pages.find(([one]) => one === id)?.[1]
    const line = (kind: string, id: string) => linesOf(`entitlements:${kind}.${id}`)
    for (const [kind, id] of [
      ['when', 'E01'],
      ['appeal', 'E01'],
      ['when', 'E02'],
      ['appeal', 'E02'],
      ['when', 'E10'],
      ['note', 'E06'],
    ] as const) {
      for (const words of line(kind, id)) {
        expect(textOf(sectionOf(page, id)), `${kind} ${id}`).toContain(words)
        expect(textOf(sheet), `${kind} ${id}`).toContain(words)
        expect(textOf(own(id) ?? page), `${kind} ${id}`).toContain(words)
      }
    }
    expect(textOf(own('E16') ?? page)).toContain(line('appeal', 'E16')[0])
    expect(textOf(render(register, <EntitlementsPage />))).toContain(line('note', 'E06')[0])
  })

  test('appeals at once, and is never too late', () => {
    for (const text of [textOf(page), textOf(sheetPage(register))]) {
      expect(text).toContain(t('rights:appeal.first'))
      expect(text).toMatch(
        languageOf(register) === 'sq' ? /[Ss]hpesh .*22 dhjetor 2026/ : /[Oo]ften .*22 December 2026/,
      )
      expect(text).toContain(linesOf('rights:appeal.sure')[0])
      expect(text).not.toMatch(/too late|still have|vonë|keni ende/)
    }
  })

  test('puts the office on the sheet, and nothing that tells of violence', () => {
    const text = textOf(sheetPage(register))
    expect(text).toContain('zyra')
    expect(text).not.toContain(t('entitlements:paper.protection-order'))
    expect(text).not.toContain(t('entitlements:paper.orphan-status'))
    expect(textOf(sectionOf(page, 'E01'))).toContain(t('entitlements:paper.protection-order'))
  })

  test('dates each condition of an entitlement', () => {
    const pension = rules.find(({ id }) => id === 'E07')
    const own = pension && render(register, <EntitlementPage view={viewRule(pension, today)} />)
    const who = own?.querySelectorAll('section').find(({ id }) => id === 'who')
    const dates = who?.querySelectorAll('li').map(textOf) ?? []
    expect(dates).toHaveLength(4)
    for (const line of dates) expect(line).toContain(t('rights:seen', { date: '2019' }))
    expect(own && textOf(own)).toContain(t('rights:mayHaveChanged'))
  })
})

describe.each(registers.filter(isEasy))('the easy result and sheet in %s', (register) => {
  test.each([
    ['result', resultPage],
    ['sheet', sheetPage],
  ] as const)('keep the rules of easy-read: %s', (_, pageIn) => {
    const page = pageIn(register)
    const blocks = page.querySelectorAll('.block')
    expect(blocks.length).toBeGreaterThan(10)
    for (const block of blocks) {
      expect(block.querySelectorAll('img.picture')).toHaveLength(1)
      const lines = block.querySelectorAll('p').filter((line) => line.querySelectorAll('a').length === 0)
      expect(lines.length, textOf(block)).toBeLessThanOrEqual(3)
    }
    const lines = page.querySelectorAll('main p, main h2, main h3, main summary, main a, main strong').map(textOf)
    const findings = lines.flatMap((line) => checkEasyRead([line], languageOf(register)))
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  })
})
