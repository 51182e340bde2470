import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { MappingFile } from '~/features/mapping/components/mapping-file'
import { fileActs } from '~/features/mapping/desk-view'
import { actOnFile, findFile } from '~/features/mapping/files.server'
import { deskPaths } from '~/paths'
import { notFound } from '~/server/page.server'
import { privateHead, privateHeaders } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'mapping')
  const { staff, t, now } = page
  const file = await findFile(idOf(params), { viewer: staff, now, language: staff.language })
  if (!file) throw notFound()
  const state = t(`desk-mapping:state.${file.state}`)
  return json({
    head: privateHead(context, t, `${state}: ${file.name}`),
    desk: frameOf(page, 'mapping'),
    file,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'mapping', form)
  const id = idOf(params)
  const act = fileActs.find((name) => name === form.get('do'))
  const file = await findFile(id, { viewer: staff, now, language: staff.language })
  if (!file) throw notFound()
  if (!act) throw new Response(null, { status: 400 })
  const done = await actOnFile(id, act, { viewer: staff, now })
  if (done === null) throw notFound()
  return redirect(done === 'gone' ? `${deskPaths.mapping}?done=dropped` : deskPaths.mappingFile(id), 303)
}

function idOf({ id = '' }: { id?: string }): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound()
  return id
}

export default function File() {
  return <MappingFile {...useLoaderData<typeof loader>().file} />
}
