import type { Page } from '@playwright/test'
import { registers, twinOf, type Register } from '../../app/i18n/registers'
import { translator } from '../../app/i18n/texts.server'
import { paths } from '../../app/paths'
import { choose, desktop, expect, open, phone, test } from '../support/a11y'
import { everyGate, inColour, inSize, watch, type Look } from '../support/gates/every'

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).first().click()
const words = 'Te hyrja nuk ka rampë. <b>Prova</b> {{code}}'

/** Sends a message and follows it; at every page `see` looks. Gives the code. */
async function sayAndFollow(page: Page, register: Register, see: (what: string) => Promise<void>): Promise<string> {
  const t = translator(register)
  await open(page, paths.tell(register))
  await see('what to say')
  await press(page, t('tell:topic.wrong'))
  await see('for whom')
  await press(page, t('tell:who.other'))
  await press(page, t('tell:continue'))
  await expect(page.getByRole('alert')).toContainText(t('tell:error.agree'))
  await see('agreement, refused')
  for (const purpose of ['send', 'contact', 'about']) await page.getByLabel(t(`tell:agreement.${purpose}`)).check()
  await press(page, t('tell:continue'))
  await see('category')
  await press(page, t('tell:category.barrier'))
  await press(page, t('tell:continue'))
  await see('where, nothing chosen')
  await page.getByLabel(t('tell:field.municipality')).selectOption({ value: 'korce' })
  await press(page, t('tell:continue'))
  await page.getByLabel(t('tell:field.words')).fill(words)
  await see('words')
  await press(page, t('tell:ways.recording'))
  await see('recording')
  await press(page, t('tell:backToWords'))
  await press(page, t('tell:ways.photos', { count: 0 }))
  await press(page, t('tell:add.photos'))
  await see('photos, none chosen')
  await press(page, t('tell:backToWords'))
  await expect(page.getByLabel(t('tell:field.words'))).toHaveValue(words)
  await press(page, t('tell:continue'))
  await page.getByLabel(t('tell:field.phone')).fill('abc')
  await press(page, t('tell:continue'))
  await see('contact, wrong')
  await page.getByLabel(t('tell:field.phone')).fill('069 12 34 567')
  await press(page, t('tell:continue'))
  await see('about you')
  await press(page, t('tell:continue'))
  await expect(main(page)).toContainText(words)
  await see('check answers')
  await press(page, t('tell:check.send'))
  await expect(page).toHaveURL(paths.tellSent(register))
  await see('receipt')
  const code = (await main(page).locator('.code').first().innerText()).trim()

  await open(page, paths.track(register))
  await page.getByLabel(t('track:field')).fill('123')
  await press(page, t('track:open'))
  await see('code, wrong')
  await page.getByLabel(t('track:field')).fill(code)
  await press(page, t('track:open'))
  await expect(page).toHaveURL(paths.trackMessage(register))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('track:status.received.title'))
  await press(page, t('track:write.add.button'))
  await see('message, nothing written')
  await page.getByLabel(t('track:write.add.label')).fill('Edhe ashensori')
  await press(page, t('track:write.add.button'))
  await see('message, words added')
  return code
}

async function takeBack(page: Page, register: Register, see: (what: string) => Promise<void>): Promise<void> {
  const t = translator(register)
  await open(page, paths.trackNewCode(register))
  await see('new code')
  await open(page, paths.trackWithdraw(register))
  await see('withdraw')
  await press(page, t('track:withdraw.button'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('track:status.withdrawn.title'))
  await expect(main(page)).not.toContainText('rampë')
  await see('withdrawn')
  await press(page, t('track:do.leave'))
  await see('closed here')
}

for (const register of registers) {
  test(`a message from the first question to its withdrawal without any script, ${register}`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.setViewportSize(phone)
    // Our scripts do not arrive; those of the gates do. Journeys with scripts off altogether are in the server's tests.
    await page.route('**/*.js', (route) => route.abort())
    const { found, see } = watch(page, register, everyGate)
    const code = await sayAndFollow(page, register, see)
    expect(code.replaceAll(/\s/g, '')).toMatch(/^\d{13}$/)
    await takeBack(page, register, see)
    expect([...new Set(found)]).toEqual([])
  })
}

