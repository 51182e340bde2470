import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpLines } from '~/features/directory/components/help-lines'
import { findHelpLines } from '~/features/directory/place-queries.server'
import { safePlaceNumbers } from '~/features/directory/rules'
import { requirePage } from '~/server/page.server'
import { ProsePage } from '~/ui/prose-page'
import { QuickExit } from '~/ui/quick-exit'
import { proseHead } from './prose.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language } = requirePage(params)
  return json({
    head: proseHead(params, 'safe-place'),
    lines: await findHelpLines({ language, numbers: safePlaceNumbers }),
  })
}

export default function SafePlace() {
  const { lines } = useLoaderData<typeof loader>()
  return <ProsePage namespace="safe-place" before={<QuickExit />} afterFirst={<HelpLines lines={lines} />} />
}
