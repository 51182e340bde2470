import { expect, test, type Page, type Response } from '@playwright/test'
import { alphabet } from '../../app/i18n/formats'
import {
  inLanguage,
  languageOf,
  languageCodes,
  languages,
  registers,
  twinOf,
  type Register,
} from '../../app/i18n/registers'
import { translator } from '../../app/i18n/texts.server'
import { machinePaths, paths } from '../../app/paths'
import {
  mergedService,
  sampleMunicipalities,
  samplePages,
  unlistedPages,
  sampleServices,
  seedOf,
} from '../support/pages'

// The pages are the same with scripts and without: with them one register of each layout is enough.
const withAndWithoutScripts: { scripts: string; javaScriptEnabled: boolean; seenIn: readonly Register[] }[] = [
  { scripts: 'with JavaScript', javaScriptEnabled: true, seenIn: ['sq', 'en-simple'] },
  { scripts: 'without JavaScript', javaScriptEnabled: false, seenIn: registers },
]

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const mainLink = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true })
const html = (page: Page) => page.locator('html')

async function open(page: Page, path: string): Promise<Response> {
  const response = await page.goto(path)
  if (response === null) throw new Error(`No answer from ${path}`)
  return response
}

for (const { scripts, javaScriptEnabled, seenIn } of withAndWithoutScripts) {
  test.describe(scripts, () => {
    test.use({ javaScriptEnabled })

    for (const register of seenIn) {
      const t = translator(register)
      const language = languageOf(register)

      test(`from home to a service and back, ${register}`, async ({ page }) => {
        const { municipality, service } = seedOf(sampleMunicipalities.withOneService)
        const place = municipality[language]
        const name = service.name[language]

        await open(page, paths.home(register))
        await expect(html(page)).toHaveAttribute('lang', register)
        await expect(page).toHaveTitle(t('home:title'))
        await page.getByLabel(t('home:where'), { exact: true }).selectOption(place)
        await page.getByRole('button', { name: t('home:continue') }).click()

        await expect(page).toHaveURL(paths.municipality(register, municipality.slug))
        await expect(heading(page)).toContainText(place)
        await mainLink(page, name).click()

        await expect(page).toHaveURL(paths.service(register, service.slug))
        await expect(heading(page)).toHaveText(name)
        await expect(page.getByRole('heading', { name: t('service:start.title') })).toBeVisible()
        await mainLink(page, t('service:start.office', { municipality: place })).click()
        await expect(page).toHaveURL(`${paths.municipality(register, municipality.slug)}#ask`)
        await page.goBack()

        await mainLink(page, t('service:back', { municipality: place })).click()
        await expect(page).toHaveURL(paths.municipality(register, municipality.slug))
        await mainLink(page, t('municipality:back')).click()
        await expect(page).toHaveURL(paths.municipalities(register))
        await page.getByRole('banner').getByRole('link', { name: 'Pranë' }).click()
        await expect(page).toHaveURL(paths.home(register))
      })

      test(`home says what is missing, ${register}`, async ({ page }) => {
        await open(page, paths.home(register))
        const answer = page.waitForResponse((response) => response.url().includes('?municipality='))
        await page.getByRole('button', { name: t('home:continue') }).click()
        expect((await answer).status()).toBe(422)
        await expect(page).toHaveTitle(t('common:problemTitle', { title: t('home:title') }))

        const summary = page.getByRole('alert')
        await expect(summary).toBeFocused()
        await expect(summary.getByRole('heading', { name: t('common:problem') })).toBeVisible()
        const field = page.getByLabel(t('home:where'), { exact: true })
        await expect(field).toHaveAttribute('aria-invalid', 'true')
        await expect(field).toHaveAccessibleDescription(new RegExp(`${t('home:choose')}$`))
        await summary.getByRole('link', { name: t('home:choose') }).click()
        await expect(page).toHaveURL(/#municipality$/)
      })
    }
  })
}

test.describe('the links to the other language and the other register', () => {
  const names = ['service withAddress', 'services with filters', 'missing']

  for (const { name, register, path } of samplePages.filter((sample) => names.includes(sample.name))) {
    test(`lead to the same page there, nothing lost: ${name}, ${register}`, async ({ page }) => {
      const language = languageOf(register)
      const other = languageCodes.find((code) => code !== language) ?? language
      const switches: [string, Register][] = [
        [languages[other].name, inLanguage(register, other)],
        [translator(register)('common:twin'), twinOf(register)],
      ]
      for (const [link, to] of switches) {
        await open(page, path)
        await page.getByRole('banner').getByRole('link', { name: link, exact: true }).click()
        await expect(html(page)).toHaveAttribute('lang', to)
        await expect.soft(page).toHaveURL(path.replace(`/${register}`, `/${to}`))
      }
    })
  }
})

test.describe('settings, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const register of registers) {
    test(`the choices are kept in one cookie and drawn by the server, ${register}`, async ({
      page,
      context,
      baseURL,
    }) => {
      const t = translator(register)
      const opens = twinOf(inLanguage(register, languageOf(register) === 'sq' ? 'en' : 'sq'))
      const choose = (group: string, option: string) =>
        page
          .getByRole('group', { name: t(`settings:${group}.title`) })
          .getByRole('radio', { name: t(`settings:${group}.${option}`), exact: true })
      const choices: [string, string][] = [
        ['size', '150'],
        ['theme', 'dark'],
        ['spacing', 'wide'],
        ['motion', 'off'],
        ['register', opens],
      ]

      await open(page, paths.settings(register))
      for (const [group, first] of [
        ['size', '100'],
        ['theme', 'auto'],
        ['spacing', 'normal'],
        ['motion', 'auto'],
      ]) {
        await expect(choose(group!, first!)).toBeChecked()
      }
      expect(await context.cookies()).toEqual([]) // nothing is kept before somebody chooses
      for (const [group, option] of choices) await choose(group, option).check()
      await page.getByRole('button', { name: t('settings:save') }).click()

      await expect(page).toHaveURL(`${paths.settings(opens)}?saved=1`)
      await expect(page.getByRole('status')).toHaveText(translator(opens)('settings:saved'))
      for (const [group, option] of choices) {
        const texts = translator(opens)
        const fieldset = page.getByRole('group', { name: texts(`settings:${group}.title`) })
        await expect(
          fieldset.getByRole('radio', { name: texts(`settings:${group}.${option}`), exact: true }),
        ).toBeChecked()
      }
      const cookies = await context.cookies()
      expect(cookies).toHaveLength(1)
      expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })

      await open(page, '/')
      await expect(page).toHaveURL(paths.home(opens))
      const fromServer = await (await context.request.get(`${baseURL}${paths.help(register)}`)).text()
      expect(fromServer).toMatch(/<html [^>]*data-size="150" data-theme="dark" data-spacing="wide" data-motion="off"/)
    })
  }
})

