import { chooseRegister, registerInPath, type Register } from '~/i18n/registers'
import { readSettings } from './settings.server'

/** The register of a request: from its path, else the reader's stored choice, else the browser's languages. */
export function registerOf(request: Request): Register {
  return (
    registerInPath(new URL(request.url).pathname) ??
    chooseRegister(readSettings(request).register, request.headers.get('Accept-Language'))
  )
}
