import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ballotCookie, readBallotCookie, tryBallotCode } from '~/features/budget/ballot-cookie.server'
import { checkBallot } from '~/features/budget/ballot'
import { castBallot, openBallot } from '~/features/budget/cast.server'
import { VotePage, type VoteView } from '~/features/budget/components/vote-page'
import { readChoices } from '~/features/budget/schema'
import { readCode } from '~/lib/code'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'
import { requireBudget } from './require-budget.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

const empty: VoteView = { step: 'code', error: null, choices: [], isChanged: false }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { language, t } = requirePage(params)
  const now = new Date()
  const budget = await requireBudget(params, language, now)
  const code = readBallotCookie(request, now)
  const opened = code && budget.takesBallots ? await openBallot({ cycleId: budget.cycleId, code, now }) : null
  const step = !budget.takesBallots ? 'closed' : opened?.ok ? 'choose' : 'code'
  const view: VoteView = { ...empty, step, isChanged: opened?.ok === true && opened.isChanged }
  return json({ head: privateHead(context, t, t('budget:vote.title')), budget, view })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { register, language } = requirePage(params)
  const now = new Date()
  const form = await request.formData()
  const { cycleId, slug, year, voteKind, ...budget } = await requireBudget(params, language, now)
  const again = (view: Partial<VoteView>) => refuseForm(context, { ...empty, ...view })
  if (form.get('do') === 'code') {
    const read = readCode(String(form.get('code') ?? ''))
    if (read.kind !== 'code') return again({ error: 'code' })
    const result = await tryBallotCode({ cycleId, code: read.code, now }, context.address as string)
    if (!result.ok) return again({ error: result.error })
    const headers = { 'Set-Cookie': ballotCookie(read.code, now) }
    return redirect(paths.budgetVote(register, slug, year), { status: 303, headers })
  }
  const code = readBallotCookie(request, now)
  if (code === null) return redirect(paths.budgetVote(register, slug, year), 303)
  const choices = readChoices(form)
  if (form.get('do') === 'change') return json({ ...empty, step: 'choose' as const, choices })
  const proposals = budget.proposals
    .filter(({ feasibility }) => feasibility === 'feasible')
    .map(({ number, cost }) => ({ number, cost: BigInt(cost) }))
  const problem = checkBallot(choices, { voteKind, budget: BigInt(budget.budget), proposals })
  if (problem) return again({ step: 'choose', error: problem, choices })
  if (form.get('do') !== 'cast') return json({ ...empty, step: 'review' as const, choices })
  const result = await castBallot({ cycleId, code, choices, now })
  if (!result.ok) return again({ step: 'choose', error: result.error, choices })
  const headers = { 'Set-Cookie': ballotCookie(null, now) }
  return json({ ...empty, step: 'receipt' as const }, { headers })
}

export default function Vote() {
  const { budget, view } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>() as VoteView | undefined
  return <VotePage {...(done ?? view)} budget={budget} />
}
