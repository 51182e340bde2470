import type { Page } from '@playwright/test'
import { choose, desktop, expect, findings, layouts, open, phone, sample, test } from '../../support/a11y'

const smallest = 48
const apart = 8

/**
 * What is too small to press, and what stands too near to its neighbour. Rows of a list lie against each other: each is
 * at least 64 high and pressed as a whole, so the distance that counts is the one between their words.
 */
function targetFaults(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ smallest, apart }) => {
      const { targets, area, name, isInline, coveredRow } = window.probe
      const boxes = targets()
        .filter((element) => !isInline(element))
        .map((element) => ({ element, box: area(element), row: coveredRow(element) !== null }))
      const small = boxes
        .filter(({ box, row }) => box.width < smallest - 0.5 || box.height < (row ? 64 : smallest) - 0.5)
        .map(({ element, box }) => `${name(element)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`)
      const near = boxes.flatMap(({ element, box, row }, index) =>
        boxes.slice(index + 1).flatMap((other) => {
          if (row && other.row) return []
          const across = Math.max(other.box.x - (box.x + box.width), box.x - (other.box.x + other.box.width))
          const down = Math.max(other.box.y - (box.y + box.height), box.y - (other.box.y + other.box.height))
          const gap = Math.max(across, down)
          return gap < apart - 0.5 ? [`${name(element)} is ${gap.toFixed(0)} from ${name(other.element)}`] : []
        }),
      )
      return [...small, ...near]
    },
    { smallest, apart },
  )
}

for (const [screen, viewport] of Object.entries({ phone, desktop })) {
  test(`all that can be pressed is ${smallest} by ${smallest} and ${apart} apart (${screen})`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(viewport)
    expect(await findings(page, sample('sq', 'sq-simple'), () => targetFaults(page))).toEqual([])
  })
}

test('at the largest size as well', async ({ page }) => {
  await choose(page, { size: '150' })
  await page.setViewportSize(phone)
  expect(await findings(page, layouts('sq', 'sq-simple'), () => targetFaults(page))).toEqual([])
})

test('the whole row answers to a press', async ({ page }) => {
  await page.setViewportSize(phone)
  const found = await findings(page, layouts('sq'), () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('.row a')].filter(window.probe.isShown).flatMap((link) => {
        link.scrollIntoView({ block: 'center' })
        const { x, y, width, height } = window.probe.area(link)
        const points = [0.05, 0.5, 0.95].flatMap((across) => [0.1, 0.5, 0.9].map((down) => [across, down] as const))
        const hits = points.filter(([a, d]) => document.elementFromPoint(x + width * a, y + height * d) === link)
        return hits.length === points.length ? [] : [`${window.probe.name(link)}: ${hits.length} of ${points.length}`]
      }),
    ),
  )
  expect(found).toEqual([])
})

test('calibration: a small target and two that touch are found', async ({ page }) => {
  await page.setViewportSize(phone)
  await open(page, '/sq')
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button>x</button><button>y</button>')
  })
  const found = (await targetFaults(page)).filter((fault) => /button "[xy]"/.test(fault))
  expect(found.some((fault) => fault.includes(' is 2') || fault.includes(' × '))).toBe(true)
  expect(found.some((fault) => fault.includes(' from '))).toBe(true)
})
