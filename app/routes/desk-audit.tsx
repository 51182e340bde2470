import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AuditPage } from '~/features/accounts/components/audit-page'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { findAudit } from '~/features/accounts/team.server'
import { privateHead, privateHeaders } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'audit')
  const given = Number(new URL(request.url).searchParams.get('page') ?? '1')
  const number = Number.isInteger(given) && given > 0 && given < 10_000 ? given : 1
  return json({
    head: privateHead(context, page.t, page.t('account:audit.title')),
    desk: frameOf(page, 'audit'),
    page: number,
    ...(await findAudit(page.staff, number)),
  })
}

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />
}
