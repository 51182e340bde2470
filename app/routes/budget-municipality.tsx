import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BudgetPage } from '~/features/budget/components/budget-page'
import { getBudget } from '~/features/budget/queries.server'
import { notFound, requirePage } from '~/server/page.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language, t } = requirePage(params)
  const budget = await getBudget({ slug: params.slug ?? '', language, now: new Date() })
  if (!budget) throw notFound()
  const { municipality, year } = budget
  return json({
    head: {
      title: t('common:pageTitle', { title: t('budget:of', { municipality, year }) }),
      description: t('budget:description'),
    },
    budget,
  })
}

export default function BudgetOfMunicipality() {
  return <BudgetPage {...useLoaderData<typeof loader>().budget} />
}
