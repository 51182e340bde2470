import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { HelpKindLinks } from '~/features/directory/components/help-kind-links'
import { ProsePage } from '~/ui/prose-page'
import { proseHead } from './prose.server'

export function loader({ params }: LoaderFunctionArgs) {
  return json({ head: proseHead(params, 'help') })
}

export default function Help() {
  return (
    <ProsePage namespace="help">
      <HelpKindLinks />
    </ProsePage>
  )
}
