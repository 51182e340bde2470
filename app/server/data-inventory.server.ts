import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { remember } from './remember.server'

/** The rows of docs/data-inventory.md, in order: the privacy page is made from them. */
export function inventoryIds(): string[] {
  return remember('data-inventory', () =>
    [...readFileSync(resolve('docs/data-inventory.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, id]) => id ?? '',
    ),
  )
}
