import { randomUUID } from 'node:crypto'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeHeldForm } from '~/features/accounts/held-forms.server'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { getPlaceOfMessage } from '~/features/directory/place-queries.server'
import { MeetingForm, type MeetingView } from '~/features/voice/components/desk-meeting'
import { MeetingSlips } from '~/features/voice/components/desk-slips'
import { readMeeting } from '~/features/voice/desk-forms'
import { addMeetingNotes } from '~/features/voice/meeting.server'
import { deskPaths, paths } from '~/paths'
import { getEnv } from '~/server/env.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'meeting')
  const { staff, t, now } = page
  const { pathname, searchParams } = new URL(request.url)
  const held = await takeHeldForm({ staffId: staff.staffId, path: pathname }, now)
  const place = await getPlaceOfMessage({ code: staff.municipalityCode ?? '', language: staff.language })
  return json({
    head: privateHead(context, t, t('desk:meeting.title')),
    desk: frameOf(page, 'meeting'),
    units: place?.units ?? [],
    typed: { batch: randomUUID(), ...Object.fromEntries(held ?? []) } as Record<string, string>,
    errors: {},
    wasSent: searchParams.has('sent'),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'meeting', form)
  const place = await getPlaceOfMessage({ code: staff.municipalityCode ?? '', language: staff.language })
  const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<string, string>
  const read = readMeeting(
    form,
    (place?.units ?? []).map(({ number }) => number),
  )
  if ('errors' in read) return refuseForm(context, { errors: read.errors, typed })
  const made = await addMeetingNotes({ ...read.meeting, viewer: staff }, now)
  if (made === 'sent-before') return redirect(`${deskPaths.meeting}?sent=1`, 303)
  const origin = getEnv().PUBLIC_URL ?? new URL(request.url).origin
  return json({ slips: made.map((slip) => ({ ...slip, address: origin + paths.trackCode('sq', slip.code) })) })
}

export default function Meeting() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done && 'slips' in done) return <MeetingSlips slips={done.slips} />
  return (
    <MeetingForm
      {...(view as unknown as MeetingView)}
      {...(done && 'errors' in done ? (done as Partial<MeetingView>) : {})}
    />
  )
}
