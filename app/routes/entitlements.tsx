import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { EntitlementsPage } from '~/features/entitlements/components/entitlements-page'
import { proseHead } from './prose.server'

export function loader({ params }: LoaderFunctionArgs) {
  return json({ head: proseHead(params, 'rights') })
}

export default function Entitlements() {
  return <EntitlementsPage />
}
