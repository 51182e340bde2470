import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HomePage } from '~/features/directory/components/home-page'
import { findMunicipalities } from '~/features/directory/place-queries.server'
import { homeQuery, readQuery } from '~/features/directory/schema'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { register, language, t } = requirePage(params)
  const query = new URL(request.url).searchParams
  const municipalities = await findMunicipalities({ language })
  const { values } = readQuery(homeQuery, query)
  const chosen = municipalities.find(({ slug }) => slug === values.municipality)
  if (chosen) throw redirect(paths.municipality(register, chosen.slug), 303)
  const problem = query.has('municipality')
  const title = t('home:title')
  return json(
    {
      head: { title: problem ? t('common:problemTitle', { title }) : title, description: t('home:description') },
      municipalities,
      problem,
    },
    { status: problem ? 422 : 200 },
  )
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
