import { createContext, useContext } from 'react'

export type SiteLink =
  | 'home'
  | 'services'
  | 'municipalities'
  | 'tell'
  | 'track'
  | 'help'
  | 'settings'
  | 'emergency'
  | 'safePlace'
  | 'accessibility'
  | 'privacy'
  | 'data'

/** The addresses of the fixed pages in this register. The root fills it: the design system builds no addresses. */
export const SiteLinksContext = createContext<Record<SiteLink, string> | null>(null)

export function useSiteLinks(): Record<SiteLink, string> {
  const links = useContext(SiteLinksContext)
  if (!links) throw new Error('SiteLinksContext has no value')
  return links
}
