import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '~/features/entitlements/check.server'
import { EntitlementRules } from '~/features/entitlements/components/entitlement-rules'
import { WayOut } from '~/features/entitlements/components/way-out'
import { nameInTitle, requireRule, viewRule } from '~/features/entitlements/rule-view.server'
import { requirePage } from '~/server/page.server'

export function loader({ params }: LoaderFunctionArgs) {
  const { t } = requirePage(params)
  const rule = requireRule(params.id)
  const title = t('rights:rulesTitle', { name: nameInTitle(t, rule.id) })
  return json({
    head: { title: t('common:pageTitle', { title }), description: t('rights:rulesDescription', { title }) },
    view: viewRule(rule, today(new Date())),
  })
}

export default function Rules() {
  const { view } = useLoaderData<typeof loader>()
  return (
    <>
      <WayOut id={view.id} />
      <EntitlementRules view={view} />
    </>
  )
}
