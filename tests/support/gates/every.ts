import type { Page } from '@playwright/test'
import type { Register } from '../../../app/i18n/registers'
import { axe, phone, zoomed } from '../a11y'
import { markupFaults } from '../crawl'
import { layoutFaults } from './easy-layout'
import { errorFaults, fieldFaults, wordsOf } from './forms'
import { orderFaults } from './keyboard'
import { reflowFaults } from './reflow'
import { targetFaults } from './targets'

/** What stands against the page as it is now. */
export type Look = (page: Page, register: Register) => Promise<string[]>

/** Every gate of the frame, at the size of a phone and at 400 %. */
export const everyGate: Look = async (page, register) => {
  const { problem, title } = wordsOf(register)
  const isWrong = await page.evaluate(() => document.querySelector('main [role=alert] h2') !== null)
  const found = [
    // Rules about markup and order: one register of each language and layout. The other gates depend on the words.
    ...(register === 'sq' || register === 'en-simple' ? [...(await axe(page)), ...(await orderFaults(page))] : []),
    ...(await fieldFaults(page)),
    ...(await targetFaults(page)),
    ...(isWrong ? await errorFaults(page, problem, title) : []),
    ...(register.endsWith('-simple') ? await layoutFaults(page) : []),
  ]
  await page.setViewportSize(zoomed)
  found.push(...(await reflowFaults(page)).map((fault) => `at 400 %: ${fault}`))
  await page.setViewportSize(phone)
  return [...found, ...markupFaults(await page.content())]
}

export const inColour: Look = (page) => axe(page)
export const inSize: Look = async (page) => [
  ...(await reflowFaults(page)),
  ...(await targetFaults(page)),
  ...(await fieldFaults(page)),
]

/** Collects faults by the address at which they stood. */
export function watch(page: Page, register: Register, look: Look) {
  const found: string[] = []
  return {
    found,
    see: async (what: string) => {
      await page.waitForLoadState('load')
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      found.push(...(await look(page, register)).map((fault) => `${what}: ${fault}`))
    },
  }
}
