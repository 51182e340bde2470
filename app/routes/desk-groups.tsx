import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { DeskGroupsPage, type DeskGroupsView } from '~/features/budget/components/desk-groups'
import { findGroups, findLooseNeeds } from '~/features/budget/desk.server'
import { changeGroup, groupNeeds } from '~/features/budget/group.server'
import { readGroup, readGroupChange, readIds } from '~/features/budget/schema'
import { deskPaths } from '~/paths'
import { notFound } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm, typedIn } from '~/server/private-page.server'

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
  const typed = typedIn(form)
  const asked = readGroupChange(form)
  if (asked) {
    const { groupId, change } = asked
    if (!change.ok) return refuseForm(context, { errors: change.errors, typed })
    const result = await changeGroup({ groupId, change: change.value, viewer: staff, now })
    if (result.ok) return redirect(deskPaths.groups, 303)
    if (result.error === 'not-yours') throw notFound()
    return refuseForm(context, { errors: { groups: result.error }, typed })
  }
  const ids = readIds(form)
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
