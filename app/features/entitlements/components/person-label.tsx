import { useTranslation } from '~/i18n/use-translation'
import { words } from '../engine'
import type { SubjectView } from './question-view'

/** "Person 2 · 6–14 years". */
export function PersonLabel({ subject, age }: Pick<SubjectView, 'subject' | 'age'>) {
  const { t } = useTranslation('entitlements')
  const name = words.person(t, subject ?? 0)
  return <>{age === null ? name : `${name} · ${words.option(t, 'age', age)}`}</>
}
