import type { Page } from '@playwright/test'

/** Pixels. */
export const smallest = 48
export const apart = 8

/**
 * What is too small to press, and what stands too near to its neighbour. Rows of a list lie against each other: each is
 * at least 64 high and pressed as a whole, so the distance that counts is the one between their words.
 */
export function targetFaults(page: Page): Promise<string[]> {
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
