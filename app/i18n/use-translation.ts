import type { i18n as Texts, TFunction } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'

/**
 * The texts of a page, in its register unless another is asked for. Pages are drawn on the server alone, where all texts
 * are in memory: nothing is loaded, waited for or listened to, which is most of what the library's own hook spends its
 * time on, in every component of a page.
 *
 * @param namespaces the first is meant where a key names none
 */
export function useTranslation(namespaces?: string | string[], { lng }: { lng?: string } = {}) {
  const { i18n } = useContext(I18nContext) as { i18n: Texts }
  const first = Array.isArray(namespaces) ? namespaces[0] : namespaces
  return { t: textFunction(i18n, lng ?? i18n.language, first), i18n }
}

const functions = new WeakMap<Texts, Map<string, TFunction>>()

/** One function for a register and namespace. Texts never change while the program runs: without values one is read once. */
function textFunction(i18n: Texts, register: string, namespace = ''): TFunction {
  const own = functions.get(i18n) ?? new Map<string, TFunction>()
  functions.set(i18n, own)
  const name = `${register} ${namespace}`
  const made = own.get(name)
  if (made) return made
  const fixed = i18n.getFixedT(register, namespace || undefined)
  const plain = new Map<string, string>()
  const t = (key: string, values?: Record<string, unknown>): string => {
    if (values !== undefined) return fixed(key, values)
    const known = plain.get(key)
    if (known !== undefined) return known
    const text = fixed(key)
    plain.set(key, text)
    return text
  }
  own.set(name, t as TFunction)
  return t as TFunction
}
