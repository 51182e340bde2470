import type { Page } from '@playwright/test'
import { choose, expect, findings, layouts, open, phone, test } from '../../support/a11y'

test.use({ viewport: phone })

const both = layouts('sq', 'sq-simple')
const paper = { light: 'rgb(255, 255, 255)', dark: 'rgb(14, 18, 22)', contrast: 'rgb(0, 0, 0)' }

const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

/** Animations that run, and styles that would start one. */
function motionFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = document.getAnimations().length > 0 ? [`${document.getAnimations().length} animations run`] : []
    for (const element of document.querySelectorAll('body, body *')) {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element)
      const lasts = (value: string) => value.split(',').some((part) => parseFloat(part) > 0)
      if (animationName !== 'none' && lasts(animationDuration)) faults.push(`moves: ${window.probe.name(element)}`)
      if (lasts(transitionDuration)) faults.push(`changes slowly: ${window.probe.name(element)}`)
      if (scrollBehavior === 'smooth') faults.push(`scrolls slowly: ${window.probe.name(element)}`)
    }
    return faults
  })
}

/** Signs that cannot be told from what they stand on (3:1), and signs too small to see. */
function iconFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const part = (value = 0) => (value / 255 <= 0.04045 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
    const light = ([r, g, b]: number[]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    const ground = (element: Element | null): number[] => {
      const colour = numbers(element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)')
      return colour[3] === 0 ? ground(element?.parentElement ?? null) : colour
    }
    return [...document.querySelectorAll('svg.icon, .mark svg')].flatMap((icon) => {
      if (!window.probe.isShown(icon)) return []
      const where = window.probe.name(icon.parentElement ?? icon)
      const [one, two] = [light(numbers(getComputedStyle(icon).fill)), light(ground(icon.parentElement))]
      const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
      const { width } = icon.getBoundingClientRect()
      return [
        ...(ratio < 3 ? [`an icon has ${ratio.toFixed(1)}:1 in ${where}`] : []),
        ...(width < 20 ? [`an icon is ${width} wide in ${where}`] : []),
      ]
    })
  })
}

/** A chosen answer differs from the others by more than its colour. */
function choiceFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const look = (label: Element) => {
      const { borderTopWidth, fontWeight, outlineWidth, outlineStyle } = getComputedStyle(label)
      return [borderTopWidth, fontWeight, outlineStyle, outlineWidth].join(' ')
    }
    return [...document.querySelectorAll('fieldset')].flatMap((group) => {
      const labels = [...group.querySelectorAll('label')]
      const chosen = labels.find((label) => label.querySelector(':checked'))
      const other = labels.find((label) => !label.querySelector(':checked'))
      return chosen && other && look(chosen) !== look(other) ? [] : [`only colour in ${window.probe.name(group)}`]
    })
  })
}

/** Links in the text of a page are underlined: colour alone tells them from no word around them. */
function underlineFaults(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main a:not(.button, .button-plain), footer a')]
      .filter((link) => window.probe.isShown(link) && !getComputedStyle(link).textDecorationLine.includes('underline'))
      .map((link) => `not underlined: ${window.probe.name(link)}`),
  )
}

test('nothing moves, least of all for those who asked for stillness', async ({ page }) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion })
    expect(await findings(page, both, () => motionFaults(page)), reducedMotion).toEqual([])
  }
})

test('the device’s wish is obeyed, and the reader’s own choice wins', async ({ page }) => {
  await open(page, '/sq')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await paperOf(page)).toBe(paper[colorScheme])
  }
  await page.emulateMedia({ contrast: 'more' })
  expect(await paperOf(page)).toBe(paper.contrast)
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await choose(page, { theme })
    await page.goto('/sq')
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const contrast of ['no-preference', 'more'] as const) {
        await page.emulateMedia({ colorScheme, contrast })
        expect(await paperOf(page), `${theme} chosen, ${colorScheme} and ${contrast} wished`).toBe(paper[theme])
      }
    }
  }
})

test('the reader’s size is there from the first byte and multiplies everything', async ({ page }) => {
  const bodySize = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
  await open(page, '/sq')
  const plain = await bodySize()
  for (const [size, times] of [
    ['125', 1.25],
    ['150', 1.5],
  ] as const) {
    await choose(page, { size })
    await page.goto('/sq')
    expect(await bodySize()).toBeCloseTo(plain * times, 1)
  }
})

for (const theme of ['light', 'dark', 'contrast', 'forced'] as const) {
  test(`signs, choices and links are seen without colour: ${theme}`, async ({ page }) => {
    if (theme === 'forced') await page.emulateMedia({ forcedColors: 'active' })
    else await choose(page, { theme })
    const found = await findings(page, both, async () => [
      ...(await iconFaults(page)),
      ...(await choiceFaults(page)),
      ...(await underlineFaults(page)),
    ])
    expect(found).toEqual([])
  })
}

test('calibration: motion, a pale sign, a choice by colour and a bare link are found', async ({ page }) => {
  await open(page, '/sq/settings')
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('main')?.style.setProperty('transition', 'color 1s')
    for (const label of document.querySelectorAll<HTMLElement>('fieldset label')) {
      label.style.setProperty('border-width', '2px')
      label.style.setProperty('font-weight', '400')
    }
    document.querySelector<SVGElement>('.mark svg')?.style.setProperty('fill', '#ddd')
    document.querySelector<HTMLElement>('footer a')?.style.setProperty('text-decoration', 'none')
  })
  expect(await motionFaults(page)).not.toEqual([])
  expect(await iconFaults(page)).not.toEqual([])
  expect(await choiceFaults(page)).not.toEqual([])
  expect(await underlineFaults(page)).not.toEqual([])
})
