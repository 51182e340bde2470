import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { NationalPage } from '~/features/national/components/national-page'
import { getNational } from '~/features/national/overview.server'
import { privateHead, privateHeaders } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'national')
  const { staff, t, now } = page
  const query = new URL(request.url).searchParams
  const sought = { type: query.get('type'), group: query.get('group') }
  return json({
    head: privateHead(context, t, t('desk-national:title')),
    desk: frameOf(page, 'national'),
    view: await getNational({ sought, language: staff.language, now }),
  })
}

export default function National() {
  return <NationalPage {...useLoaderData<typeof loader>().view} />
}
