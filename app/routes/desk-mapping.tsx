import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { getPlaceOfMessage } from '~/features/directory/place-queries.server'
import { MappingFiles } from '~/features/mapping/components/mapping-files'
import { fileLimits, findFiles, sendFile } from '~/features/mapping/files.server'
import { deskPaths } from '~/paths'
import { notFound } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'mapping')
  const { staff, t } = page
  const { language, role, municipalityCode } = staff
  const place = role === 'national' ? null : await getPlaceOfMessage({ code: municipalityCode ?? '', language })
  return json({
    head: privateHead(context, t, t('desk-mapping:title')),
    desk: frameOf(page, 'mapping'),
    files: await findFiles(staff),
    onlyIn: place?.name ?? null,
    limits: { size: fileLimits.bytes / 1024 / 1024, rows: fileLimits.rows },
    dropped: new URL(request.url).searchParams.get('done') === 'dropped',
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  // Before the body is read: nobody else's file is.
  const { staff, now } = await requireStaff(request, 'mapping')
  // What cannot be read, as when the sending broke off, is no file: the page asks again.
  const form = await request.formData().catch(() => new FormData())
  const given = form.get('file')
  // A browser sends a field that was left empty as a file without a name.
  const file = given instanceof File && given.name !== '' ? given : null
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? [])
  const result = await sendFile(file && { name: file.name, bytes }, { viewer: staff, now })
  if (result === null) throw notFound()
  if ('error' in result) return refuseForm(context, result)
  return redirect(deskPaths.mappingFile(result.id), 303)
}

export default function Mapping() {
  return <MappingFiles {...useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error ?? null} />
}
