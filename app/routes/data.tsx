import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DataFiles } from '~/features/directory/components/data-files'
import { dataTables } from '~/features/directory/exports.server'
import { findServices } from '~/features/directory/queries.server'
import { answerFields } from '~/features/voice/answers'
import { requirePage } from '~/server/page.server'
import { ProsePage } from '~/ui/prose-page'
import { proseHead } from './prose.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { language } = requirePage(params)
  const services = await findServices({ filter: {}, language })
  return json({
    head: proseHead(params, 'data'),
    tables: dataTables,
    answerFields: [...answerFields],
    services: services.length,
    checked: services.filter(({ checkedOn }) => checkedOn).length,
    undated: services.filter(({ seen }) => !seen).length,
  })
}

export default function Data() {
  return (
    <ProsePage namespace="data">
      <DataFiles {...useLoaderData<typeof loader>()} />
    </ProsePage>
  )
}
