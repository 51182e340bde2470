import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ServicesPage } from '~/features/directory/components/services-page'
import { viewAround, wholeCountry } from '~/features/directory/map'
import { findHelpLines, findMunicipalities } from '~/features/directory/place-queries.server'
import { findServiceFilters } from '~/features/directory/queries.server'
import { pageSize, urgentNumbers } from '~/features/directory/rules'
import { readQuery, servicesQuery } from '~/features/directory/schema'
import { searchServices } from '~/features/directory/search.server'
import { hiddenGroups } from '~/features/mapping/rules'
import { longestQuery } from '~/lib/longest-query'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { register, language, easy, t } = requirePage(params)
  const { values, ignored } = readQuery(servicesQuery, new URL(request.url).searchParams)
  if (hiddenGroups.includes(values.for ?? '')) throw redirect(paths.safePlace(register), 303)
  const municipalities = await findMunicipalities({ language })
  const home = municipalities.find(({ slug }) => slug === values.municipality)
  const offered = await findServiceFilters()
  const chosen = {
    query: (values.q ?? '').slice(0, longestQuery),
    municipality: home?.slug,
    nextDoor: values.near ?? false,
    type: offered.types.includes(values.type ?? '') ? values.type : undefined,
    access: offered.access.find((feature) => feature === values.access),
    group: offered.groups.includes(values.for ?? '') ? values.for : undefined,
  }
  const search = await searchServices({
    ...chosen,
    language,
    page: values.page ?? 1,
    pageSize: pageSize[easy ? 'easy' : 'standard'],
    today: new Date().toISOString().slice(0, 10),
    mapView: values.view === 'map' ? (values.at ?? (home ? viewAround(home) : wholeCountry)) : null,
  })
  const leftOut = {
    q: chosen.query !== (values.q ?? ''),
    municipality: chosen.municipality !== values.municipality,
    near: chosen.nextDoor && search.municipalities.length === 0,
    type: chosen.type !== values.type,
    for: chosen.group !== values.for,
    access: chosen.access !== values.access,
    page: (values.page ?? 1) > search.pages,
  }
  const { page } = search
  return json({
    head: {
      title: t(page > 1 ? 'common:pageTitleNumbered' : 'common:pageTitle', { title: t('services:title'), page }),
      description: t('services:description'),
      canonicalPath: paths.services(register),
    },
    search,
    choices: { municipalities: municipalities.map(({ slug, name }) => ({ slug, name })), ...offered },
    chosen,
    urgentLines: search.urgent ? await findHelpLines({ language, numbers: urgentNumbers[search.urgent] }) : [],
    ignored: [...new Set([...ignored, ...Object.entries(leftOut).flatMap(([name, is]) => (is ? [name] : []))])],
  })
}

export default function Services() {
  return <ServicesPage {...useLoaderData<typeof loader>()} />
}
