import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MunicipalitiesPage } from '~/features/directory/components/municipalities-page'
import { findMunicipalities } from '~/features/directory/place-queries.server'
import { municipalitiesQuery, readQuery } from '~/features/directory/schema'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { register, language, t } = requirePage(params)
  const { values, ignored } = readQuery(municipalitiesQuery, new URL(request.url).searchParams)
  const municipalities = await findMunicipalities({ language })
  const county = municipalities.find(({ county }) => county.slug === values.county)?.county ?? null
  const name = county ? t('municipalities:countyTitle', { county: county.name }) : t('municipalities:title')
  return json({
    head: {
      title: t('common:pageTitle', { title: name }),
      description: t('municipalities:description'),
      canonicalPath: paths.municipalities(register),
    },
    municipalities,
    county,
    ignored: ignored.length > 0 || (values.county !== undefined && !county),
  })
}

export default function Municipalities() {
  return <MunicipalitiesPage {...useLoaderData<typeof loader>()} />
}
