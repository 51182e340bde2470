import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test as base, type Page as BrowserPage } from '@playwright/test'
import type { Register } from '../../app/i18n/registers'
import { samplePages, type Page } from './pages'
import { makeProbe } from './a11y-probe'

export { expect }

/** A test whose page carries the probe. */
export const test = base.extend({
  page: async ({ page }, use) => {
    await carryProbe(page)
    await use(page)
  },
})

/** For another page than the test's own. */
export async function carryProbe(page: BrowserPage): Promise<void> {
  await page.addInitScript(`window.probe = (${makeProbe.toString()})()`)
}

export const phone = { width: 360, height: 640 }
export const desktop = { width: 1280, height: 800 }
/** What a 1280-pixel screen shows at 400 %. */
export const zoomed = { width: 320, height: 256 }

/** The sample in some registers. Pages that go wrong are part of it. */
export function sample(...registers: Register[]): Page[] {
  return samplePages.filter(({ register }) => registers.includes(register))
}

const layoutNames =
  /^(home|services|services on the map|help|settings|emergency|safePlace|data|municipality with(ManyServices|outRecord)|service withAddress|services, nothing found|home, nothing chosen)$/

/** One page of each layout in some registers: for what depends on the layout alone, and for measurements that take long. */
export function layouts(...registers: Register[]): Page[] {
  return sample(...registers).filter(({ name }) => layoutNames.test(name))
}

export async function open(page: BrowserPage, path: string): Promise<void> {
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** The reader's own choices, as the settings page keeps them. */
export async function choose(page: BrowserPage, settings: Record<string, string>): Promise<void> {
  await page.goto('/robots.txt') // any address of the server: a cookie needs one
  await page
    .context()
    .addCookies([
      { name: 'prane', value: encodeURIComponent(new URLSearchParams(settings).toString()), url: page.url() },
    ])
}

/** Adds rules the way a reader's own style sheet does; the content security policy does not stop this way. */
export async function addStyles(page: BrowserPage, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, css)
}

/** Loads a page as a browser without scripts does, and lets the suite measure it afterwards. */
export async function openWithoutScripts(page: BrowserPage, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  await page.goto(path)
  await session.send('Emulation.setScriptExecutionDisabled', { value: false })
  await session.detach()
}

/**
 * Puts the page of an address into the one that is open, whose styles stay: a part of the time that going there takes,
 * and what depends on markup and styles is the same. Its scripts do not run and it takes no focus: what is about those
 * goes there by `open`.
 */
async function putIn(page: BrowserPage, path: string): Promise<void> {
  const isIn = await page.evaluate(async (path) => {
    if (document.querySelector('link[rel=stylesheet]') === null) return false // no page of ours is open yet
    const next = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html')
    const root = document.documentElement
    for (const name of root.getAttributeNames()) root.removeAttribute(name)
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
    document.title = next.title
    document.body.replaceWith(next.body)
    scrollTo(0, 0)
    await document.fonts.ready
    return true
  }, path)
  if (!isIn) await open(page, path)
}

/** Visits pages one after the other and names every finding by its page. */
export async function findings(
  page: BrowserPage,
  pages: readonly Page[],
  look: (page: Page) => Promise<string[]>,
  visit: (page: BrowserPage, path: string) => Promise<void> = putIn,
): Promise<string[]> {
  const found: string[] = []
  for (const each of pages) {
    await visit(page, each.path)
    found.push(...(await look(each)).map((finding) => `${each.path}: ${finding}`))
  }
  return found
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Rules that axe leaves off or calls experimental. */
const more = [
  'target-size',
  'color-contrast-enhanced',
  'css-orientation-lock',
  'focus-order-semantics',
  'identical-links-same-purpose',
  'label-content-name-mismatch',
  'p-as-heading',
  'table-fake-caption',
  'td-has-header',
]

/** The rule on hidden content names such content and does not judge it; enough contrast for AAA is enough for AA. */
const leftOut = ['hidden-content', 'color-contrast']

type AxeResult = { violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }
type Axe = {
  run: (where: Document, options: object) => Promise<AxeResult>
  getRules: (tags: string[]) => { ruleId: string }[]
}

/** Gives every page that opens from now on its copy of axe: quicker than sending it again each time. */
export async function carryAxe(page: BrowserPage): Promise<void> {
  await page.addInitScript({ content: axeSource })
}

/** What axe has against the page as it stands, one line a fault. Contrast takes longer than all the rest. */
export async function axe(page: BrowserPage, { contrast = true } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  return page.evaluate(
    async ({ tags, more, left }) => {
      const { axe } = globalThis as unknown as { axe: Axe }
      const values = [...axe.getRules(tags).map(({ ruleId }) => ruleId), ...more].filter((id) => !left.includes(id))
      // The link that covers its row does so with an empty box, which hides no colour.
      const drawn = { options: { ignorePseudo: true } }
      const { violations } = await axe.run(document, {
        runOnly: { type: 'rule', values: [...new Set(values)] },
        checks: { 'color-contrast-enhanced': drawn },
        resultTypes: ['violations'],
        preload: false,
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => {
          const [, reason = ''] = failureSummary.split('\n')
          return `${id} at ${target.join(' ')} (${reason.trim()})`
        }),
      )
    },
    { tags, more, left: contrast ? leftOut : [...leftOut, 'color-contrast-enhanced'] },
  )
}
