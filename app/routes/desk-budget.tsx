import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { BallotSheets } from '~/features/budget/components/ballot-sheets'
import { DeskBudgetPage, type DeskBudgetPageView } from '~/features/budget/components/desk-budget'
import { formsNow, readDo } from '~/features/budget/desk-forms'
import { findGroups, getDeskBudget } from '~/features/budget/desk.server'
import { doBudget } from '~/features/budget/do-budget.server'
import { findChoosable } from '~/features/budget/queries.server'
import { deskPaths } from '~/paths'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'budget')
  const { staff, t, now } = page
  const query = new URL(request.url).searchParams
  const cycle = await getDeskBudget({ viewer: staff })
  const groups = await findGroups({ viewer: staff, language: staff.language, now })
  return json({
    head: privateHead(context, t, t('desk-budget:title')),
    desk: frameOf(page, 'budget'),
    cycle,
    groups: groups.map(({ id, title }) => ({ id, title })),
    form: readDo(query.get('do')) ?? formsNow(cycle)[0] ?? 'plan',
    done: readDo(query.get('done')),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'budget', form)
  const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<string, string>
  const result = await doBudget({ form, viewer: staff, now })
  if (!result.ok) return refuseForm(context, { errors: result.errors, typed })
  const { codes, cycleId } = result
  if (codes) {
    const proposals = await findChoosable({ cycleId, language: 'sq' })
    return json({ codes: codes as string[], proposals })
  }
  return redirect(`${deskPaths.budget}?done=${readDo(typed['do']) ?? 'plan'}`, 303)
}

export default function Budget() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done && 'codes' in done) return <BallotSheets codes={done.codes} proposals={done.proposals} />
  const { errors = {}, typed = {} } = (done ?? {}) as Partial<DeskBudgetPageView>
  return <DeskBudgetPage {...view} form={readDo(typed['do']) ?? view.form} errors={errors} typed={typed} />
}
