import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { DeskYears } from '~/features/budget/components/desk-years'
import { findDeskLists, findDeskYears } from '~/features/budget/desk.server'
import { doBudget } from '~/features/budget/do-budget.server'
import { deskPaths } from '~/paths'
import { privateHead, privateHeaders, refuseForm, typedIn } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'budget')
  const { staff, t, now } = page
  return json({
    head: privateHead(context, t, t('desk-budget:title')),
    desk: frameOf(page, 'budget'),
    years: await findDeskYears({ viewer: staff }),
    lists: await findDeskLists({ viewer: staff, cycle: null, language: staff.language, now }),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'budget', form)
  const typed = typedIn(form)
  const result = await doBudget({ form, viewer: staff, now })
  if (!result.ok) return refuseForm(context, { errors: result.errors, typed })
  return redirect(`${deskPaths.budgetYear(Number(typed['year']))}?done=plan`, 303)
}

export default function Budget() {
  const view = useLoaderData<typeof loader>()
  const { errors = {}, typed = {} } = useActionData<typeof action>() ?? {}
  return <DeskYears {...view} errors={errors} typed={typed} />
}
