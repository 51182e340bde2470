import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '~/features/accounts/require-staff.server'
import { readFileAsOffice } from '~/features/voice/desk-message.server'
import { soundType } from '~/features/voice/media.server'
import { fileNotFound } from '~/server/page.server'

/** A photo or a recording of a message, to whoever handles it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, now } = await requireStaff(request, 'message')
  const { id = '', position = '' } = params
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !/^\d$/.test(position)) throw fileNotFound()
  const file = await readFileAsOffice({ submissionId: id, position: Number(position), viewer: staff, now })
  if (!file) throw fileNotFound()
  const type = file.kind === 'photo' ? 'image/jpeg' : (soundType(file.content) ?? 'application/octet-stream')
  return new Response(new Uint8Array(file.content), {
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store, private', 'X-Content-Type-Options': 'nosniff' },
  })
}
