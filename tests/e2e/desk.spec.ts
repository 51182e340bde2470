import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { axe, carryProbe, desktop, expect, phone, test } from '../support/a11y'
import { reflowFaults } from '../support/gates/reflow'
import { startTestServer, type TestServer } from '../support/server'

test.describe.configure({ mode: 'default' })

let server: TestServer

test.beforeAll(async () => {
  test.setTimeout(300_000) // two hundred messages and a vote are invented first
  server = await startTestServer({}, '--demo')
})
test.afterAll(() => server?.stop())

async function signIn(page: Page, who = 'nepunesja'): Promise<void> {
  await page.goto(`${server.url}/desk`)
  await page.getByLabel('Adresa e e-mailit').fill(`${who}@example.org`)
  await page.getByLabel('Fjalëkalimi').fill('e shpikur e gjitha')
  await page.getByRole('button', { name: 'Hyni' }).click()
  await expect(page.getByRole('heading', { name: 'Radha', level: 1 })).toBeVisible()
}

const openCount = async (page: Page): Promise<number> =>
  Number(/(\d+) të hapura/.exec((await page.locator('.day').textContent()) ?? '')?.[1])

/** Presses Tab until something has the focus; every step is one that a person takes. */
async function tabTo(page: Page, isThere: (element: Element) => boolean): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(`(${isThere.toString()})(document.activeElement)`)) return
  }
  throw new Error('Sixty presses of Tab did not lead there.')
}

/** Presses Enter on what leads to another page. */
async function enter(page: Page): Promise<void> {
  const before = page.url()
  await page.keyboard.press('Enter')
  await page.waitForURL(({ href }) => href !== before)
}

