import type { i18n as Texts } from 'i18next'
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
  const [first] = [namespaces].flat()
  return { t: i18n.getFixedT(lng ?? i18n.language, first), i18n }
}
