import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '~/features/entitlements/check.server'
import { EntitlementPage } from '~/features/entitlements/components/entitlement-page'
import { words } from '~/features/entitlements/engine'
import { requireRule, viewRule } from '~/features/entitlements/rule-view.server'
import { requirePage } from '~/server/page.server'
import { QuickExit } from '~/ui/quick-exit'

/** Help against violence: a quick way out, and a title that says nothing to who looks at the tabs or the history. */
const ofHarm = 'E20'

export function loader({ params }: LoaderFunctionArgs) {
  const { t } = requirePage(params)
  const rule = requireRule(params.id)
  const name = words.name(t, rule.id)
  const isHarm = rule.id === ofHarm
  return json({
    head: {
      title: t('common:pageTitle', { title: isHarm ? t('rights:neutralTitle') : t('rights:oneTitle', { name }) }),
      description: t('rights:oneDescription', { name }),
    },
    isHarm,
    view: viewRule(rule, today(new Date())),
  })
}

export default function Entitlement() {
  const { view, isHarm } = useLoaderData<typeof loader>()
  return (
    <>
      {isHarm && (
        <div className="page">
          <QuickExit />
        </div>
      )}
      <EntitlementPage view={view} />
    </>
  )
}
