import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StatementFacts } from '~/ui/statement-facts'
import { statement } from '~/lib/accessibility-statement'
import { getEnv, operatorOf } from '~/server/env.server'
import { ProsePage } from '~/ui/prose-page'
import { proseHead } from './prose.server'

export function loader({ params }: LoaderFunctionArgs) {
  return json({ head: proseHead(params, 'accessibility'), operator: operatorOf(getEnv()), statement })
}

export default function Accessibility() {
  const { operator, statement } = useLoaderData<typeof loader>()
  return (
    <ProsePage namespace="accessibility">
      <StatementFacts operator={operator} statement={statement} />
    </ProsePage>
  )
}
