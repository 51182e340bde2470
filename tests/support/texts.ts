import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { registers, type Register } from '../../app/i18n/registers'

/** A text or a list; lists are leaves, because the code asks for them whole. */
export type Leaf = string | unknown[]

/** Every text of a register under its full key, "help:title". */
export function leavesOf(register: Register): Map<string, Leaf> {
  const folder = resolve('locales', register)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return new Map(
    files.flatMap((file) =>
      flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')), `${file.replace('.json', '')}:`),
    ),
  )
}

function flatten(value: unknown, key: string): [string, Leaf][] {
  if (typeof value === 'string' || Array.isArray(value)) return [[key, value]]
  if (value === null || typeof value !== 'object') throw new Error(`${key} is neither a text nor a list`)
  const separator = key.endsWith(':') ? '' : '.'
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, `${key}${separator}${name}`))
}

export const texts = Object.fromEntries(registers.map((register) => [register, leavesOf(register)])) as Record<
  Register,
  Map<string, Leaf>
>

/** Every string in a leaf that a reader sees; names of pictures and pages are for the program. */
export function stringsIn(leaf: unknown): string[] {
  if (typeof leaf === 'string') return [leaf]
  if (Array.isArray(leaf)) return leaf.flatMap(stringsIn)
  if (leaf === null || typeof leaf !== 'object') return []
  return Object.entries(leaf).flatMap(([name, value]) => (['picture', 'to'].includes(name) ? [] : stringsIn(value)))
}
