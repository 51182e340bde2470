import { json, type AppLoadContext, type HeadersFunction } from '@remix-run/node'
import type { TFunction } from 'i18next'
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

/** Shows a form again with what is wrong; the loader of the same request says it in the title too. */
export function refuseForm<T extends object>(context: AppLoadContext, data: T, status = 422) {
  context.isRefused = true
  return json(data, { status })
}

/** What was typed into a form, so that it can be shown again. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** The head of a page about one person's message: in no search engine, and it says when something is wrong. */
export function privateHead(context: AppLoadContext, t: TFunction, text: string): Head {
  const title = t('common:pageTitle', { title: text })
  return { title: context.isRefused ? t('common:problemTitle', { title }) : title, noindex: true }
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