test('while somebody writes, the page says how the text reads', async ({ page }) => {
  await signIn(page)
  await page.locator('.queue tbody a').first().click()
  const line = page.locator('[data-reading]')
  await expect(line).toBeHidden()
  const field = page.getByLabel('Përgjigjja', { exact: true })
  await field.pressSequentially('Po. E ndreqim sot.')
  await expect(line).toContainText('4 fjalë, 2 fjali; fjalia më e gjatë ka 3 fjalë')
  await field.fill('')
  await expect(line).toBeHidden()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: desktop })

  test('the queue shows thirteen messages at once, the most urgent first', async ({ page }) => {
    await signIn(page)
    const rows = page.locator('.queue tbody tr')
    const box = await rows.nth(12).boundingBox()
    expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThanOrEqual(desktop.height)
    await expect(rows.first()).toContainText('Kaloi më')
    await expect(page.locator('.day')).toContainText('50 të hapura')
  })

  test('messages are cleared one after the other with the keyboard alone', async ({ page }) => {
    await signIn(page)
    const before = await openCount(page)
    await tabTo(page, (element) => element.closest('.queue tbody') !== null)
    await enter(page)
    const cleared = 5
    for (let count = 0; count < cleared; count++) {
      await tabTo(page, (element) => element.tagName === 'TEXTAREA')
      await page.keyboard.type('Faleminderit. E ndreqëm sot.')
      await tabTo(page, (element) => element.textContent === 'Dërgoni përgjigjen')
      await enter(page)
      await expect(page.getByRole('status')).toHaveText('U krye. Ky është mesazhi tjetër.')
    }
    await page.goto(`${server.url}/desk`)
    expect(await openCount(page)).toBe(before - cleared)
  })

  test('a ready beginning is not sent with its gaps, and nothing is lost', async ({ page }) => {
    await signIn(page)
    await page.locator('.queue tbody a').last().click()
    await page.getByLabel('Fillim i gatshëm').selectOption({ index: 2 })
    await page.getByRole('button', { name: 'Vendoseni' }).click()
    const text = await page.getByLabel('Përgjigjja', { exact: true }).inputValue()
    expect(text).toContain('[')
    await page.getByRole('button', { name: 'Dërgoni përgjigjen' }).click()
    await expect(page.getByRole('alert')).toContainText('Plotësoni ose hiqni')
    expect(await page.getByLabel('Përgjigjja', { exact: true }).inputValue()).toBe(text)
    await page.getByRole('button', { name: 'Kontrolloni tekstin' }).click()
    await expect(page.getByRole('status')).toContainText('Mbeten për t’u plotësuar')
  })

  test('needs of a meeting get a slip each', async ({ page }) => {
    await signIn(page)
    const before = await openCount(page)
    await page.getByRole('link', { name: 'Takim' }).click()
    await page.getByRole('button', { name: 'Ruani dhe shihni fletëzat' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByLabel('Ç’takim ishte').selectOption('forum')
    for (const [row, help] of ['home_help', 'transport'].entries()) {
      await page.locator(`#help-${row + 1}`).selectOption(help)
    }
    await page.getByRole('button', { name: 'Ruani dhe shihni fletëzat' }).click()
    await expect(page.locator('.slip .code')).toHaveCount(2)
    const [code = ''] = await page.locator('.slip .code').allTextContents()
    await page.goto(`${server.url}/desk`)
    expect(await openCount(page)).toBe(before + 2)
    await page.goto(`${server.url}/sq/track`)
    await page.getByLabel('Kodi juaj').fill(code)
    await page.getByRole('button', { name: 'Hapni' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mesazhi mbërriti')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a record is confirmed with one button, corrected by keyboard, seen by everybody, and undone', async ({
    page,
  }) => {
    await signIn(page)
    await page.getByRole('link', { name: 'Shërbimet' }).click()
    const first = page.locator('main li').first()
    const name = await first.getByRole('link').innerText()
    await first.getByRole('button', { name: /^Ende e saktë/ }).press('Enter')
    await expect(page.getByRole('status')).toContainText(name)
    await page.locator('main li a').first().press('Enter')
    await page.locator('summary', { hasText: 'Telefoni' }).press('Enter')
    await page.getByLabel('Telefoni', { exact: true }).fill('jo numër')
    await page.getByRole('button', { name: 'Ruani' }).press('Enter')
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/^Telefoni: /)
    await page.getByLabel('Telefoni', { exact: true }).fill('000 000')
    await page.getByRole('button', { name: 'Ruani' }).press('Enter')
    await expect(page.getByRole('status')).toContainText('U ruajt')
    const record = page.url()
    await page.getByRole('link', { name: 'Faqja që shohin të gjithë' }).press('Enter')
    await expect(page.locator('main')).toContainText('000 000')
    await expect(page.locator('main')).toContainText('Kontrolluar më')
    await page.goto(record)
    await page
      .getByRole('button', { name: /^Zhbëni ndryshimin/ })
      .first()
      .press('Enter')
    await page.getByRole('link', { name: 'Faqja që shohin të gjithë' }).press('Enter')
    await expect(page.locator('main')).not.toContainText('000 000')
  })
})

for (const [name, viewport] of Object.entries({ phone, desktop })) {
  test(`the staff’s pages keep the rules, ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const found: string[] = []
    const look = async (where: string) => {
      for (const fault of [...(await axe(page)), ...(await reflowFaults(page))]) found.push(`${where}: ${fault}`)
    }
    await page.goto(`${server.url}/account/sign-in`)
    await look('sign-in')
    await signIn(page)
    await look('queue')
    await page.locator('.queue tbody a').first().click()
    const message = page.url()
    for (const form of ['reply', 'assign', 'pass_on', 'close', 'merge', 'note']) {
      await page.goto(`${message}?do=${form}`)
      await look(form)
    }
    await page.goto(message)
    await page.getByRole('button', { name: 'Dërgoni përgjigjen' }).click()
    await look('refused')
    for (const path of ['/desk/meeting', '/account', '/desk/team', '/desk/services']) {
      await page.goto(server.url + path)
      await look(path)
    }
    await page.locator('main li a').first().click()
    await look('service')
    for (const part of await page.locator('details > summary').all()) await part.click()
    await look('service, opened')
    await page.goto(`${server.url}/desk/services/new`)
    await page.getByRole('button', { name: 'Shtoni shërbimin' }).click()
    await look('new service, refused')
    expect(found).toEqual([])
  })
}

test.describe('a mapping, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  let own: TestServer

  test.beforeAll(async () => {
    own = await startTestServer()
  })
  test.afterAll(() => own?.stop())

  test('is sent, tried, loaded and taken back by keyboard, and its pages keep the rules', async ({ page, browser }) => {
    test.setTimeout(180_000)
    const found: string[] = []
    await becomeFirst(page, own)
    // What looks for faults needs scripts: the same person in another window, which has them.
    const window = async () =>
      (
        await browser.newContext({ javaScriptEnabled: true, storageState: await page.context().storageState() })
      ).newPage()
    const twin = await window()
    await carryProbe(twin)
    const look = async (where: string, begin?: () => Promise<void>) => {
      await twin.goto(page.url())
      await begin?.()
      for (const [name, viewport] of Object.entries({ phone, desktop })) {
        await twin.setViewportSize(viewport)
        for (const fault of [...(await axe(twin)), ...(await reflowFaults(twin))]) {
          found.push(`${where}, ${name}: ${fault}`)
        }
      }
    }
    await page.getByRole('link', { name: 'Hartëzimi' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hartëzimi')
    await page.getByRole('button', { name: 'Dërgoni dhe provoni' }).press('Enter')
    await expect(page.getByRole('alert').getByRole('link')).toHaveText('Zgjidhni një skedar.')
    await look('refused', () => twin.getByRole('button', { name: 'Dërgoni dhe provoni' }).click())
    const send = async (name: string, text: string) => {
      const buffer = Buffer.from(text)
      await page.getByLabel('Skedari', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Dërgoni dhe provoni' }).press('Enter')
    }
    const example = readFileSync('docs/mapping/example.csv', 'utf8')
    await send('gabime.csv', example.replaceAll('Dibër', 'Atlantida'))
    await seeUntil(page, 'Asnjë nga 61 bashkitë nuk quhet kështu.')
    await look('a report with faults')
    await page.getByRole('button', { name: 'Hiqeni skedarin' }).press('Enter')
    await expect(page.getByRole('status')).toContainText('Skedari u hoq.')
    await send('shembull.csv', example)
    await seeUntil(page, 'Prova mbaroi.')
    await look('tried')
    await tabTo(page, (element) => element.textContent === 'Ngarkojeni këtë skedar')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toContainText('Skedari po ngarkohet.')
    await look('at work')
    await seeUntil(page, 'Skedari u ngarkua.')
    await look('loaded')
    await page.getByRole('button', { name: 'Kthejeni pas këtë ngarkim' }).press('Enter')
    await seeUntil(page, 'Ngarkimi u kthye pas.')
    await page.getByRole('link', { name: 'Hartëzimi' }).first().press('Enter')
    await look('the list')
    await page.getByRole('link', { name: 'Vendi' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('E gjithë vendi')
    await look('the whole country')
    await page.getByLabel('Lloji i shërbimit').selectOption({ index: 2 })
    await page.getByRole('button', { name: 'Shihni ku nuk njihet' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'nga 61 nuk njihet asnjë regjistrim' })).toBeVisible()
    await look('where none is known')
    expect(found).toEqual([])
  })
})

/** Makes the first account of an installation, of the national level, and signs in with it. */
async function becomeFirst(page: Page, { url, dataDir }: TestServer): Promise<void> {
  const link = new URL(readFileSync(resolve(dataDir, 'setup-link'), 'utf8').trim())
  await page.goto(url + link.pathname + link.search)
  const [email, password] = ['e.para@example.org', 'fjalë të shpikura radhazi']
  const typed = (await page.locator('.typed-secret').innerText()).replace(/\s/g, '')
  const codes = new TOTP({ secret: Secret.fromBase32(typed) })
  await page.getByLabel('Adresa e e-mailit').fill(email)
  await page.locator('#name').fill('E para, e shpikur')
  await page.locator('#password').fill(password)
  await page.locator('#code').fill(codes.generate())
  await page.getByRole('main').getByRole('button').press('Enter')
  await page.waitForURL(/joined=1/)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  // The code of this half minute has been used.
  await page.locator('#code').fill(codes.generate({ timestamp: Date.now() + 30_000 }))
  await page.getByRole('button', { name: 'Hyni' }).press('Enter')
  await expect(page.getByRole('navigation').first()).toContainText('E para, e shpikur')
}

/** Follows "see again", as a person without JavaScript does, until the page says it. */
async function seeUntil(page: Page, text: string): Promise<void> {
  for (let looks = 0; looks < 60; looks++) {
    if ((await page.locator('main').innerText()).includes(text)) return
    await page.getByRole('link', { name: 'Shihni përsëri' }).press('Enter')
    await page.waitForTimeout(500)
  }
  throw new Error(`The page never said: ${text}`)
}

test('two minutes before the session ends a warning takes the focus, and one key lengthens it', async ({ page }) => {
  await page.clock.install()
  await signIn(page)
  const warning = page.getByRole('alertdialog')
  await page.clock.runFor('27:59')
  await expect(warning).toBeHidden()
  await page.clock.runFor('00:02')
  await expect(warning.getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(warning).toBeHidden()
  await page.clock.runFor('29:00')
  await expect(warning).toBeVisible()
})
