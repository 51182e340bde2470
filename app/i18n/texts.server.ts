import { createInstance, type i18n as I18n, type TFunction } from 'i18next'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { initReactI18next } from 'react-i18next'
import { remember } from '../server/remember.server'
import { registers, type Register } from './registers'

const folder = resolve('locales')

/** Every text of every register, read once: locales/<register>/<namespace>.json. */
function readTexts() {
  return Object.fromEntries(
    registers.map((register) => [
      register,
      Object.fromEntries(
        readdirSync(resolve(folder, register))
          .filter((file) => file.endsWith('.json'))
          .map((file) => [
            file.replace('.json', ''),
            JSON.parse(readFileSync(resolve(folder, register, file), 'utf8')) as Record<string, unknown>,
          ]),
      ),
    ]),
  )
}

function createTexts(): I18n {
  const i18n = createInstance()
  void i18n.use(initReactI18next).init({
    resources: readTexts(),
    lng: 'sq',
    // Otherwise "sq-simple" would silently fall back to "sq".
    load: 'currentOnly',
    fallbackLng: false,
    initAsync: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    saveMissing: true,
    missingInterpolationHandler: (text, [placeholder]) => fail(`No value for ${placeholder} in "${text}"`),
    missingKeyHandler: (lngs, ns, key) => fail(`No text for ${ns}:${key} in ${lngs.join(', ')}`),
    react: { useSuspense: false },
  })
  return i18n
}

/** A missing text is a programmer's error: it stops the request, and tests with it. */
function fail(message: string): never {
  throw new Error(message)
}

const instances = remember('texts', () => {
  const base = createTexts()
  return new Map(registers.map((register) => [register, base.cloneInstance({ lng: register, initAsync: false })]))
})

export function textsIn(register: Register): I18n {
  return instances.get(register) as I18n
}

/** The text function of a register, for titles and files made outside React. */
export function translator(register: Register): TFunction {
  return textsIn(register).getFixedT(register)
}
