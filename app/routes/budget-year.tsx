import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BudgetPage } from '~/features/budget/components/budget-page'
import { requirePage } from '~/server/page.server'
import { requireBudget } from './require-budget.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language, t } = requirePage(params)
  const budget = await requireBudget(params, language)
  const { municipality, year } = budget
  return json({
    head: {
      title: t('common:pageTitle', { title: t('budget:of', { municipality, year }) }),
      description: t('budget:description'),
    },
    budget,
  })
}

export default function BudgetOfYear() {
  return <BudgetPage {...useLoaderData<typeof loader>().budget} />
}
