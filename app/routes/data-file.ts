import type { LoaderFunctionArgs } from '@remix-run/node'
import { getBudgetFile } from '~/features/budget/queries.server'
import { getDataFile } from '~/features/directory/exports.server'
import { fileNotFound } from '~/server/page.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const file = (await getDataFile(params.file ?? '')) ?? (await getBudgetFile(params.file ?? ''))
  if (!file) throw fileNotFound()
  return new Response(file.body, { headers: { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=3600' } })
}
