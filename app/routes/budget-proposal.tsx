import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ProposalPage } from '~/features/budget/components/proposal-page'
import { findGroupOf } from '~/features/budget/queries.server'
import { notFound, numberOf, requirePage } from '~/server/page.server'
import { requireBudget } from './require-budget.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language, t } = requirePage(params)
  const now = new Date()
  const { proposals, result, ...budget } = await requireBudget(params, language, now)
  const number = numberOf(params.number)
  const proposal = proposals.find((one) => one.number === number)
  if (!proposal) throw notFound()
  const { slug, municipality, year, isInvented, takesBallots } = budget
  return json({
    head: {
      title: t('common:pageTitle', { title: `${proposal.title} – ${municipality} ${year}` }),
      description: t('budget:proposalDescription'),
    },
    budget: { slug, municipality, year, isInvented, takesBallots },
    proposal,
    group: await findGroupOf({ slug, year, number, language, now }),
    result: result?.proposals.find((one) => one.number === number) ?? null,
  })
}

export default function Proposal() {
  return <ProposalPage {...useLoaderData<typeof loader>()} />
}
