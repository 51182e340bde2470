import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { ServicesList } from '~/features/upkeep/components/services-list'
import { findKept, findKeptServices } from '~/features/upkeep/queries.server'
import { privateHead, privateHeaders } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const desk = await requireStaff(request, 'services')
  const query = new URL(request.url).searchParams
  const given = Number(query.get('page') ?? '1')
  const page = Number.isInteger(given) && given > 0 && given < 10_000 ? given : 1
  const done = query.get('done') === 'confirmed' ? await findKept(desk.staff, query.get('id') ?? '') : null
  return json({
    head: privateHead(context, desk.t, desk.t('desk-services:title')),
    desk: frameOf(desk, 'services'),
    page,
    done: done && { id: done.id, name: done.name },
    ...(await findKeptServices(desk.staff, page)),
  })
}

export default function Services() {
  return <ServicesList {...useLoaderData<typeof loader>()} />
}
