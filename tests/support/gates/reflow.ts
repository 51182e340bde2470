import type { Page } from '@playwright/test'

/** Sideways scrolling, boxes that stand out at the right, fixed things that eat the screen, and lost text. */
export function reflowFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement
    const faults = window.probe.lostText()
    if (root.scrollWidth > root.clientWidth) faults.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('.scroll > *, svg, .hidden')) continue
      if (!window.probe.isShown(element)) continue
      const { right, height } = element.getBoundingClientRect()
      if (right > root.clientWidth + 1) faults.push(`stands out: ${window.probe.name(element)}`)
      const fixed = ['fixed', 'sticky'].includes(getComputedStyle(element).position)
      if (fixed && height > innerHeight / 4) faults.push(`covers the screen: ${window.probe.name(element)}`)
    }
    return faults
  })
}
