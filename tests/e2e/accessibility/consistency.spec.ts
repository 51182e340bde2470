import type { Page } from '@playwright/test'
import { registers } from '../../../app/i18n/registers'
import { allPages, inTurn, samplePages } from '../../support/pages'
import { expect, open, test } from '../../support/a11y'

type Frame = { nav: string[]; help: string[]; order: string }
type Sign = { icon: string; word: string }

/** The links around a page and the signs on it, read from its text: the crawl needs no layout. */
function read(page: Page, paths: string[]): Promise<{ path: string; frame: Frame; signs: Sign[] }[]> {
  return page.evaluate(async (paths) => {
    const text = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
    const all: { path: string; frame: Frame; signs: Sign[] }[] = []
    for (const path of paths) {
      const html = await (await fetch(path)).text()
      const page = new DOMParser().parseFromString(html, 'text/html')
      // Where a form is open, the registers in the head are its buttons, so that nothing typed is lost.
      const links = (selector: string) =>
        [...page.querySelectorAll(`${selector} :is(a, button:not([aria-hidden]))`)].map(text)
      const frame = {
        nav: links('body > header'),
        help: links('footer'),
        order: [...page.body.children].map(({ localName }) => localName).join(' '),
      }
      const icons = [...page.querySelectorAll('a svg.icon, button svg.icon, .row > svg.icon')]
      const signs = icons.map((icon) => ({
        icon: icon.querySelector('path')?.getAttribute('d')?.slice(0, 40) ?? '',
        word: text(icon.parentElement?.querySelector('a') ?? icon.parentElement ?? icon),
      }))
      const pictures = [...page.querySelectorAll('.block img')].map((img) => ({
        icon: img.getAttribute('src') ?? '',
        word: text(img.closest('.block')?.querySelector('p, legend, label, a') ?? img),
      }))
      all.push({ path, frame, signs: [...signs, ...pictures] })
    }
    return all
  }, paths)
}

/** Pages whose frame is not that of the first. */
function frameFaults(pages: { path: string; frame: Frame }[]): string[] {
  const [first] = pages
  return pages
    .filter(({ frame }) => JSON.stringify(frame) !== JSON.stringify(first?.frame))
    .map(({ path, frame }) => `${path}: ${JSON.stringify(frame)}`)
}

/** Words that stand beside one sign here and beside another one there. */
function signFaults(signs: Sign[]): string[] {
  const byWord = new Map<string, Set<string>>()
  for (const { word, icon } of signs) byWord.set(word, (byWord.get(word) ?? new Set()).add(icon))
  return [...byWord]
    .filter(([, icons]) => icons.size > 1)
    .map(([word, icons]) => `"${word}" has ${[...icons].join(' and ')}`)
}

for (const register of registers) {
  test(`the same links in the same order on every kind of page, the same word with the same sign (${register})`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(120_000)
    const known = inTurn(await allPages(baseURL ?? '')).filter((each) => each.register === register)
    const more = samplePages.filter((each) => each.register === register)
    await open(page, `/${register}`)
    const pages = await read(page, [...new Set([...known, ...more].map(({ path }) => path))])
    expect(pages.length).toBeGreaterThan(80)
    expect(pages[0]?.frame.nav.length).toBeGreaterThanOrEqual(4)
    expect(pages[0]?.frame.help.length).toBeGreaterThanOrEqual(6)
    expect(frameFaults(pages)).toEqual([])
    expect(signFaults(pages.flatMap(({ signs }) => signs))).toEqual([])
  })
}

test('the same help, in the same place, for the same need: its number of links does not depend on the language', async ({
  page,
}) => {
  await open(page, '/sq')
  const pages = await read(
    page,
    registers.map((register) => `/${register}/help`),
  )
  const counts = new Set(pages.map(({ frame }) => `${frame.nav.length} ${frame.help.length} ${frame.order}`))
  expect([...counts]).toHaveLength(1)
})

test('calibration: another order and another sign are found', () => {
  const frame = { nav: ['a', 'b'], help: ['c'], order: 'a header main footer' }
  const other = { ...frame, nav: ['b', 'a'] }
  expect(
    frameFaults([
      { path: '/1', frame },
      { path: '/2', frame: other },
    ]),
  ).toHaveLength(1)
  expect(
    signFaults([
      { icon: 'x', word: 'Print' },
      { icon: 'y', word: 'Print' },
    ]),
  ).toHaveLength(1)
})
