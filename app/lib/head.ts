/** What the document's head says; the last route's loader gives it as `head`. */
export type Head = {
  title: string
  description?: string
  /** Kept out of search engines. */
  noindex?: boolean
  /** The address search engines should use, where the one asked for has a query. */
  canonicalPath?: string
  /** Path of the share picture. */
  image?: string
  /** The page has a form to fill in, `keptForm`: a change of register takes along what was typed. */
  keepsForm?: boolean
}

/** The id of that form. */
export const keptForm = 'typed'
/** What the form says when it was sent to change the register: go on nowhere, show this page. */
export const staying = { name: 'go', value: 'stay' } as const
/** What it says when it was sent to go back: keep what is there, show the page before. */
export const goingBack = { name: 'go', value: 'back' } as const