test.describe('pages that go wrong', () => {
  for (const register of registers) {
    const t = translator(register)

    test(`an address that does not exist, ${register}`, async ({ page }) => {
      for (const path of ['/nothing', '/services/nothing', '/municipalities/nothing', '/help/more']) {
        const response = await open(page, `/${register}${path}`)
        expect(response.status()).toBe(404)
        await expect(html(page)).toHaveAttribute('lang', register)
        await expect(heading(page)).toHaveText(t('errors:missing.title'))
        await expect(page).toHaveTitle(new RegExp(t('errors:missing.title')))
      }
      await mainLink(page, t('errors:toServices')).click()
      await expect(page).toHaveURL(paths.services(register))
    })

    test(`a fault of ours, ${register}`, async ({ page }) => {
      const response = await open(page, `${paths.gallery(register)}/broken`)
      expect(response.status()).toBe(500)
      await expect(html(page)).toHaveAttribute('lang', register)
      await expect(heading(page)).toHaveText(t('errors:broken.title'))
      const sentence = t('errors:reference', { reference: '(\\d{6})' })
      await expect(page.getByRole('main').getByText(new RegExp(`^${sentence}$`))).toBeVisible()
      expect(await response.text()).not.toMatch(/The gallery shows|node_modules|\.[jt]sx?:\d/)
      await mainLink(page, t('errors:toHelp')).click()
      await expect(page).toHaveURL(paths.help(register))
    })
  }

  for (const [locale, register] of [
    ['sq-AL', 'sq'],
    ['en-GB', 'en'],
    ['de-DE', 'sq'],
  ] as const) {
    test(`an address without a register, for a reader of ${locale}`, async ({ browser, baseURL }) => {
      const page = await browser.newPage({ locale, baseURL })
      expect((await open(page, '/nothing/at/all')).status()).toBe(404)
      await expect(html(page)).toHaveAttribute('lang', register)
      await expect(heading(page)).toHaveText(translator(register)('errors:missing.title'))
      await page.close()
    })
  }

  test('a record that was merged leads to the one that took it in', async ({ page }) => {
    await open(page, paths.service('en', mergedService))
    await expect(page).toHaveURL(paths.service('en', sampleServices.mergedTarget))
  })
})

