import type { TFunction } from 'i18next'
import { isEasy, isRegister, languageOf, type Language, type Register } from '~/i18n/registers'
import { translator } from '~/i18n/texts.server'

export type PageContext = { register: Register; language: Language; easy: boolean; t: TFunction }

/** The register named by the address; an unknown one is a page that does not exist. */
export function requirePage(params: { register?: string }): PageContext {
  const { register } = params
  if (!isRegister(register)) throw notFound()
  return { register, language: languageOf(register), easy: isEasy(register), t: translator(register) }
}

/** A year or another number in an address; -1, which nothing has, for anything else. */
export const numberOf = (segment: string | undefined): number =>
  /^\d{1,5}$/.test(segment ?? '') ? Number(segment) : -1

export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

/** The same for an address that is no page: who opens it in a browser reads words, in both languages. */
export function fileNotFound(): Response {
  const words = (['sq', 'en'] as const).map((register) => translator(register)('errors:missing.title'))
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(`${words.join('\n')}\n`, { status: 404, statusText: 'Not Found', headers })
}
