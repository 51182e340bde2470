import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { BallotSheets } from '~/features/budget/components/ballot-sheets'
import { DeskBudgetPage, type DeskBudgetPageView } from '~/features/budget/components/desk-budget'
import { formsNow, readDo } from '~/features/budget/desk-forms'
import { findTyped } from '~/features/budget/desk-typed.server'
import { findDeskLists, getDeskBudget } from '~/features/budget/desk.server'
import { doBudget } from '~/features/budget/do-budget.server'
import { getBallotPaper } from '~/features/budget/queries.server'
import { deskPaths } from '~/paths'
import { getEnv } from '~/server/env.server'
import { notFound, numberOf } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm, typedIn } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'budget')
  const { staff, t, now } = page
  const { language } = staff
  const cycle = await getDeskBudget({ viewer: staff, year: numberOf(params.year), language })
  if (!cycle) throw notFound()
  const query = new URL(request.url).searchParams
  const form = readDo(query.get('do')) ?? formsNow(cycle)[0] ?? 'hearing'
  return json({
    head: privateHead(context, t, t('desk-budget:titleOf', { year: cycle.year })),
    desk: frameOf(page, 'budget'),
    cycle,
    lists: await findDeskLists({ viewer: staff, cycle, language, now }),
    form,
    typed: await findTyped({ cycle, form, about: query.get('about') ?? '' }),
    done: readDo(query.get('done')),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'budget', form)
  const cycle = await getDeskBudget({ viewer: staff, year: numberOf(params.year), language: staff.language })
  if (!cycle) throw notFound()
  const typed = typedIn(form)
  const result = await doBudget({ form, viewer: staff, now })
  if (!result.ok) return refuseForm(context, { errors: result.errors, typed })
  const { codes, cycleId } = result
  if (codes) {
    const origin = getEnv().PUBLIC_URL ?? new URL(request.url).origin
    return json({ codes: codes as string[], paper: await getBallotPaper({ cycleId }), origin })
  }
  return redirect(`${deskPaths.budgetYear(cycle.year)}?done=${readDo(typed['do']) ?? 'plan'}`, 303)
}

export default function BudgetOfYear() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done && 'codes' in done) return <BallotSheets {...done} />
  const { errors = {}, typed = view.typed } = (done ?? {}) as Partial<DeskBudgetPageView>
  return <DeskBudgetPage {...view} form={readDo(typed['do']) ?? view.form} errors={errors} typed={typed} />
}
