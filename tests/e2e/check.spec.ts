import type { Page } from '@playwright/test'
import { twinOf, type Register } from '../../app/i18n/registers'
import { translator } from '../../app/i18n/texts.server'
import { paths } from '../../app/paths'
import { axe, desktop, expect, open, phone, test, zoomed } from '../support/a11y'
import { layoutFaults } from '../support/gates/easy-layout'
import { errorFaults, fieldFaults, wordsOf } from '../support/gates/forms'
import { orderFaults } from '../support/gates/keyboard'
import { reflowFaults } from '../support/gates/reflow'
import { targetFaults } from '../support/gates/targets'

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).first().click()
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Every gate of the frame for the page as it is now. */
async function faultsOf(page: Page, register: Register): Promise<string[]> {
  const { problem, title } = wordsOf(register)
  const isWrong = (await main(page).getByRole('alert').count()) > 0
  const found = [
    ...(await axe(page, { contrast: register.startsWith('sq') })),
    ...(await fieldFaults(page)),
    ...(await targetFaults(page)),
    ...(await orderFaults(page)),
    ...(isWrong ? await errorFaults(page, problem, title) : []),
    ...(register.endsWith('-simple') ? await layoutFaults(page) : []),
  ]
  await page.setViewportSize(zoomed)
  found.push(...(await reflowFaults(page)).map((fault) => `at 400 %: ${fault}`))
  await page.setViewportSize(phone)
  return found.map((fault) => `${new URL(page.url()).pathname}: ${fault}`)
}

// All four registers are walked by forms alone in tests/integration/check.test.ts.
for (const register of ['sq', 'sq-simple'] as const) {
  test(`from the first question to the sheet, ${register}`, async ({ page }) => {
    await page.setViewportSize(phone)
    const t = translator(register)
    const found: string[] = []
    const see = async () => void found.push(...(await faultsOf(page, register)))
    const goOn = () => press(page, t('check:continue'))
    await open(page, paths.check(register))
    await see()
    await page.getByLabel(t('check:start.where')).selectOption({ value: 'tirane' })
    await press(page, t('check:start.begin'))
    await goOn()
    await expect(page.getByRole('alert')).toContainText(t('entitlements:fault.not-a-choice'))
    await see()
    await page.getByLabel(t('check:field.yes-no')).selectOption('2')
    await goOn()
    await main(page).locator('select').first().selectOption('70+')
    await main(page).locator('select').last().selectOption('6-14')
    await see()
    await goOn()
    await expect(heading(page)).toHaveText(t('entitlements:question.q03.title'))
    await press(page, t('check:skip'))
    await expect(heading(page)).toHaveText(t('entitlements:question.q04.title'))
    await see()
    await press(page, t('entitlements:option.yesNo.yes'))
    for (let step = 0; step < 40 && !page.url().endsWith('result'); step += 1) {
      if (page.url().endsWith('q16')) {
        await main(page).getByLabel(t('check:field.birth')).fill('31.2.2026')
        await goOn()
        await expect(page.getByRole('alert')).toContainText(t('entitlements:fault.not-a-date'))
        await see()
        // Enter goes on with what was written, not with the answer that stands above the field.
        const entered = page.waitForResponse((response) => response.request().method() === 'POST')
        await main(page).getByLabel(t('check:field.birth')).press('Enter')
        expect((await entered).status()).toBe(422)
        await page.waitForLoadState()
      }
      if (page.url().endsWith('q32')) {
        await expect(main(page).getByRole('link', { name: '112' }).first()).toBeVisible()
        await see()
        await press(page, t('entitlements:option.harm.order'))
      } else await press(page, t('check:skip'))
    }
    await expect(heading(page)).toHaveText(t('check:result.title'))
    await expect(main(page)).toContainText(t('entitlements:name.E20'))
    await expect(main(page)).toContainText(t('entitlements:keep.E01'))
    await main(page)
      .getByRole('link', { name: t('check:lacking.say') })
      .click()
    await see()
    await main(page).locator('select').first().selectOption('none')
    await goOn()
    await main(page).locator('select').last().selectOption('elsewhere')
    await goOn()
    await expect(main(page)).toContainText(t('check:lacking.who', { name: t('entitlements:person.head') }))
    await expect(main(page)).toContainText(t('check:lacking.where'))
    await see()
    await page.goto(paths.checkSheet(register))
    await see()
    await press(page, t('check:wipe'))
    await expect(page.getByRole('status')).toHaveText(t('check:notice.wiped'))
    await page.goBack()
    await expect(heading(page)).toHaveText(t('check:title'))
    await expect(main(page)).not.toContainText(t('entitlements:name.E20'))
    expect([...new Set(found)]).toEqual([])
  })
}

test('another register keeps the answers, and the next family begins anew', async ({ page }) => {
  const t = translator('sq')
  await open(page, paths.check('sq'))
  await press(page, t('check:start.begin'))
  await page.getByLabel(t('check:field.yes-no')).selectOption('3')
  await press(page, t('check:continue'))
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('common:twin') })
    .click()
  const easy = translator(twinOf('sq'))
  await expect(heading(page)).toHaveText(easy('entitlements:question.q02.title'))
  await expect(main(page).locator('select')).toHaveCount(3)
  await press(page, easy('check:next'))
  await expect(heading(page)).toHaveText(easy('entitlements:question.q01.title'))
  await expect(page.getByLabel(easy('check:field.yes-no'))).toHaveValue('')
})

test('a result on a wide screen, in the dark', async ({ page }) => {
  const t = translator('sq')
  await page.setViewportSize(desktop)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, paths.check('sq'))
  await press(page, t('check:start.begin'))
  await press(page, t('entitlements:option.notTold.do-not-know'))
  await page.goto(paths.checkResult('sq'))
  // Reasons, papers and amounts open one by one; all of them are looked at.
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)))
  expect(await axe(page)).toEqual([])
  expect(await reflowFaults(page)).toEqual([])
})

test('a question and a result in the other easy-read', async ({ page }) => {
  const t = translator('en-simple')
  await page.setViewportSize(phone)
  await open(page, paths.check('en-simple'))
  await press(page, t('check:start.begin'))
  expect(await layoutFaults(page)).toEqual([])
  await press(page, t('entitlements:option.notTold.do-not-know'))
  await page.goto(paths.checkResult('en-simple'))
  expect(await layoutFaults(page)).toEqual([])
})
