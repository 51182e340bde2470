import { useTranslation } from './use-translation'
import { isEasy, languageOf, type Language, type Register } from './registers'

/** The register of the page being rendered. */
export function useRegister(): { register: Register; language: Language; easy: boolean } {
  const { i18n } = useTranslation()
  const register = i18n.language as Register
  return { register, language: languageOf(register), easy: isEasy(register) }
}
