import type { Page } from '@playwright/test'
import { desktop, expect, findings, layouts, open, phone, test } from '../../support/a11y'
import { orderFaults, pathFaults, press, startAtTop } from '../../support/gates/keyboard'

const state = (page: Page) =>
  page.evaluate(() => ({ address: location.href, title: document.title, text: document.body.innerText }))

const screens = [
  { screen: 'phone', viewport: phone, pages: layouts('sq', 'sq-simple') },
  { screen: 'desktop', viewport: desktop, pages: layouts('sq') },
]

for (const { screen, viewport, pages } of screens) {
  test(`Tab reaches every control, both ways, in the order seen (${screen})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const found = await findings(
      page,
      pages,
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
      await press(page, 'Tab', count)
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
