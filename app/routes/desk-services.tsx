import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { ServicesList } from '~/features/upkeep/components/services-list'
import { findKeptServices } from '~/features/upkeep/queries.server'
import { privateHead, privateHeaders } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const desk = await requireStaff(request, 'services')
  const given = Number(new URL(request.url).searchParams.get('page') ?? '1')
  const page = Number.isInteger(given) && given > 0 && given < 10_000 ? given : 1
  return json({
    head: privateHead(context, desk.t, desk.t('desk-services:title')),
    desk: frameOf(desk, 'services'),
    page,
    ...(await findKeptServices(desk.staff, desk.staff.language, page)),
  })
}

export default function Services() {
  return <ServicesList {...useLoaderData<typeof loader>()} />
}
