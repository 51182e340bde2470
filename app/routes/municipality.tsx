import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MunicipalityPage } from '~/features/directory/components/municipality-page'
import { findMunicipalities, findServices, getMunicipality } from '~/features/directory/queries.server'
import { countBy, pageSize, paginate } from '~/features/directory/rules'
import { municipalityQuery, readQuery } from '~/features/directory/schema'
import { machinePaths, paths } from '~/paths'
import { notFound, requirePage } from '~/server/page.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { register, language, easy, t } = requirePage(params)
  const slug = params.slug ?? ''
  const municipality = await getMunicipality({ slug, language })
  if (!municipality) throw notFound()
  const { values, ignored } = readQuery(municipalityQuery, new URL(request.url).searchParams)
  const services = await findServices({ filter: { municipality: slug }, language })
  const { items, page, pages } = paginate(services, values.page ?? 1, pageSize[easy ? 'easy' : 'standard'])
  const { name } = municipality
  return json({
    head: {
      title: t(page > 1 ? 'common:pageTitleNumbered' : 'common:pageTitle', {
        title: t('municipality:title', { municipality: name }),
        page,
      }),
      description: t('municipality:description', { municipality: name, count: services.length }),
      canonicalPath: paths.municipality(register, slug),
      image: machinePaths.sharePicture(slug),
    },
    municipality,
    services: { items, page, pages, total: services.length, counts: countBy(services, ({ type }) => type) },
    national: await findServices({ filter: { municipality: null }, language }),
    seats: easy ? [] : await findMunicipalities({ language }),
    ignored: ignored.length > 0 || (values.page ?? 1) > pages,
  })
}

export default function Municipality() {
  return <MunicipalityPage {...useLoaderData<typeof loader>()} />
}
