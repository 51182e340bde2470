import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { ballotCookie } from '~/features/budget/ballot-cookie.server'
import { readCode } from '~/lib/code'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'
import { requireBudget } from './require-budget.server'

/** The address in the picture on a paper ballot: it puts the code into the cookie and leaves the address at once. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { register, language } = requirePage(params)
  const now = new Date()
  const { slug, year } = await requireBudget(params, language, now)
  const read = readCode(params.code ?? '')
  const vote = paths.budgetVote(register, slug, year)
  // Read wrongly by the telephone: there it can be typed.
  if (read.kind !== 'code') return redirect(vote, 303)
  return redirect(vote, {
    status: 303,
    headers: { 'Set-Cookie': ballotCookie(read.code, now), 'Cache-Control': 'no-store' },
  })
}
