/**
 * Languages and registers. A register is how a language is written here: standard, or easy-read under the
 * BCP 47 variant "simple". Adding a language is one line in this table and a folder for each register in locales/.
 */
export const languages = {
  sq: { name: 'Shqip', locale: 'sq-AL' },
  en: { name: 'English', locale: 'en-GB' },
} as const

export type Language = keyof typeof languages
export type Register = Language | `${Language}-simple`

export const languageCodes = Object.keys(languages) as Language[]
export const registers: Register[] = languageCodes.flatMap((code) => [code, `${code}-simple`] as Register[])
export const defaultRegister: Register = 'sq'

export function isRegister(value: unknown): value is Register {
  return registers.includes(value as Register)
}

export function languageOf(register: Register): Language {
  return register.replace('-simple', '') as Language
}

export function isEasy(register: Register): boolean {
  return register.endsWith('-simple')
}

/** The same register in another language: what the language link leads to. */
export function inLanguage(register: Register, language: Language): Register {
  return isEasy(register) ? `${language}-simple` : language
}

/** The same language in the other register: what the easy-read link leads to. */
export function twinOf(register: Register): Register {
  return isEasy(register) ? languageOf(register) : (`${register}-simple` as Register)
}

/** The register named by the first segment of a path, or null. */
export function registerInPath(pathname: string): Register | null {
  const first = pathname.split('/')[1]
  return isRegister(first) ? first : null
}

/** Whether a page is one of the staff's: those have no register in their address. */
export function isStaffPath(pathname: string): boolean {
  return /^\/(account|desk|national)(\/|$)/.test(pathname)
}

/** The same page in another register. */
export function pathInRegister(pathname: string, register: Register): string {
  const rest = registerInPath(pathname) ? pathname.split('/').slice(2) : pathname.split('/').slice(1)
  return ['', register, ...rest].join('/').replace(/\/+$/, '')
}

/**
 * The register for a reader who has named none in the address: the stored choice, then the first language of
 * Accept-Language (by quality) that exists here, then Albanian.
 */
export function chooseRegister(stored: string | undefined, acceptLanguage: string | null): Register {
  if (isRegister(stored)) return stored
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  const found = wanted.find(({ language }) => languageCodes.includes(language as Language))
  return (found?.language as Register | undefined) ?? defaultRegister
}
