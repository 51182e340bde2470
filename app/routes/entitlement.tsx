import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '~/features/entitlements/check.server'
import { EntitlementPage } from '~/features/entitlements/components/entitlement-page'
import { WayOut } from '~/features/entitlements/components/way-out'
import { nameInTitle, requireRule, viewRule } from '~/features/entitlements/rule-view.server'
import { requirePage } from '~/server/page.server'

export function loader({ params }: LoaderFunctionArgs) {
  const { t } = requirePage(params)
  const rule = requireRule(params.id)
  const name = nameInTitle(t, rule.id)
  return json({
    head: {
      title: t('common:pageTitle', { title: t('rights:oneTitle', { name }) }),
      description: t('rights:oneDescription', { name }),
    },
    view: viewRule(rule, today(new Date())),
  })
}

export default function Entitlement() {
  const { view } = useLoaderData<typeof loader>()
  return (
    <>
      <WayOut id={view.id} />
      <EntitlementPage view={view} />
    </>
  )
}
