import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeHeldForm } from '~/features/accounts/held-forms.server'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import {
  closeService,
  confirmService,
  correctService,
  endNotice,
  pauseService,
  undoCorrection,
} from '~/features/upkeep/commands.server'
import { ServiceEdit, type EditView } from '~/features/upkeep/components/service-edit'
import type { Faults, Fields } from '~/features/upkeep/fields'
import { findChoices, findKept } from '~/features/upkeep/queries.server'
import { dones, readAct, readFields, readNumberOf, readPause } from '~/features/upkeep/schema'
import { findSaidOfService } from '~/features/voice/said-of-service.server'
import { deskPaths } from '~/paths'
import { getDatabase } from '~/server/db.server'
import { notFound } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'services')
  const { staff, t, now } = page
  const service = await findKept(staff, params['id'] ?? '')
  if (!service) throw notFound()
  const { pathname, searchParams } = new URL(request.url)
  const held = await takeHeldForm({ staffId: staff.staffId, path: pathname }, now)
  return json({
    head: privateHead(context, t, service.name),
    desk: frameOf(page, 'services'),
    service,
    choices: await findChoices(),
    said: service.slug === null ? [] : await findSaidOfService({ slug: service.slug, viewer: staff }, now),
    typed: held ? readFields(held) : service.fields,
    isHeld: held !== null,
    done: dones.find((name) => name === searchParams.get('done')) ?? null,
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'services', form)
  const asked = { serviceId: params['id'] ?? '', viewer: staff, now }
  const typed = readFields(form)
  const again = (faults: Faults, status = 422) => refuseForm(context, { faults, typed }, status)
  const act = readAct(form)
  const result = await carryOut(act, asked, form, typed)
  if ('faults' in result) return again(result.faults, 'form' in result.faults ? 409 : 422)
  if (!result.ok) throw notFound()
  const query = new URLSearchParams({
    done: doneOf[act ?? 'confirm'],
    ...(act === 'confirm' && { id: asked.serviceId }),
  })
  return redirect(
    `${act === 'confirm' ? deskPaths.services : deskPaths.service(asked.serviceId)}?${query.toString()}`,
    303,
  )
}

const doneOf = {
  confirm: 'confirmed',
  correct: 'corrected',
  undo: 'undone',
  close: 'closed',
  open: 'opened',
  pause: 'paused',
  'end-notice': 'notice-ended',
} as const

type Asked = Parameters<typeof confirmService>[1]

async function carryOut(act: ReturnType<typeof readAct>, asked: Asked, form: FormData, typed: Fields) {
  const { prisma } = await getDatabase()
  switch (act) {
    case 'confirm':
      return confirmService(prisma, asked)
    case 'correct': {
      const version = readNumberOf(form, 'version') ?? -1
      return correctService(prisma, asked, { fields: typed, version, choices: await findChoices() })
    }
    case 'undo':
      return undoCorrection(prisma, asked, readNumberOf(form, 'layer') ?? 0)
    case 'close':
    case 'open':
      return closeService(prisma, asked, act === 'close')
    case 'pause': {
      const read = readPause(typed)
      return 'faults' in read ? read : pauseService(prisma, asked, read.pause)
    }
    case 'end-notice':
      return endNotice(prisma, asked, typed['notice'] ?? '')
    default:
      throw new Response(null, { status: 400 })
  }
}

export default function Service() {
  const view = useLoaderData<typeof loader>() as unknown as EditView
  const done = useActionData<typeof action>()
  // Another form of the page was sent: this one keeps what the record says.
  const typed = done ? { ...view.service.fields, ...done.typed } : view.typed
  return <ServiceEdit {...view} faults={done?.faults ?? {}} typed={typed} />
}
