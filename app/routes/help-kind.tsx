import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpKindPage } from '~/features/directory/components/help-kind-page'
import { helpKindFacts, isHelpKind } from '~/features/directory/help-kinds'
import { findHelpLines } from '~/features/directory/place-queries.server'
import { notFound, requirePage } from '~/server/page.server'
import { proseHead } from './prose.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language } = requirePage(params)
  const { kind } = params
  if (!isHelpKind(kind)) throw notFound()
  const numbers = helpKindFacts[kind].lines
  return json({
    head: proseHead(params, `help-${kind}`),
    kind,
    lines: numbers ? await findHelpLines({ language, numbers }) : [],
  })
}

export default function HelpKind() {
  return <HelpKindPage {...useLoaderData<typeof loader>()} />
}
