import { useTranslation } from '~/i18n/use-translation'
import { formatList } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import type { ServiceLine } from '../rules'

/** Who a service is for, as words inside a sentence. Two codes may have the same words. */
function groupNames(codes: string[], words: (code: string) => string): string[] {
  return [...new Set(codes.map(words))]
}

/** What fits an easy-read sentence of at most 15 words: two groups, or one when their names are long. */
function fewEnough(names: string[]): string[] {
  const two = names.slice(0, 2)
  return two.join(' ').split(' ').length <= 10 ? two : two.slice(0, 1)
}

/** "Për fëmijë dhe të rinj": null when a record names nobody. Easy-read names at most two groups. */
export function useGroupLine(codes: string[]): string | null {
  const { t } = useTranslation('directory')
  const { language, easy } = useRegister()
  const names = groupNames(codes, (code) => t(`groupInSentence.${code}`))
  if (names.length === 0) return null
  return t('for', { groups: formatList(easy ? fewEnough(names) : names, language) })
}

/** The municipality, for the name of a link: services of one name lead to different places. Null where the name says it. */
export const placeBeside = ({ name, municipality }: Pick<ServiceLine, 'name' | 'municipality'>): string | null =>
  municipality && !name.includes(municipality.name) ? municipality.name : null

/** The one sentence of a service: for whom and where. */
export function useLead(): (service: Pick<ServiceLine, 'groups' | 'municipality'>) => string {
  const { t } = useTranslation(['service', 'directory'])
  const { language } = useRegister()
  return ({ groups, municipality }) => {
    const names = groupNames(groups, (code) => t(`directory:groupInSentence.${code}`))
    const form = `${names.length > 0 ? 'groups' : 'all'}${municipality ? 'InPlace' : 'InCountry'}`
    return t(`lead.${form}`, { groups: formatList(names, language), municipality: municipality?.name ?? '' })
  }
}
