import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Where the focus was after each press of Tab; null is out of the page. */
    reached: (number | null)[]
  }
}

/** What Tab (or Shift+Tab) reaches, until it leaves the page, as positions in the list of controls; -1 is another element. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', limit: number, from?: number): Promise<number[]> {
  await page.evaluate(() => {
    const controls = window.probe.controls()
    window.reached = []
    document.onkeyup = ({ key }) => {
      if (key !== 'Tab') return
      const { activeElement } = document
      const isOut = activeElement === document.body || activeElement === null
      window.reached.push(isOut ? null : controls.indexOf(activeElement as HTMLElement))
    }
  })
  await press(page, key, limit)
  const all = [...(from === undefined ? [] : [from]), ...(await page.evaluate(() => window.reached))]
  // Past the last control the focus goes to the browser, or to the other end: either way it is out.
  const end = all.findIndex((at, step) => at === null || (step > 0 && at === all[0]))
  return (end === -1 ? all : all.slice(0, end)).filter((at) => at !== null)
}

/** Many presses without waiting for each: the browser gets them in order. */
export async function press(page: Page, key: 'Tab' | 'Shift+Tab', times: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: key === 'Tab' ? 0 : 8 }
  const sent = Array.from({ length: times }, () => [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
  ])
  await Promise.all(sent.flat())
  await session.detach()
}

/** The next Tab starts before the first control, also where a page opened with the focus on something. */
export function startAtTop(page: Page): Promise<void> {
  return page.evaluate(async () => {
    // A page that says what is wrong takes the focus when it is drawn.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    scrollTo(0, 0)
  })
}

export async function pathFaults(page: Page): Promise<string[]> {
  const names = await page.evaluate(() => window.probe.controls().map(window.probe.name))
  const expected = names.map((_, index) => index)
  await startAtTop(page)
  const forth = await walk(page, 'Tab', names.length + 3)
  await page.evaluate(() => window.probe.controls().at(-1)?.focus())
  const back = await walk(page, 'Shift+Tab', names.length + 3, names.length - 1)
  const faults: string[] = []
  const lost = expected.filter((index) => !forth.includes(index)).map((index) => names[index])
  if (lost.length > 0) faults.push(`Tab does not reach ${lost.join(', ')}`)
  if (forth.join() !== expected.join()) faults.push(`Tab goes ${forth.join(' ')} of ${names.length}`)
  if (back.join() !== expected.toReversed().join()) faults.push(`Shift+Tab goes ${back.join(' ')} of ${names.length}`)
  return faults
}

/** Inside one landmark the path goes down the page, never up, unless it starts a new column to the right. */
export function orderFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, area, name } = window.probe
    const landmark = (element: Element) => element.closest('header, nav, main aside, main, footer')
    return controls().flatMap((element, index, all) => {
      const before = all[index - 1]
      if (!before || before.matches('.skip') || landmark(before) !== landmark(element)) return []
      const [a, b] = [area(before), area(element)]
      const rises = b.y < a.y - 20 && b.x < a.x + a.width
      return rises ? [`${name(element)} stands above ${name(before)}, which comes before it`] : []
    })
  })
}