test.describe('municipalities', () => {
  for (const register of ['sq', 'en'] as const) {
    const t = translator(register)

    test(`by county, and from A to Z in 36 letters, ${register}`, async ({ page }) => {
      await open(page, paths.municipalities(register))
      const letters = page.getByRole('navigation', { name: t('municipalities:letters') })
      await expect(letters.getByRole('listitem')).toHaveText([...alphabet])
      expect(alphabet).toHaveLength(36)
      await letters.getByRole('link', { name: 'Sh', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Sh', exact: true })).toBeInViewport()

      const counties = page.getByRole('heading', { level: 3 }).filter({ hasNotText: /^\p{Lu}\p{Ll}?$/u })
      await expect(counties).toHaveCount(12)
      await expect(mainLink(page, 'Përmet')).toHaveCount(2) // under its county, and under its letter
      const addresses = await page
        .getByRole('main')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      const municipality = /^\/\w+\/municipalities\/[a-z-]+$/
      expect(new Set(addresses.filter((address) => municipality.test(address))).size).toBe(61)

      await mainLink(page, t('municipalities:see', { name: 'Peshkopi', municipality: 'Dibër' })).click()
      await expect(page).toHaveURL(paths.municipality(register, 'diber'))
      await expect(heading(page)).toContainText('Dibër')
    })
  }

  for (const register of ['sq-simple', 'en-simple'] as const) {
    test(`in two steps, ${register}`, async ({ page }) => {
      await open(page, paths.municipalities(register))
      await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(12)
      await mainLink(page, 'Gjirokastër').click()
      await expect(page).toHaveURL(paths.county(register, 'gjirokaster'))
      await mainLink(page, 'Përmet').click()
      await expect(page).toHaveURL(paths.municipality(register, 'permet'))
    })
  }

  test('the name of the seat leads to the municipality from home too', async ({ page }) => {
    await open(page, paths.home('sq'))
    await page.getByLabel(translator('sq')('home:where')).selectOption('Dibër – Peshkopi')
    await page.getByRole('button', { name: translator('sq')('home:continue') }).click()
    await expect(page).toHaveURL(paths.municipality('sq', 'diber'))
  })
})

test.describe('for machines', () => {
  const tables = ['services', 'municipalities', 'offices', 'organizations', 'help-lines']

  for (const table of tables) {
    test(`${table}.csv opens in a spreadsheet and starts nothing there`, async ({ request }) => {
      const response = await request.get(machinePaths.dataFile(`${table}.csv`))
      expect([response.status(), response.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
      const bytes = await response.body()
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const [header = [], ...rows] = parseCsv(bytes.subarray(3).toString())
      expect(header.every((name) => /^[a-zA-Z]+$/.test(name))).toBe(true)
      expect(rows.length).toBeGreaterThan(3)
      expect(rows.filter((row) => row.length !== header.length)).toEqual([])
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      const asJson = (await (await request.get(machinePaths.dataFile(`${table}.json`))).json()) as unknown[]
      expect(asJson).toHaveLength(rows.length)
    })
  }

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('the page about data leads to the files', async ({ page }) => {
      await open(page, paths.data('en'))
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'services.csv' }).click()
      expect((await download).suggestedFilename()).toBe('services.csv')
    })
  })

  test('accessibility.json, sitemap, robots and manifest', async ({ request, baseURL }) => {
    const statement = (await (await request.get(machinePaths.accessibility)).json()) as Record<string, unknown>
    expect(statement).toMatchObject({
      name: 'Pranë',
      status: 'partial',
      contact: { name: 'Bashkia e provës', email: null },
    })

    const sitemap = await (await request.get(machinePaths.sitemap)).text()
    const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.length % registers.length).toBe(0)
    const unlisted = new Set(unlistedPages.map(({ path }) => path))
    for (const { path, status } of samplePages.filter(({ path }) => !unlisted.has(path))) {
      if (status === 200 && !path.includes('?')) expect(addresses).toContain(`${baseURL}${path}`)
    }
    expect(sitemap).not.toContain('gallery')
    expect(sitemap).not.toContain(mergedService)

    expect(await (await request.get(machinePaths.robots)).text()).toContain(
      `Sitemap: ${baseURL}${machinePaths.sitemap}`,
    )
    const manifest = (await (await request.get('/manifest.webmanifest')).json()) as { icons: { src: string }[] }
    for (const { src } of manifest.icons) expect((await request.get(src)).status()).toBe(200)
  })

  test('every municipality has a share picture of the size that messengers ask for', async ({
    page,
    request,
    baseURL,
  }) => {
    await open(page, paths.municipality('sq', sampleMunicipalities.withoutRecord))
    const address = await page.locator('meta[property="og:image"]').getAttribute('content')
    expect(address).toBe(`${baseURL}${machinePaths.sharePicture(sampleMunicipalities.withoutRecord)}`)
    const response = await request.get(machinePaths.sharePicture(sampleMunicipalities.withoutRecord))
    expect(response.headers()['content-type']).toBe('image/png')
    const picture = await response.body()
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
    expect((await request.get(machinePaths.sharePicture('nowhere'))).status()).toBe(404)
  })
})

