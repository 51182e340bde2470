import type { Page } from '@playwright/test'
import type { Register } from '../../../app/i18n/registers'
import { choose, desktop, expect, findings, layouts, open, phone, test, zoomed } from '../../support/a11y'
import type { Box } from '../../support/a11y-probe'
import type { Page as Address } from '../../support/pages'

/** Room around a control in which its ring may stand. */
const margin = 14

type Stop = { index: number; name: string; kind: string; box: Box; covered: string | null }

/** Gives one control the focus, or all of them one after the other, and says what lies over each at any of nine points. */
function focusStops(page: Page, only?: number): Promise<Stop[]> {
  return page.evaluate((only) => {
    const { area, controls, name } = window.probe
    return controls().flatMap((element, index) => {
      if (only !== undefined && only !== index) return []
      element.focus()
      const box = area(element)
      const owners = [element, element.closest('label')]
      const points = [0.1, 0.5, 0.9].flatMap((across) =>
        [0.1, 0.5, 0.9].map((down) => [box.x + box.width * across, box.y + box.height * down] as const),
      )
      const inView = points.filter(([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight)
      const over = inView
        .map(([x, y]) => document.elementFromPoint(x, y))
        .find((hit) => hit && !owners.some((owner) => owner?.contains(hit)))
      const covered = inView.length === 0 ? 'the edge of the screen' : over ? name(over) : null
      const parents = [element, element.parentElement, element.closest('header, main, footer, .band, .next, .problem')]
      const kind = parents.map((parent) => `${parent?.localName}.${parent?.className}`).join(' < ')
      return [{ index, name: name(element), kind, box, covered }]
    })
  }, only)
}

/** Pixels that change by 3:1 or more between two pictures, counted in a blank page: Node reads no PNG. */
function changedPixels(blank: Page, before: Buffer, after: Buffer): Promise<number> {
  return blank.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image()
          image.src = `data:image/png;base64,${base64}`
          await image.decode()
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
          canvas?.drawImage(image, 0, 0)
          return canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
        }),
      )
      const part = (value = 0) => (value / 255 <= 0.04045 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
      const light = (data: Uint8ClampedArray, at: number) =>
        0.2126 * part(data[at]) + 0.7152 * part(data[at + 1]) + 0.0722 * part(data[at + 2])
      let changed = 0
      for (let at = 0; at < (a?.length ?? 0); at += 4) {
        const [one, two] = [light(a!, at), light(b!, at)]
        if ((Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05) >= 3) changed++
      }
      return changed
    },
    [before.toString('base64'), after.toString('base64')],
  )
}

/** The part of the screen that holds a control and its ring. */
function clipOf(box: Box, view: { width: number; height: number }): Box {
  const x = Math.max(0, Math.floor(box.x - margin))
  const y = Math.max(0, Math.floor(box.y - margin))
  const right = Math.min(view.width, Math.ceil(box.x + box.width + margin))
  const bottom = Math.min(view.height, Math.ceil(box.y + box.height + margin))
  return { x, y, width: right - x, height: bottom - y }
}

/** The length of a control's edge that is on the screen. */
function perimeter({ x, y, width, height }: Box, view: { width: number; height: number }): number {
  const across = Math.min(x + width, view.width) - Math.max(x, 0)
  const down = Math.min(y + height, view.height) - Math.max(y, 0)
  const inside = (at: number, end: number) => at >= 0 && at <= end
  const edges = (a: number, b: number, end: number, length: number) =>
    (inside(a, end) ? length : 0) + (inside(b, end) ? length : 0)
  return edges(y, y + height, view.height, across) + edges(x, x + width, view.width, down)
}

/** Goes through the controls of a page; every kind of control is looked at once in each setting. */
async function focusFaults(page: Page, blank: Page, seen: Set<string>): Promise<string[]> {
  const view = page.viewportSize() ?? phone
  // A reader who uses keys: from now on the browser shows the focus, whoever moves it.
  await page.keyboard.press('Tab')
  const stops = await focusStops(page)
  const faults = stops.flatMap(({ name, covered }) => (covered ? [`${name} is covered by ${covered}`] : []))
  for (const { index, kind } of stops) {
    if (seen.has(kind)) continue
    seen.add(kind)
    const [stop] = await focusStops(page, index)
    if (!stop) continue
    const clip = clipOf(stop.box, view)
    const after = await page.screenshot({ clip, animations: 'disabled' })
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    const before = await page.screenshot({ clip, animations: 'disabled' })
    const changed = await changedPixels(blank, before, after)
    const needed = 2 * perimeter(stop.box, view)
    // The skip link goes away when it is left: all of it changes.
    if (changed < needed) faults.push(`the ring of ${stop.name} has ${changed} pixels of ${Math.round(needed)}`)
  }
  return faults
}

/** Enough to have every kind of control: links, rows, fields, boxes, errors. */
const few = (register: Register) =>
  layouts(register).filter(({ name }) => /^(home, nothing chosen|services|settings|service withAddress)$/.test(name))

/** Every screen and every theme, with both layouts: all of them together would say little more and take an hour. */
const settings: { theme: string; screen: string; viewport: typeof phone; pages: Address[] }[] = [
  { theme: 'light', screen: 'phone', viewport: phone, pages: layouts('sq', 'sq-simple') },
  { theme: 'light', screen: 'desktop', viewport: desktop, pages: few('sq') },
  { theme: 'light', screen: 'zoomed', viewport: zoomed, pages: layouts('sq-simple') },
  { theme: 'dark', screen: 'phone', viewport: phone, pages: layouts('sq') },
  { theme: 'contrast', screen: 'phone', viewport: phone, pages: few('sq-simple') },
  { theme: 'forced', screen: 'phone', viewport: phone, pages: few('sq') },
]

for (const { theme, screen, viewport, pages } of settings) {
  test(`the focus is seen and not covered: ${theme}, ${screen}`, async ({ page, context }) => {
    test.setTimeout(180_000)
    await page.setViewportSize(viewport)
    if (theme === 'forced') await page.emulateMedia({ forcedColors: 'active' })
    else await choose(page, { theme })
    const blank = await context.newPage()
    await page.bringToFront()
    const seen = new Set<string>()
    expect(await findings(page, pages, () => focusFaults(page, blank, seen), open)).toEqual([])
    expect(seen.size).toBeGreaterThan(10)
  })
}

test('calibration: a missing ring, a pale ring and a cover are found', async ({ page, context }) => {
  await page.setViewportSize(phone)
  const blank = await context.newPage()
  await page.bringToFront()
  for (const css of [
    ':focus-visible { outline: none !important; box-shadow: none !important }',
    ':focus-visible { outline: 3px solid #bbb !important; box-shadow: none !important }',
    'body::after { content: ""; position: fixed; inset: 60% 0 0; background: #fff }',
  ]) {
    await open(page, '/sq/settings')
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      document.adoptedStyleSheets = [sheet]
    }, css)
    expect(await focusFaults(page, blank, new Set()), css).not.toEqual([])
  }
})
