import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sections, useSections } from './sections'

/** A page of prose: its namespace holds `title` and `sections`. `children` stand after the text. */
export function ProsePage({
  namespace,
  before,
  children,
}: {
  namespace: string
  before?: ReactNode
  children?: ReactNode
}) {
  const { t } = useTranslation(namespace)
  return (
    <div className="page stack">
      {before}
      <h1>{t('title')}</h1>
      <Sections sections={useSections(namespace)} />
      {children}
    </div>
  )
}
