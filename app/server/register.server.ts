import { parse } from 'cookie'
import { chooseRegister, isStaffPath, languageOf, registerInPath, type Register } from '~/i18n/registers'
import { readSettings } from './settings.server'

/** In which language the staff's pages are shown; set when somebody signs in. */
export const languageCookieName = 'prane-staff-language'

/**
 * The register of a request: from its path, else the reader's stored choice, else the browser's languages. The staff's
 * pages have no register in their path and no easy-read twin.
 */
export function registerOf(request: Request): Register {
  const { pathname } = new URL(request.url)
  const inPath = registerInPath(pathname)
  if (inPath) return inPath
  const chosen = chooseRegister(readSettings(request).register, request.headers.get('Accept-Language'))
  if (!isStaffPath(pathname)) return chosen
  const own = parse((request.headers.get('Cookie') ?? '').slice(0, 8_000))[languageCookieName]
  return own === 'sq' || own === 'en' ? own : languageOf(chosen)
}