test.describe('small scripts', () => {
  const service = paths.service('sq', sampleServices.withAddress)
  const print = { name: translator('sq')('service:print') }

  test('the print button prints', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '')
    })
    await open(page, service)
    await page.getByRole('button', print).click()
    await expect(html(page)).toHaveAttribute('data-printed', '')
  })

  for (const { scripts, javaScriptEnabled, seenIn } of withAndWithoutScripts) {
    test.describe(scripts, () => {
      test.use({ javaScriptEnabled })

      test('the print button is there only if it works', async ({ page }) => {
        await open(page, service)
        await expect(page.getByRole('button', print)).toHaveCount(javaScriptEnabled ? 1 : 0)
      })

      for (const register of seenIn) {
        test(`the way out leads elsewhere and tells nothing, ${register}`, async ({ page, context }) => {
          const asked: Record<string, string>[] = []
          await context.route('https://*/**', async (route) => {
            asked.push({ address: route.request().url(), ...(await route.request().allHeaders()) })
            await route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' })
          })
          await open(page, paths.home(register))
          await open(page, paths.emergency(register))
          await page.getByRole('link', { name: translator(register)('common:exit.button') }).click()
          await expect(page).toHaveTitle('Elsewhere')
          expect(asked[0]?.['address']).toBe(`https://${languageOf(register)}.wikipedia.org/`)
          expect(asked[0]).not.toHaveProperty('referer')
          await page.goBack()
          await expect(page).toHaveURL(javaScriptEnabled ? paths.home(register) : paths.emergency(register))
        })
      }
    })
  }

  test('Shift three times is a way out too, twice is not', async ({ page, context }) => {
    await context.route('https://*/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
    )
    await open(page, paths.home('sq'))
    await open(page, paths.safePlace('sq'))
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    await expect(page).toHaveURL(paths.safePlace('sq'))
    await page.keyboard.press('Shift')
    await expect(page).toHaveTitle('Elsewhere')
    await page.goBack()
    await expect(page).toHaveURL(paths.home('sq'))
  })
})

/** Cells in quotes may hold commas, line breaks and doubled quotes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}
