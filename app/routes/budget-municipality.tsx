import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PlaceBudgetsPage } from '~/features/budget/components/place-budgets'
import { getPlaceBudgets } from '~/features/budget/queries.server'
import { notFound, requirePage } from '~/server/page.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language, t } = requirePage(params)
  const place = await getPlaceBudgets({ slug: params.slug ?? '', language, now: new Date() })
  if (!place) throw notFound()
  const { municipality } = place
  return json({
    head: {
      title: t('common:pageTitle', { title: t('budget:place', { municipality }) }),
      description: t('budget:description'),
    },
    place,
  })
}

export default function BudgetsOfMunicipality() {
  return <PlaceBudgetsPage {...useLoaderData<typeof loader>().place} />
}
