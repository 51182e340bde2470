import type { Page } from '@playwright/test'
import { choose, expect, findings, layouts, open, sample, test } from '../../support/a11y'

/** A4 with a margin, in CSS pixels. */
test.use({ viewport: { width: 700, height: 1000 } })

/** 14 points. */
const smallest = (14 * 96) / 72

const pages = layouts('sq', 'en-simple')

/**
 * Text of the page itself that is on the screen. A link that names a place, a service or a number is text; the button
 * that sends a form, the way back, the pages of a list and what is so at this moment mean nothing on paper.
 */
function wordsOnScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const closed of document.querySelectorAll('details')) closed.open = true
    const kept = window.probe
      .textNodes(document.querySelector('main') ?? document.body)
      .filter(({ holder }) => !holder.closest('button, form, .back, .pages, .letters, .exit-line, .now, .map-tools'))
      .map(({ node }) => node.data.trim())
    for (const opened of document.querySelectorAll('details')) opened.open = false
    return kept
  })
}

async function printFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'screen' })
  const words = await wordsOnScreen(page)
  await page.emulateMedia({ media: 'print' })
  const faults = await page.evaluate(
    ({ words, smallest }) => {
      const { textNodes, rectsOf, isShown, name, lostText } = window.probe
      const main = document.querySelector('main') ?? document.body
      const printed = textNodes(main).filter(({ node }) => rectsOf(node).length > 0)
      const texts = new Set(printed.map(({ node }) => node.data.trim()))
      const numbers = [...main.querySelectorAll('a[href^="tel:"]')].map((link) => (link.textContent ?? '').trim())
      const paper = main.innerText
      const lost = [
        ...words.filter((text) => !texts.has(text)),
        ...numbers.filter((text) => !paper.includes(text)),
      ].map((text) => `not printed: "${text.slice(0, 60)}"`)
      const small = printed
        .filter(({ holder }) => parseFloat(getComputedStyle(holder).fontSize) < smallest - 0.01)
        .map(({ holder }) => `printed small: ${name(holder)}`)
      const grey = printed
        .filter(({ holder }) => getComputedStyle(holder).color !== 'rgb(0, 0, 0)')
        .map(({ holder }) => `not printed in black: ${name(holder)}`)
      const useless = [...document.querySelectorAll('button, .back, .skip, header nav a, footer nav a, .exit-line a')]
        .filter(isShown)
        .map((control) => `printed control: ${name(control)}`)
      const blank = [...document.querySelectorAll('.block .picture')]
        .filter((picture) => !isShown(picture))
        .map(() => 'a picture is not printed')
      return [...new Set([...lost, ...small, ...grey, ...useless, ...blank, ...lostText()])]
    },
    { words, smallest },
  )
  await page.emulateMedia({ media: 'screen' })
  return faults
}

test('paper has all the words and telephone numbers, in 14 points and black, and nothing to press', async ({
  page,
}) => {
  test.setTimeout(120_000)
  expect(await findings(page, [...sample('sq'), ...layouts('sq-simple')], () => printFaults(page))).toEqual([])
})

for (const theme of ['dark', 'contrast']) {
  test(`so it has for a reader of the ${theme} theme`, async ({ page }) => {
    await choose(page, { theme })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findings(page, pages, () => printFaults(page))).toEqual([])
  })
}

test('calibration: hidden words, small print and a button are found', async ({ page }) => {
  await open(page, '/sq/help')
  const before = await printFaults(page)
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '@media print { main h1 { display: none } main h2 { font-size: 10pt !important } .printed { display: block } }',
    )
    document.adoptedStyleSheets = [sheet]
    document.querySelector('main .page')?.insertAdjacentHTML('beforeend', '<button class="printed">Press</button>')
  })
  const added = (await printFaults(page)).filter((fault) => !before.includes(fault))
  for (const kind of ['not printed: ', 'printed small: ', 'printed control: ']) {
    expect(
      added.some((fault) => fault.startsWith(kind)),
      kind,
    ).toBe(true)
  }
})
