import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpLines } from '~/features/directory/components/help-lines'
import { findHelpLines } from '~/features/directory/place-queries.server'
import { requirePage } from '~/server/page.server'
import { ProsePage } from '~/ui/prose-page'
import { QuickExit } from '~/ui/quick-exit'
import { proseHead } from './prose.server'

/** The lines for violence and trafficking; shelters themselves are nowhere in Pranë. */
const numbers = ['112', '116117', '116111', '116006']

export async function loader({ params }: LoaderFunctionArgs) {
  const { language } = requirePage(params)
  return json({ head: proseHead(params, 'safe-place'), lines: await findHelpLines({ language, numbers }) })
}

export default function SafePlace() {
  const { lines } = useLoaderData<typeof loader>()
  return <ProsePage namespace="safe-place" before={<QuickExit />} afterFirst={<HelpLines lines={lines} />} />
}
