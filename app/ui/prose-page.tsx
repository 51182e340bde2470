import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { Sections, useSections } from './sections'

type Props = { namespace: string; before?: ReactNode; afterFirst?: ReactNode; children?: ReactNode }

/** A page of prose: its namespace holds `title` and `sections`. `afterFirst` stands after the first section, `children` after the text. */
export function ProsePage({ namespace, before, afterFirst, children }: Props) {
  const { t } = useTranslation(namespace)
  const [first, ...rest] = useSections(namespace)
  return (
    <div className="page stack">
      {before}
      <h1>{t('title')}</h1>
      {first && <Sections sections={[first]} />}
      {afterFirst}
      <Sections sections={rest} />
      {children}
    </div>
  )
}
