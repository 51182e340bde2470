import { useTranslation } from 'react-i18next'
import { formatList } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import { useRegister } from '~/i18n/use-register'
import type { ServiceLine } from '../rules'

function lowerFirst(text: string, language: string): string {
  return text.charAt(0).toLocaleLowerCase(language) + text.slice(1)
}

/** Who a service is for, as words inside a sentence. */
function groupNames(codes: string[], label: (code: string) => string, language: Language): string[] {
  return [...new Set(codes.map((code) => lowerFirst(label(code), language)))]
}

/** "Për fëmijë dhe të rinj": null when a record names nobody. Easy-read names at most two groups. */
export function useGroupLine(codes: string[]): string | null {
  const { t } = useTranslation('directory')
  const { language, easy } = useRegister()
  const names = groupNames(codes, (code) => t(`group.${code}`), language)
  if (names.length === 0) return null
  return t('for', { groups: formatList(easy ? names.slice(0, 2) : names, language) })
}

/** The one sentence of a service: for whom and where. */
export function useLead(): (service: Pick<ServiceLine, 'groups' | 'municipality'>) => string {
  const { t } = useTranslation(['service', 'directory'])
  const { language } = useRegister()
  return ({ groups, municipality }) => {
    const names = groupNames(groups, (code) => t(`directory:group.${code}`), language)
    const form = `${names.length > 0 ? 'groups' : 'all'}${municipality ? 'InPlace' : 'InCountry'}`
    return t(`lead.${form}`, { groups: formatList(names, language), municipality: municipality?.name ?? '' })
  }
}

/** The easy-read name of a record, composed from its fields: "Qendër ditore në bashkinë Korçë". */
export function useSubjectInPlace(): (service: Pick<ServiceLine, 'type' | 'municipality'>) => string {
  const { t } = useTranslation('directory')
  return ({ type, municipality }) =>
    municipality
      ? t('typeInPlace', { type: t(`type.${type}`), municipality: municipality.name })
      : t('typeInCountry', { type: t(`type.${type}`) })
}
