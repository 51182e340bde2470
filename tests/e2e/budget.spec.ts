import { registers } from '../../app/i18n/registers'
import { translator } from '../../app/i18n/texts.server'
import { clockInTirana } from '../../app/lib/days'
import { deskPaths, paths } from '../../app/paths'
import { axe, carryProbe, desktop, expect, open, phone, test } from '../support/a11y'
import { everyGate, inColour, watch } from '../support/gates/every'
import { reflowFaults } from '../support/gates/reflow'
import { startTestServer, type TestServer } from '../support/server'

test.describe.configure({ mode: 'default' })

const place = 'korce'
const year = Number(clockInTirana(new Date()).date.slice(0, 4))
let server: TestServer

test.beforeAll(async () => {
  test.setTimeout(300_000) // two hundred messages and a vote are invented first
  server = await startTestServer({}, '--demo')
})
test.afterAll(() => server?.stop())

for (const register of registers) {
  test(`from the list to a ballot and a result, ${register}`, async ({ page }) => {
    test.setTimeout(240_000)
    const t = translator(register)
    const { found, see } = watch(page, register, everyGate)
    await page.setViewportSize(phone)
    const looks = [
      paths.budget(register),
      paths.budgetOf(register, place),
      paths.budgetYear(register, place, year),
      paths.budgetResults(register, place, year),
      paths.budgetProposal(register, place, year, 1),
      paths.budgetYear(register, place, year + 1),
      paths.budgetVote(register, place, year + 1),
    ]
    for (const path of looks) {
      await open(page, server.url + path)
      await see(path)
    }
    await page.getByLabel(t('budget:vote.codeField')).fill('123')
    await page.getByRole('button', { name: t('budget:vote.open') }).click()
    await expect(page.getByRole('alert')).toContainText(t('budget:error.code'))
    await see('code, wrong')
    expect(found).toEqual([])
  })
}

test('in the dark every colour of the result is still seen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, server.url + paths.budgetResults('sq', place, year))
  expect(await inColour(page, 'sq')).toEqual([])
})

test('a reader counts the votes again in their own browser', async ({ page }) => {
  const t = translator('en')
  await open(page, server.url + paths.budgetResults('en', place, year))
  await page.getByRole('button', { name: t('budget:check.here') }).click()
  await expect(page.locator('#recount')).toHaveText(t('budget:check.same'))
  // A file in which a ballot was changed gives another result, and that is said.
  await page.route('**/*.pb', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/^(\d+);1(,.*)?$/gm, '$1;2')
    await route.fulfill({ response, body })
  })
  await page.getByRole('button', { name: t('budget:check.here') }).click()
  await expect(page.locator('#recount')).toHaveText(t('budget:check.other'))
  await page.route('**/*.pb', (route) => route.abort())
  await page.getByRole('button', { name: t('budget:check.here') }).click()
  await expect(page.locator('#recount')).toHaveText(t('budget:check.away'))
})

test('the desk of the budget is whole at 360 and 1280 pixels, and its ballots can be ticked', async ({ browser }) => {
  const context = await browser.newContext({ viewport: desktop })
  const page = await context.newPage()
  await carryProbe(page)
  await page.goto(`${server.url}${deskPaths.budget}`)
  await page.getByLabel('Adresa e e-mailit').fill('buxheti@example.org')
  await page.getByLabel('Fjalëkalimi').fill('e shpikur e gjitha')
  await page.getByRole('button', { name: 'Hyni' }).click()
  const next = deskPaths.budgetYear(year + 1)
  for (const path of [deskPaths.budget, next, `${next}?do=plan`, `${next}?do=hearing`, deskPaths.groups]) {
    await page.goto(server.url + path)
    expect(await axe(page), path).toEqual([])
    await page.setViewportSize(phone)
    expect(await reflowFaults(page), path).toEqual([])
    await page.setViewportSize(desktop)
  }
  await page.goto(`${server.url}${next}?do=codes`)
  await page.getByLabel('Sa kode').fill('2')
  await page.getByRole('button', { name: 'Bëni kodet' }).click()
  await expect(page.locator('.ballot')).toHaveCount(2)
  expect(await axe(page)).toEqual([])
  const box = await page.locator('.ballot-box').first().boundingBox()
  expect(box?.width).toBeGreaterThan(30)
  // The code of a paper opens the ballot, and what was chosen is in after a look at it.
  const code = (await page.locator('.code').first().innerText()).trim()
  const voter = await (await browser.newContext({ viewport: phone, javaScriptEnabled: false })).newPage()
  await voter.goto(server.url + paths.budgetVote('sq-simple', place, year + 1))
  const t = translator('sq-simple')
  await voter.getByLabel(t('budget:vote.codeField')).fill(code)
  await voter.getByRole('button', { name: t('budget:vote.open') }).click()
  await expect(voter.locator('.choice .picture').first()).toBeVisible()
  await voter.getByRole('checkbox').nth(1).check()
  await voter.getByRole('button', { name: t('budget:vote.reviewButton') }).click()
  await voter.getByRole('button', { name: t('budget:vote.castButton') }).click()
  await expect(voter.getByRole('heading', { level: 1 })).toHaveText(t('budget:vote.receipt'))
  await voter.context().close()
  await context.close()
})
