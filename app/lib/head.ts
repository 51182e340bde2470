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
}
