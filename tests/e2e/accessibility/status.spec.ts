import type { Page } from '@playwright/test'
import { registers } from '../../../app/i18n/registers'
import { paths } from '../../../app/paths'
import { expect, open, test } from '../../support/a11y'

/** Messages that assistive technology speaks: one text for each element with the role, empty ones left out. */
const messages = (page: Page) =>
  page.getByRole('status').evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.trim()).filter(Boolean))

for (const register of registers) {
  test(`saved, the number of results and what was left out are said (${register})`, async ({ page }) => {
    await open(page, paths.settings(register))
    expect(await messages(page), 'before saving').toEqual([])
    await page.locator('main form button').click()
    await page.waitForURL(/saved/)
    expect(await messages(page), 'saved').toHaveLength(1)

    await open(page, paths.services(register))
    const [all = ''] = await messages(page)
    expect(all).toMatch(/\d/)
    await page.locator('#municipality').selectOption('tirane')
    await page.locator('main form button').click()
    const [some = ''] = await messages(page)
    expect(some).toMatch(/\d/)
    expect(some).not.toBe(all)

    for (const path of [
      `${paths.services(register)}?type=nothing-of-the-kind`,
      `${paths.municipalities(register)}?county=nothing-of-the-kind`,
    ]) {
      const address = new URL(path, 'http://x')
      await open(page, address.pathname)
      const plain = await messages(page)
      await open(page, path)
      const left = (await messages(page)).filter((text) => !plain.includes(text) && !/\d/.test(text))
      expect(left, path).toHaveLength(1)
    }
  })
}

test('a message takes no focus and is not pushed at the reader', async ({ page }) => {
  for (const path of ['/sq/settings?saved=1', '/sq/services?type=nothing-of-the-kind']) {
    await open(page, path)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
})

test('calibration: a message without a role is missed', async ({ page }) => {
  await open(page, '/sq/settings?saved=1')
  await page.evaluate(() => document.querySelector('[role=status]')?.removeAttribute('role'))
  expect(await messages(page)).toEqual([])
})
