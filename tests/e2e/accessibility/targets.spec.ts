import { choose, desktop, expect, findings, layouts, open, phone, sample, test } from '../../support/a11y'
import { apart, smallest, targetFaults } from '../../support/gates/targets'

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
