import {
  addStyles,
  choose,
  desktop,
  expect,
  findings,
  layouts,
  open,
  phone,
  sample,
  test,
  zoomed,
} from '../../support/a11y'
import { reflowFaults } from '../../support/gates/reflow'

const all = sample('sq', 'sq-simple')
const both = layouts('sq', 'sq-simple')

test('320 pixels wide, at 400 %', async ({ page }) => {
  test.setTimeout(120_000)
  await page.setViewportSize(zoomed)
  expect(await findings(page, all, () => reflowFaults(page))).toEqual([])
})

test('a phone on its side', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 360 })
  expect(await findings(page, both, () => reflowFaults(page))).toEqual([])
})

for (const [screen, viewport] of Object.entries({ phone, desktop })) {
  test(`text at 200 % (${screen})`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(viewport)
    const found = await findings(page, both, async () => {
      await addStyles(page, ':root { font-size: 200% !important }')
      return reflowFaults(page)
    })
    expect(found).toEqual([])
  })

  test(`the reader's text spacing (${screen})`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(viewport)
    const found = await findings(page, both, async () => {
      await addStyles(
        page,
        `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
         p { margin-block-end: 2em !important }`,
      )
      return reflowFaults(page)
    })
    expect(found).toEqual([])
  })
}

test('the reader’s own settings: largest letters, wide spacing', async ({ page }) => {
  await choose(page, { size: '150', spacing: 'wide' })
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await findings(page, both, () => reflowFaults(page))).toEqual([])
})

test('calibration: a wide box, cut text and text on text are found', async ({ page }) => {
  await page.setViewportSize(phone)
  for (const fault of [
    '<div style="width: 900px">wide</div>',
    '<p style="height: 10px; overflow: hidden">cut off text</p>',
    '<p>below</p><p style="position: relative; top: -2.5em; margin-block-start: 0">above</p>',
    '<div style="position: fixed; bottom: 0; height: 50vh">bar</div>',
  ]) {
    await page.goto('about:blank')
    await page.setContent(`<!doctype html><style>p { line-height: 1.5 }</style>${fault}`)
    expect(await reflowFaults(page), fault).not.toEqual([])
  }
  await open(page, '/sq')
  expect(await reflowFaults(page)).toEqual([])
})
