import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '~/features/accounts/require-staff.server'

/** The headings of a mapping, to be filled in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'mapping')
  return new Response(readFileSync(resolve('docs/mapping/template.csv')), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="template.csv"',
      'Cache-Control': 'no-store, private',
    },
  })
}
