import { LRUCache } from 'lru-cache'
import { remember } from './remember.server'

type Kept = { on: boolean; values: LRUCache<string, Promise<unknown>> }

/** Some pages of each of 61 municipalities in two languages; what was not asked for in a long time makes room. */
const mostKept = 1_000

const kept = () => remember('until change', (): Kept => ({ on: false, values: new LRUCache({ max: mostKept }) }))

/**
 * What pages read and few changes touch (services of a place, the choices of a filter), read once and kept until the
 * database tells of a change. Nobody may write into it. While nobody can tell of changes it is read each time.
 *
 * @param name one name for one question, its parameters included; never what a person typed
 */
export function untilChange<T>(name: string, read: () => Promise<T>): Promise<T> {
  const { on, values } = kept()
  if (!on) return read()
  const known = values.get(name)
  if (known) return known as Promise<T>
  const reading = read()
  values.set(name, reading)
  reading.catch(() => values.delete(name)) // whoever asked learns of it; the next one tries again
  return reading
}

/** To be told of changes: what was read before is forgotten, also what is being read now. */
export const valuesKept = {
  empty: () => kept().values.clear(),
  turn: (on: boolean) => {
    kept().on = on
    kept().values.clear()
  },
}
