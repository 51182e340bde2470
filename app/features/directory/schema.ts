import { z } from 'zod'

/**
 * Reads a query one value at a time: a value that is not offered is left out and named in `ignored`,
 * so that an old link or a typing error never breaks a page. Only the first of several values counts.
 */
export function readQuery<T extends Record<string, z.ZodType>>(
  shape: T,
  query: URLSearchParams,
): { values: { [K in keyof T]?: z.infer<T[K]> }; ignored: string[] } {
  const values: { [K in keyof T]?: z.infer<T[K]> } = {}
  const ignored: string[] = []
  for (const [name, schema] of Object.entries(shape)) {
    const [given = '', ...more] = query.getAll(name)
    if (given === '' && more.length === 0) continue
    const parsed = schema.safeParse(given)
    if (parsed.success) values[name as keyof T] = parsed.data as z.infer<T[keyof T]>
    if (!parsed.success || more.length > 0) ignored.push(name)
  }
  if ([...query.keys()].some((name) => !Object.hasOwn(shape, name))) ignored.push('other')
  return { values, ignored }
}

const code = z.string().regex(/^[a-z0-9_-]{1,60}$/)
const page = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number)

/** A person's own words: what no keyboard types is a space. */
const words = z.string().transform((text) => text.replace(/\p{C}+/gu, ' ').trim())
const ticked = z.literal('1').transform(() => true)

export const servicesQuery = { q: words, municipality: code, near: ticked, type: code, for: code, page }
export const municipalitiesQuery = { county: code }
export const homeQuery = { municipality: code }
