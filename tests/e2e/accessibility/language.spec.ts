import type { Page } from '@playwright/test'
import { languageOf, registers } from '../../../app/i18n/registers'
import { expect, findings, open, sample, test } from '../../support/a11y'

/**
 * Small words that only one of the two languages has. Three of them make a sentence: two stand in names as well
 * (“Refugee and Migrant Services in Albania”), and a proper name needs no mark (WCAG 3.1.2).
 */
const words = {
  sq: 'dhe është janë për në të një nga që me së ose por nëse kur mund duhet këtë ky kjo ju tuaj nuk',
  en: 'the and is are for of to you your with from this that or if when can must not in on',
}

/** Text whose small words are those of another language than its nearest lang says; scripts tell Greek and Macedonian. */
function languageFaults(page: Page): Promise<string[]> {
  return page.evaluate((words) => {
    const lists = Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))] as const)
    const scripts = [
      ['el', /\p{Script=Greek}{2}/u],
      ['mk', /\p{Script=Cyrillic}{2}/u],
    ] as const
    const blocks = new Map<Element, string>()
    for (const { node, holder } of window.probe.textNodes()) {
      // Words of one sentence stand in several nodes: they are judged together, unless one of them says its language.
      const block = holder.closest('[lang], p, li, dt, dd, h1, h2, h3, label, legend, a, button, th, td') ?? holder
      blocks.set(block, `${blocks.get(block) ?? ''} ${node.data}`)
    }
    return [...blocks].flatMap(([block, text]) => {
      const language = (block.closest('[lang]')?.getAttribute('lang') ?? '').split('-')[0] ?? ''
      const line = `"${text.trim().slice(0, 60)}" is said to be ${language}`
      const script = scripts.find(([, letters]) => letters.test(text))
      if (script) return script[0] === language ? [] : [`${line}, has the letters of ${script[0]}`]
      const found = text.toLowerCase().match(/[\p{L}’']+/gu) ?? []
      const count = (list: Set<string>) => found.filter((word) => list.has(word)).length
      const own = count(lists.find(([code]) => code === language)?.[1] ?? new Set())
      const other = lists.find(([code, list]) => code !== language && count(list) >= 3 && count(list) > own)
      return other ? [`${line}, reads like ${other[0]}`] : []
    })
  }, words)
}

test('the page says its language, and so does every part in another one', async ({ page }) => {
  test.setTimeout(180_000)
  const found = await findings(page, sample('en', 'sq-simple'), () => languageFaults(page))
  expect(found).toEqual([])
})

test('html lang is the register in the address, links to the other language name it in that: errors too', async ({
  page,
}) => {
  for (const { path, register } of sample(...registers)) {
    const html = await (await page.request.get(path)).text()
    expect(/<html[^>]* lang="([^"]+)"/.exec(html)?.[1], path).toBe(register)
    const [header = ''] = /<header[^]*?<\/header>/.exec(html) ?? []
    // A link says the language it leads to; where a form is open it is a button of that form, which needs not.
    const links = [...header.matchAll(/<(?:a|button) [^>]* lang=[^]*?<\/(?:a|button)>/g)].map(([link]) => {
      const [tag = ''] = /^<[^>]*>/.exec(link) ?? []
      const lang = / lang="([^"]*)"/.exec(tag)?.[1]
      expect(/ hreflang="([^"]*)"/i.exec(tag)?.[1], tag).toBe(tag.startsWith('<a') ? lang : undefined)
      return [lang, link.replace(/<[^>]*>/g, '')]
    })
    expect(links, path).toEqual(languageOf(register) === 'sq' ? [['en', 'English']] : [['sq', 'Shqip']])
  }
})

test('an Albanian name on an English page is marked as Albanian', async ({ page }) => {
  const { path } = sample('en').find(({ name }) => name === 'service withEnglishName') ?? { path: '' }
  await open(page, path)
  await expect(page.locator('main [lang=sq]')).not.toHaveCount(0)
})

test('the minority name of a municipality is marked', async ({ page }) => {
  for (const [slug, language] of [
    ['dropull', 'el'],
    ['finiq', 'el'],
    ['pustec', 'mk'],
  ] as const) {
    await open(page, `/en/municipalities/${slug}`)
    await expect(page.locator(`h1 [lang=${language}]`)).toHaveCount(1)
    expect(await languageFaults(page)).toEqual([])
  }
})

test('calibration: a sentence in the other language is found, and not when it says so', async ({ page }) => {
  await open(page, '/sq/help')
  const before = await languageFaults(page)
  await page.evaluate(() => {
    const add = (text: string, lang?: string) => {
      const block = document.createElement('p')
      block.textContent = text
      if (lang) block.lang = lang
      document.querySelector('main')?.append(block)
    }
    add('Ask at the office of your municipality for this.')
    add('You can call them and ask for the form.', 'en')
    add('Δερόπολη')
  })
  expect((await languageFaults(page)).length).toBe(before.length + 2)
})
