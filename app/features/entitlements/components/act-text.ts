import type { TFunction } from 'i18next'
import type { Language } from '~/i18n/registers'
import { dateText } from './line-words'

/** The words in the names of acts, longest first; numbers and dates stand as they are. */
const parts = [
  ['as amended by Law', 'amendedBy'],
  ['amending Law', 'amending'],
  ['Council decisions', 'councilDecisions'],
  ['Council decision', 'councilDecision'],
  ['Instruction of the minister', 'instructionOfMinister'],
  ['Instructions', 'instructions'],
  ['Instruction', 'instruction'],
  ['Law', 'law'],
  ['DCM', 'dcm'],
  ['Tirana', 'tirana'],
  ['changed', 'changed'],
  [' and ', 'and'],
] as const

const months: Record<string, string> = { January: '01', August: '08', September: '09', December: '12' }

/** The name of an act in the reader's language: "Law 57/2019" is "Ligji 57/2019". */
export function actText(t: TFunction, name: string, language: Language): string {
  const dated = name
    .replace(/ of ([A-Z][a-z]+) (\d{4})$/, (_, month: string, year: string) => {
      return `, ${dateText(`${year}-${months[month]}`, language)}`
    })
    .replace(/ of (?=\d)/, ', ')
  return parts.reduce((text, [part, key]) => {
    const word = part.startsWith(' ') ? ` ${t(`entitlements:act.${key}`)} ` : t(`entitlements:act.${key}`)
    return language === 'en' ? text : text.replaceAll(part, word)
  }, dated)
}
