import { json, type HeadersFunction } from '@remix-run/node'
import type { Head } from '~/lib/head'
import { isAway } from './away.server'

const noStore = 'no-store, private'

/** For pages that show what one person wrote: no browser, proxy or memory keeps them. */
export const privateHeaders: HeadersFunction = ({ actionHeaders, loaderHeaders, errorHeaders }) => {
  const headers = new Headers(errorHeaders ?? loaderHeaders)
  for (const [name, value] of actionHeaders) headers.set(name, value)
  headers.set('Cache-Control', noStore)
  return headers
}

const retrySoon = { 'Retry-After': '30' }

/** Answers with a page of its own kind when the database is away; every other fault is a fault. */
export async function unlessAway<T>({ head }: { head: Head }, load: () => Promise<T>) {
  try {
    return await load()
  } catch (error) {
    if (!isAway(error)) throw error
    return json({ head, view: 'away' as const }, { status: 503, headers: retrySoon })
  }
}

const longest = 10_000

/** The same for a form: what was typed comes back, so that nothing is lost. Files cannot be given back. */
export async function wordsBack<T>(form: FormData, act: () => Promise<T>) {
  try {
    return await act()
  } catch (error) {
    if (!isAway(error)) throw error
    const values = [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.slice(0, 40), value.slice(0, longest)] as [string, string]] : [],
    )
    return json({ values }, { status: 503, headers: retrySoon })
  }
}
