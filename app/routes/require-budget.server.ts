import { getBudget } from '~/features/budget/queries.server'
import type { Language } from '~/i18n/registers'
import { notFound, numberOf } from '~/server/page.server'

/** The cycle that the address names; a 404 where there is none. */
export async function requireBudget(
  { slug = '', year }: { slug?: string; year?: string },
  language: Language,
  now = new Date(),
) {
  const budget = await getBudget({ slug, year: numberOf(year), language, now })
  if (!budget) throw notFound()
  return budget
}
