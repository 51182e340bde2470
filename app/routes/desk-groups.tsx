import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { DeskGroupsPage, type DeskGroupsView } from '~/features/budget/components/desk-groups'
import { findGroups, findLooseNeeds } from '~/features/budget/desk.server'
import { changeGroup, groupNeeds } from '~/features/budget/group.server'
import { readGroup, readIds } from '~/features/budget/schema'
import { deskPaths } from '~/paths'
import { notFound } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'groups')
  const { staff, t, now } = page
  return json({
    head: privateHead(context, t, t('desk-budget:groups.title')),
    desk: frameOf(page, 'groups'),
    needs: await findLooseNeeds({ viewer: staff }),
    groups: await findGroups({ viewer: staff, language: staff.language, now }),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'groups', form)
  const ids = readIds(form)
  const done = form.get('do')
  if (done === 'release' || done === 'hide' || done === 'take-out') {
    const [submissionId = ''] = ids
    const change =
      done === 'take-out'
        ? { do: 'take-out' as const, submissionId }
        : { do: done === 'hide' ? ('hide' as const) : ('release' as const) }
    const groupId = String(form.get('groupId') ?? '')
    if (!/^[0-9a-f-]{36}$/.test(groupId) || (done === 'take-out' && submissionId === '')) throw notFound()
    const result = await changeGroup({ groupId, change, viewer: staff, now })
    if (!result.ok) throw notFound()
    return redirect(deskPaths.groups, 303)
  }
  const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<string, string>
  const read = readGroup(form)
  const again = (errors: Record<string, string>) => refuseForm(context, { errors, typed, ticked: ids })
  if (ids.length === 0) return again({ id: 'needs', ...(read.ok ? {} : read.errors) })
  if (!read.ok) return again(read.errors)
  const result = await groupNeeds({ submissionIds: ids, texts: read.value, viewer: staff, now })
  return result.ok ? redirect(deskPaths.groups, 303) : again({ id: result.error })
}

export default function Groups() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const { errors = {}, typed = {}, ticked = [] } = (done ?? {}) as Partial<DeskGroupsView>
  return <DeskGroupsPage {...view} errors={errors} typed={typed} ticked={ticked} />
}
