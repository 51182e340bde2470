import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeHeldForm } from '~/features/accounts/held-forms.server'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { confirmService, undoCorrection } from '~/features/upkeep/commands.server'
import { ServiceEdit } from '~/features/upkeep/components/service-edit'
import { findKept } from '~/features/upkeep/queries.server'
import { readCorrection, readLayer } from '~/features/upkeep/schema'
import { deskPaths } from '~/paths'
import { getDatabase } from '~/server/db.server'
import { notFound } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'services')
  const { staff, t, now } = page
  const service = await findKept(staff, staff.language, params['id'] ?? '')
  if (!service) throw notFound()
  const held = await takeHeldForm({ staffId: staff.staffId, path: new URL(request.url).pathname }, now)
  const typed = Object.fromEntries(held ?? []) as Record<string, string>
  return json({
    head: privateHead(context, t, service.name),
    desk: frameOf(page, 'services'),
    service,
    phone: typed['phone'] ?? service.phone ?? '',
    isHeld: held !== null,
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'services', form)
  const asked = { serviceId: params['id'] ?? '', viewer: staff, now }
  if (!(await findKept(staff, staff.language, asked.serviceId))) throw notFound()
  const { prisma } = await getDatabase()
  const phone = String(form.get('phone') ?? '')
  if (form.get('do') === 'undo') {
    const layer = readLayer(form)
    const isUndone = layer !== null && (await undoCorrection(prisma, asked, layer))
    return isUndone
      ? redirect(deskPaths.service(asked.serviceId), 303)
      : refuseForm(context, { errors: { undo: true as const }, phone: null }, 409)
  }
  const read = form.get('do') === 'confirm' ? { ok: true as const } : readCorrection(form)
  if (!read.ok) return refuseForm(context, { errors: read.errors, phone })
  if (!(await confirmService(prisma, asked, 'phone' in read ? { phone: read.phone } : {}))) throw notFound()
  return redirect(deskPaths.services, 303)
}

export default function Service() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return <ServiceEdit {...view} errors={done?.errors ?? {}} phone={done?.phone ?? view.phone} />
}
