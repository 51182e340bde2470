import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BudgetList } from '~/features/budget/components/budget-list'
import { findBudgets } from '~/features/budget/queries.server'
import { requirePage } from '~/server/page.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language, t } = requirePage(params)
  return json({
    head: { title: t('common:pageTitle', { title: t('budget:title') }), description: t('budget:description') },
    budgets: await findBudgets({ language }),
  })
}

export default function Budgets() {
  return <BudgetList {...useLoaderData<typeof loader>()} />
}
