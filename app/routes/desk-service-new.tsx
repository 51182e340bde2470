import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeHeldForm } from '~/features/accounts/held-forms.server'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { findServiceFields } from '~/features/budget/desk-typed.server'
import { addService } from '~/features/upkeep/commands.server'
import { ServiceNew } from '~/features/upkeep/components/service-new'
import { findChoices } from '~/features/upkeep/queries.server'
import { readFields } from '~/features/upkeep/schema'
import { deskPaths } from '~/paths'
import { getDatabase } from '~/server/db.server'
import { notFound } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'services')
  const { staff, t, now } = page
  const held = await takeHeldForm({ staffId: staff.staffId, path: new URL(request.url).pathname }, now)
  return json({
    head: privateHead(context, t, t('desk-services:new.title')),
    desk: frameOf(page, 'services'),
    choices: await findChoices(),
    fields: held
      ? readFields(held)
      : {
          holidays: 'unknown',
          accessMode: 'municipality',
          ...(await findServiceFields({ viewer: staff, asked: new URL(request.url).searchParams.get('proposal') })),
        },
    isHeld: held !== null,
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'services', form)
  const fields = readFields(form)
  const { prisma } = await getDatabase()
  const asked = { viewer: staff, now }
  const isAnother = form.get('another') === '1'
  const result = await addService(prisma, asked, { fields, choices: await findChoices(), isAnother })
  if ('faults' in result) return refuseForm(context, { faults: result.faults, fields })
  if (!result.ok) throw notFound()
  return redirect(`${deskPaths.service(result.serviceId)}?done=added`, 303)
}

export default function NewService() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return <ServiceNew {...view} fields={done?.fields ?? view.fields} faults={done?.faults ?? {}} />
}
