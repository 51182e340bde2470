import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpLines } from '~/features/directory/components/help-lines'
import { findHelpLines } from '~/features/directory/place-queries.server'
import { requirePage } from '~/server/page.server'
import { ProsePage } from '~/ui/prose-page'
import { QuickExit } from '~/ui/quick-exit'
import { proseHead } from './prose.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language } = requirePage(params)
  return json({ head: proseHead(params, 'emergency'), lines: await findHelpLines({ language }) })
}

export default function Emergency() {
  const { lines } = useLoaderData<typeof loader>()
  return <ProsePage namespace="emergency" before={<QuickExit />} afterFirst={<HelpLines lines={lines} />} />
}
