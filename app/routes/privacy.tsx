import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { inventoryIds } from '~/server/data-inventory.server'
import { InventoryItems } from '~/ui/inventory-items'
import { ProsePage } from '~/ui/prose-page'
import { proseHead } from './prose.server'

export function loader({ params }: LoaderFunctionArgs) {
  return json({ head: proseHead(params, 'privacy'), items: inventoryIds() })
}

export default function Privacy() {
  const { items } = useLoaderData<typeof loader>()
  return (
    <ProsePage namespace="privacy">
      <InventoryItems items={items} />
    </ProsePage>
  )
}
