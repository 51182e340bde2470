import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ServicesPage } from '~/features/directory/components/services-page'
import { findMunicipalities } from '~/features/directory/place-queries.server'
import { findServiceFilters, findServices } from '~/features/directory/queries.server'
import { pageSize, paginate } from '~/features/directory/rules'
import { readQuery, servicesQuery } from '~/features/directory/schema'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { register, language, easy, t } = requirePage(params)
  const { values, ignored } = readQuery(servicesQuery, new URL(request.url).searchParams)
  const municipalities = await findMunicipalities({ language })
  const offered = await findServiceFilters()
  const chosen = {
    municipality: municipalities.some(({ slug }) => slug === values.municipality) ? values.municipality : undefined,
    type: offered.types.includes(values.type ?? '') ? values.type : undefined,
    group: offered.groups.includes(values.for ?? '') ? values.for : undefined,
  }
  const services = await findServices({ filter: chosen, language })
  const { items, page, pages } = paginate(services, values.page ?? 1, pageSize[easy ? 'easy' : 'standard'])
  const unknown =
    chosen.municipality !== values.municipality || chosen.type !== values.type || chosen.group !== values.for
  return json({
    head: {
      title: t(page > 1 ? 'common:pageTitleNumbered' : 'common:pageTitle', { title: t('services:title'), page }),
      description: t('services:description'),
      canonicalPath: paths.services(register),
    },
    services: { items, page, pages, total: services.length },
    choices: { municipalities: municipalities.map(({ slug, name }) => ({ slug, name })), ...offered },
    chosen,
    national: chosen.municipality ? await findServices({ filter: { municipality: null }, language }) : [],
    ignored: ignored.length > 0 || unknown || (values.page ?? 1) > pages,
  })
}

export default function Services() {
  return <ServicesPage {...useLoaderData<typeof loader>()} />
}