/** The shorter ways, in one register of each layout: their pages are made of the same parts. */
for (const register of ['sq', 'en-simple'] as const) {
  test(`a need, in one tap a question, ${register}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(phone)
    const t = translator(register)
    const { found, see } = watch(page, register, everyGate)
    await open(page, paths.tell(register))
    await press(page, t('tell:topic.missing'))
    await press(page, t('tell:who.me'))
    await see('area')
    await press(page, t('tell:area.access'))
    await see('which help')
    await press(page, t('tell:help.transport'))
    await page.getByLabel(t('tell:field.municipality')).selectOption({ value: 'divjake' })
    await press(page, t('tell:continue'))
    await see('unit')
    await press(page, t('tell:continue'))
    await see('for whom')
    await press(page, t('tell:forWhom.adult'))
    await see('with a disability')
    await press(page, t('tell:unknown'))
    await see('how many')
    await press(page, t('tell:howMany.2-5'))
    await see('since')
    await press(page, t('tell:unknown'))
    await see('without')
    await press(page, t('tell:without.impossible'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('tell:q.words-need.title'))
    await open(page, paths.tell(register))
    await see('begun')
    await press(page, t('tell:wipe'))
    await see('wiped')
    await page.goBack()
    await page.reload()
    await expect(main(page)).not.toContainText(t('tell:begun.title'))
    expect([...new Set(found)]).toEqual([])
  })

  test(`a child, and violence, ${register}`, async ({ page }) => {
    await page.setViewportSize(phone)
    const t = translator(register)
    const { found, see } = watch(page, register, everyGate)
    await open(page, paths.tell(register))
    await press(page, t('tell:topic.other'))
    await press(page, t('tell:who.young'))
    await expect(main(page)).toContainText('116 111')
    await see('with an adult')
    await open(page, paths.tell(register))
    await press(page, t('tell:topic.harm'))
    await expect(main(page).getByRole('link', { name: '112' }).first()).toBeVisible()
    expect(new URL(page.url()).pathname).not.toMatch(/harm|violence|dhun/)
    await see('before')
    await press(page, t('tell:continue'))
    await page.getByLabel(t('tell:field.municipality')).selectOption({ value: 'korce' })
    await press(page, t('tell:continue'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('tell:q.unread.title'))
    await expect(main(page).locator('input:not([type=hidden]), textarea')).toHaveCount(0)
    await see('nobody reads')
    expect([...new Set(found)]).toEqual([])
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('another register keeps what was answered, and what is being typed', async ({ page }) => {
      const [t, easy] = [translator('sq'), translator(twinOf('sq'))]
      const change = () =>
        page
          .getByRole('banner')
          .getByRole('button', { name: t('common:twin') })
          .click()
      await page.goto(paths.tell('sq'))
      await press(page, t('tell:topic.wrong'))
      await press(page, t('tell:who.me'))
      await press(page, t('tell:category.problem'))
      await change()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(easy('tell:q.where.title'))
      await page.getByLabel(easy('tell:field.municipality')).selectOption({ value: 'korce' })
      await press(page, easy('tell:continue'))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(easy('tell:q.words.title'))
      await page.getByLabel(easy('tell:field.words')).fill(words)
      await page
        .getByRole('banner')
        .getByRole('button', { name: easy('common:twin') })
        .click()
      await expect(page.getByLabel(t('tell:field.words'))).toHaveValue(words)
      await page.getByLabel(t('tell:field.words')).fill(`${words} Edhe dera.`)
      await press(page, t('tell:back'))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('tell:q.where.title'))
      await press(page, t('tell:continue'))
      await expect(page.getByLabel(t('tell:field.words'))).toHaveValue(`${words} Edhe dera.`)
      await press(page, t('tell:continue'))
      await page.getByLabel(t('tell:field.email')).fill('dikush@')
      await change()
      await expect(page.getByLabel(easy('tell:field.email'))).toHaveValue('dikush@')
      // Enter goes on with the question, as on every other page.
      await page.getByLabel(easy('tell:field.email')).fill('')
      await page.getByLabel(easy('tell:field.phone')).press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(easy('tell:q.about-you.title'))
    })
  })
}

/** Colours and sizes do not depend on the language: each is looked at in one register of the two layouts. */
const drawings: { what: string; register: Register; look: Look; prepare: (page: Page) => Promise<void> }[] = [
  { what: 'on a wide screen', register: 'sq', look: inSize, prepare: (page) => page.setViewportSize(desktop) },
  {
    what: 'in the dark',
    register: 'sq-simple',
    look: inColour,
    prepare: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  },
  {
    what: 'in forced colours',
    register: 'sq',
    look: inColour,
    prepare: (page) => page.emulateMedia({ forcedColors: 'active' }),
  },
  {
    what: 'in high contrast, at the largest size',
    register: 'sq-simple',
    look: inSize,
    prepare: (page) => choose(page, { theme: 'contrast', size: '150' }),
  },
]

for (const { what, register, look, prepare } of drawings) {
  test(`pages of messages ${what}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(phone)
    await prepare(page)
    const { found, see } = watch(page, register, look)
    await sayAndFollow(page, register, see)
    expect([...new Set(found)]).toEqual([])
  })
}
