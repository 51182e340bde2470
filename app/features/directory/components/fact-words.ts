import { useTranslation } from '~/i18n/use-translation'
import { formatAmount, formatList, formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { accessFeatures, featuresAnswered, type AccessFeature } from '../facts'
import { groupBy, unknownFeatures, type ServiceView } from '../rules'
import { accessPictures } from './pictures'

/** What a service costs, whom it has room for, which languages it speaks: empty where no source says it. */
export function useFactWords() {
  const { t } = useTranslation(['facts', 'service'])
  const { language } = useRegister()
  // A source rarely dates an amount to the day, and the month is what a reader needs.
  const month = (on: string) => formatSeen({ on, precision: 'month' }, language)
  return {
    cost: ({ isFree, cost }: ServiceView) => {
      if (isFree) return t('service:free')
      return cost ? t('cost', { amount: formatAmount(cost.lek, language), date: month(cost.on) }) : ''
    },
    capacity: ({ capacity }: ServiceView) =>
      capacity ? t('capacity', { count: capacity.places, date: month(capacity.on) }) : '',
    languages: ({ languages }: ServiceView) => {
      const names = languages.map((code) => t(`language.${code}`))
      return names.length > 0 ? t('languages', { languages: formatList(names, language) }) : ''
    },
  }
}

/** The answers on access. Easy-read has a sentence for each feature, the standard register one for each answer. */
export function useAccessWords() {
  const { t } = useTranslation(['facts', 'service'])
  const { easy } = useRegister()
  const together = (features: AccessFeature[]) => {
    const names = features.map((feature) => t(`feature.${feature}`))
    return easy || names.length === 0 ? names : [names.join(', ')]
  }
  const known = ({ access }: Pick<ServiceView, 'access'>) => [
    ...together(featuresAnswered(access, true)).map((features) => t('access.yes', { features })),
    ...together(featuresAnswered(access, false)).map((features) => t('access.no', { features })),
  ]
  return {
    known,
    /** The same under the picture of what each is: a wheelchair says nothing true of large print. */
    pictured: ({ access }: ServiceView) =>
      groupBy(
        accessFeatures.filter((feature) => access[feature] !== undefined),
        (feature) => accessPictures[feature] ?? 'accessibility',
      ).map(({ key, items }) => ({
        picture: key,
        lines: known({ access: Object.fromEntries(items.map((feature) => [feature, access[feature]])) }),
      })),
    missing: (service: ServiceView) =>
      together(unknownFeatures(service)).map((features) => t('service:unknown.missing', { features })),
  }
}
