import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { doorsOf } from '~/features/accounts/rules'
import { getPlaceOfMessage } from '~/features/directory/place-queries.server'
import { QueuePage } from '~/features/voice/components/desk-queue'
import { getMailState } from '~/features/voice/outbox.server'
import { readQueueFilter } from '~/features/voice/queue'
import { findQueue } from '~/features/voice/queue.server'
import { deskPaths } from '~/paths'
import { privateHead, privateHeaders } from '~/server/private-page.server'

export const headers = privateHeaders

const notices = ['reply', 'ask', 'assign', 'pass_on', 'close', 'merge'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'account')
  const { staff, t, now } = page
  // Those without a queue of their own begin in the first room they may enter.
  const [first] = doorsOf(staff.role)
  if (first !== 'queue') throw redirect(deskPaths[first ?? 'account'], 303)
  const query = new URL(request.url).searchParams
  const filter = readQueueFilter(query)
  const { language } = staff
  const queue = await findQueue({ viewer: staff, filter, language, now })
  const place = await getPlaceOfMessage({ code: staff.municipalityCode ?? '', language })
  return json({
    head: privateHead(context, t, t('desk:queue.title')),
    desk: frameOf(page, 'queue'),
    ...queue,
    filter,
    municipality: place?.name ?? '',
    units: place?.units ?? [],
    done: notices.find((name) => query.get('done') === name) ?? null,
    isProtection: staff.role === 'protection_officer',
    mail: await getMailState(),
  })
}

export default function Queue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />
}
