import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBudgets } from '~/features/budget/queries.server'
import { helpKinds } from '~/features/directory/help-kinds'
import { findMunicipalities } from '~/features/directory/place-queries.server'
import { findServices } from '~/features/directory/queries.server'
import { rules } from '~/features/entitlements/engine'
import { slugOf } from '~/features/entitlements/schema'
import { registers, type Register } from '~/i18n/registers'
import { paths, siteLinks } from '~/paths'
import { getEnv } from '~/server/env.server'

/** Every public page in every register. */
export async function loader({ request }: LoaderFunctionArgs) {
  const origin = getEnv().PUBLIC_URL ?? new URL(request.url).origin
  const municipalities = await findMunicipalities({ language: 'sq' })
  const services = await findServices({ filter: {}, language: 'sq' })
  const budgets = await findBudgets({ language: 'sq' })
  const addresses = registers.flatMap((register) => [
    ...listedLinks(register),
    ...municipalities.map(({ slug }) => paths.municipality(register, slug)),
    ...helpKinds.map((kind) => paths.helpKind(register, kind)),
    ...rules.flatMap(({ id }) => [
      paths.entitlement(register, slugOf(id)),
      paths.entitlementRules(register, slugOf(id)),
    ]),
    // A list of nothing is not to be found.
    ...(budgets.length > 0 ? [paths.budget(register)] : []),
    ...budgets.flatMap(({ slug, years }) => [
      paths.budgetOf(register, slug),
      ...years.flatMap(({ year, isClosed, proposals }) => [
        paths.budgetYear(register, slug, year),
        ...(isClosed ? [paths.budgetResults(register, slug, year)] : []),
        ...proposals.map((number) => paths.budgetProposal(register, slug, year, number)),
      ]),
    ]),
    ...services.map(({ slug }) => paths.service(register, slug)),
  ])
  const body = addresses.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('\n')
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${body}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml; charset=utf-8' } },
  )
}

/** The check is found through the pages of entitlements, not through search engines. */
function listedLinks(register: Register): string[] {
  return Object.entries(siteLinks(register)).flatMap(([name, path]) => (name === 'check' ? [] : [path]))
}
