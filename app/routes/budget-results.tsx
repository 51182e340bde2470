import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ResultsPage } from '~/features/budget/components/results-page'
import { notFound, requirePage } from '~/server/page.server'
import { requireBudget } from './require-budget.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language, t } = requirePage(params)
  const budget = await requireBudget(params, language)
  const { municipality, year, result } = budget
  if (!result) throw notFound()
  return json({
    head: {
      title: t('common:pageTitle', { title: t('budget:resultOf', { municipality, year }) }),
      description: t('budget:resultDescription'),
    },
    budget,
    result,
  })
}

export default function Results() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />
}
