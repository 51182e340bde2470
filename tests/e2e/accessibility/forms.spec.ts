import { registers } from '../../../app/i18n/registers'
import { expect, findings, layouts, open, sample, test } from '../../support/a11y'
import { errorFaults, fieldFaults, wordsOf } from '../../support/gates/forms'

test('every field has a label that is seen, a group its legend; nothing is left to the browser', async ({ page }) => {
  expect(await findings(page, layouts(...registers), () => fieldFaults(page))).toEqual([])
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test('sending nothing answers with 422 and keeps the reader on the page', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ javaScriptEnabled, baseURL: baseURL ?? '' })
      const page = await context.newPage()
      for (const register of registers) {
        await page.goto(`/${register}`)
        const [answer] = await Promise.all([
          page.waitForResponse((response) => response.request().isNavigationRequest()),
          page.locator('main form button').click(),
        ])
        expect(answer.status(), register).toBe(422)
        await expect(page.locator('main [role=alert]')).toBeFocused()
        await page.locator('main [role=alert] a').click()
        await expect(page.locator('#municipality')).toBeFocused()
      }
      await context.close()
    })
  })
}

test('the summary comes first, has the focus and says the same as the field', async ({ page }) => {
  const wrong = sample(...registers).filter(({ status }) => status === 422)
  expect(wrong.length).toBeGreaterThan(0)
  const found = await findings(
    page,
    wrong,
    ({ register }) => errorFaults(page, wordsOf(register).problem, wordsOf(register).title),
    open,
  )
  expect(found).toEqual([])
})

test('what was chosen is still chosen', async ({ page }) => {
  await open(page, '/sq/services')
  await page.locator('#municipality').selectOption('tirane')
  await page.locator('#type').selectOption({ index: 2 })
  const type = await page.locator('#type').inputValue()
  await page.locator('main form button').click()
  await expect(page.locator('#municipality')).toHaveValue('tirane')
  await expect(page.locator('#type')).toHaveValue(type)

  await open(page, '/sq-simple/settings')
  for (const choice of ['size=125', 'theme=dark', 'spacing=wide', 'motion=off']) {
    const [name, value] = choice.split('=')
    await page.locator(`input[name=${name}][value="${value}"]`).check()
  }
  await page.locator('main form button').click()
  for (const choice of ['size=125', 'theme=dark', 'spacing=wide', 'motion=off', 'register=sq-simple']) {
    const [name, value] = choice.split('=')
    await expect(page.locator(`input[name=${name}][value="${value}"]`), choice).toBeChecked()
  }
})

test('calibration: a field that fails in every way is found', async ({ page }) => {
  await open(page, '/sq?municipality=')
  await page.evaluate(() => {
    document
      .querySelector('main form')
      ?.insertAdjacentHTML('beforeend', '<input required placeholder="x"><input type="radio">')
    document.querySelector('main [role=alert] a')!.textContent = 'Something else'
    document.getElementById('municipality')?.removeAttribute('aria-describedby')
    document.title = 'Pranë'
  })
  expect((await fieldFaults(page)).length).toBeGreaterThanOrEqual(5)
  expect((await errorFaults(page, 'another', 'Gabim: ')).length).toBeGreaterThanOrEqual(4)
})
