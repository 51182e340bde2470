import type { Page } from '@playwright/test'
import { desktop, expect, findings, layouts, open, phone, test } from '../../support/a11y'

declare global {
  interface Window {
    /** Where the focus was after each press of Tab; null is out of the page. */
    reached: (number | null)[]
  }
}

/** What Tab (or Shift+Tab) reaches, until it leaves the page, as positions in the list of controls; -1 is another element. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', limit: number, from?: number): Promise<number[]> {
  await page.evaluate(() => {
    const controls = window.probe.controls()
    window.reached = []
    document.onkeyup = ({ key }) => {
      if (key !== 'Tab') return
      const { activeElement } = document
      const isOut = activeElement === document.body || activeElement === null
      window.reached.push(isOut ? null : controls.indexOf(activeElement as HTMLElement))
    }
  })
  for (let step = 0; step < limit; step++) await page.keyboard.press(key)
  const all = [...(from === undefined ? [] : [from]), ...(await page.evaluate(() => window.reached))]
  // Past the last control the focus goes to the browser, or to the other end: either way it is out.
  const end = all.findIndex((at, step) => at === null || (step > 0 && at === all[0]))
  return (end === -1 ? all : all.slice(0, end)).filter((at) => at !== null)
}

/** The next Tab starts before the first control, also where a page opened with the focus on something. */
function startAtTop(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    scrollTo(0, 0)
  })
}

async function pathFaults(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => window.probe.controls().map(window.probe.name))
  const expected = names.map((_, index) => index)
  await startAtTop(page)
  const forth = await walk(page, 'Tab', names.length + 3)
  await page.evaluate(() => window.probe.controls().at(-1)?.focus())
  const back = await walk(page, 'Shift+Tab', names.length + 3, names.length - 1)
  const faults: string[] = []
  const lost = expected.filter((index) => !forth.includes(index)).map((index) => names[index])
  if (lost.length > 0) faults.push(`Tab does not reach ${lost.join(', ')}`)
  if (forth.join() !== expected.join()) faults.push(`Tab goes ${forth.join(' ')} of ${names.length}`)
  if (back.join() !== expected.toReversed().join()) faults.push(`Shift+Tab goes ${back.join(' ')} of ${names.length}`)
  return faults
}

/** Inside one landmark the path goes down the page, never up, unless it starts a new column to the right. */
function orderFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, area, name } = window.probe
    const landmark = (element: Element) => element.closest('header, nav, main aside, main, footer')
    return controls().flatMap((element, index, all) => {
      const before = all[index - 1]
      if (!before || before.matches('.skip') || landmark(before) !== landmark(element)) return []
      const [a, b] = [area(before), area(element)]
      const rises = b.y < a.y - 20 && b.x < a.x + a.width
      return rises ? [`${name(element)} stands above ${name(before)}, which comes before it`] : []
    })
  })
}

const state = (page: Page) =>
  page.evaluate(() => ({ address: location.href, title: document.title, text: document.body.innerText }))

for (const [screen, viewport] of Object.entries({ phone, desktop })) {
  test(`Tab reaches every control, both ways, in the order seen (${screen})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const found = await findings(
      page,
      layouts('sq', 'sq-simple'),
      async () => [...(await pathFaults(page)), ...(await orderFaults(page))],
      open,
    )
    expect(found).toEqual([])
  })
}

test('the skip link comes first, is seen, and leads to the page itself', async ({ page }) => {
  const found = await findings(
    page,
    layouts('sq', 'en-simple'),
    async () => {
      await startAtTop(page)
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const { activeElement: link } = document
        const rect = link?.getBoundingClientRect()
        return link?.getAttribute('href') === '#main' && !!rect && rect.top >= 0 && rect.left >= 0
      })
      await page.keyboard.press('Enter')
      const landed = await page.evaluate(() => document.activeElement?.localName)
      await page.keyboard.press('Tab')
      const next = await page.evaluate(() => document.activeElement?.closest('main, footer') !== null)
      return [
        ...(seen ? [] : ['the skip link is not first or not seen']),
        ...(landed === 'main' ? [] : [`it leads to ${landed}`]),
        ...(next ? [] : ['Tab after it goes back to the head']),
      ]
    },
    open,
  )
  expect(found).toEqual([])
})

test('focus changes nothing, a choice changes nothing, a letter changes nothing', async ({ page }) => {
  const found = await findings(
    page,
    layouts('sq'),
    async () => {
      const before = await state(page)
      const same = async (what: string) =>
        JSON.stringify(await state(page)) === JSON.stringify(before) ? [] : [`${what} changes the page`]
      const count = await page.evaluate(() => window.probe.controls().length)
      for (let step = 0; step < count; step++) await page.keyboard.press('Tab')
      const faults = await same('focus')
      for (const field of await page.locator('main select').all()) await field.selectOption({ index: 2 })
      for (const radio of await page.locator('main input[type=radio]').all()) await radio.check()
      faults.push(...(await same('a choice')))
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789') await page.keyboard.press(key)
      faults.push(...(await same('a letter')))
      return faults
    },
    open,
  )
  expect(found).toEqual([])
})

test('going back with Shift and Tab does not leave the page for a safe place', async ({ page }) => {
  await open(page, '/sq/safe-place')
  await page.evaluate(() => window.probe.controls().at(-1)?.focus())
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+Tab')
  await page.waitForTimeout(300) // leaving would have begun by now
  expect(new URL(page.url()).pathname).toBe('/sq/safe-place')
  expect(await page.evaluate(() => document.documentElement.dataset['leaving'])).toBeUndefined()
})

test('calibration: a trap, a lost control, a wrong order and a jump are found', async ({ page }) => {
  await open(page, '/sq')
  await page.evaluate(() => {
    const trap = document.querySelector('.doors a')
    trap?.addEventListener('keydown', (event) => event.preventDefault())
  })
  expect(await pathFaults(page)).not.toEqual([])

  await open(page, '/sq')
  await page.evaluate(() => document.querySelector('.doors a')?.setAttribute('tabindex', '3'))
  expect(await pathFaults(page)).not.toEqual([])

  await page.setViewportSize(phone)
  await open(page, '/sq')
  await page.evaluate(() => document.querySelector<HTMLElement>('.doors')?.style.setProperty('transform', 'scaleY(-1)'))
  expect(await orderFaults(page)).not.toEqual([])
})
