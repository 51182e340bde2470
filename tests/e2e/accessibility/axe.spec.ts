import { allPages, inTurn } from '../../support/pages'
import { registers } from '../../../app/i18n/registers'
import {
  axe,
  carryAxe,
  choose,
  desktop,
  expect,
  findings,
  layouts,
  open,
  openWithoutScripts,
  phone,
  sample,
  test,
} from '../../support/a11y'

test.use({ viewport: phone })
test.beforeEach(({ page }) => carryAxe(page))

const groups = 2

for (let group = 0; group < groups; group++) {
  test(`every page on a phone, records each in one register, part ${group + 1} of ${groups}`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(300_000)
    const all = inTurn(await allPages(baseURL ?? ''))
    const mine = all.filter((_, index) => index % groups === group)
    expect(mine.length).toBeGreaterThan(100)
    expect(await findings(page, mine, () => axe(page))).toEqual([])
  })
}

const both = layouts('sq', 'sq-simple')

test('the sample in all registers, with pages that go wrong', async ({ page }) => {
  test.setTimeout(180_000)
  const rest = sample(...registers).filter(({ path, status }) => status !== 200 || path.includes('?'))
  expect(await findings(page, rest, () => axe(page))).toEqual([])
})

test('the sample on a wide screen', async ({ page }) => {
  test.setTimeout(180_000)
  await page.setViewportSize(desktop)
  expect(await findings(page, both, () => axe(page, { contrast: false }))).toEqual([])
})

test('the sample in the dark', async ({ page }) => {
  test.setTimeout(180_000)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await findings(page, both, () => axe(page))).toEqual([])
})

test('the sample in forced colours', async ({ page }) => {
  test.setTimeout(180_000)
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await findings(page, both, () => axe(page))).toEqual([])
})

test('the sample without JavaScript', async ({ page }) => {
  test.setTimeout(180_000)
  expect(await findings(page, both, () => axe(page, { contrast: false }), openWithoutScripts)).toEqual([])
})

test('the sample in high contrast, at the largest size, widely spaced', async ({ page }) => {
  test.setTimeout(180_000)
  await choose(page, { theme: 'contrast', size: '150', spacing: 'wide' })
  expect(await findings(page, both, () => axe(page))).toEqual([])
})

test('the gallery in every theme', async ({ page }) => {
  for (const theme of ['light', 'dark', 'contrast']) {
    await choose(page, { theme })
    await open(page, '/sq/gallery')
    expect(await axe(page), theme).toEqual([])
  }
})

test('calibration: known faults are found', async ({ page }) => {
  await open(page, '/sq')
  await page.evaluate(() => {
    const fault = document.createElement('div')
    fault.innerHTML =
      '<img src="/favicon.svg"><input><p><b>A heading that is none</b></p><p>text</p>' +
      '<p id="pale">pale</p><a href="/sq"></a><ul><p>no item</p></ul>'
    document.querySelector('main')?.append(fault)
    document.getElementById('pale')?.style.setProperty('color', '#666') // 5.7:1
  })
  const found = await axe(page)
  for (const rule of ['image-alt', 'label', 'color-contrast-enhanced', 'link-name', 'list']) {
    expect(
      found.some((line) => line.startsWith(`${rule} `)),
      rule,
    ).toBe(true)
  }
})
