import type { Viewer } from '~/lib/staff'
import { readAsOffice } from './desk-message.server'
import { findQueue } from './queue.server'
import { readQueueFilter } from './queue'

export type SaidOfService = { id: string; category: string | null; receivedAt: string; words: string | null }

const mostShown = 5

/**
 * What people say of a service in open messages, for whoever corrects its record: those that are due first. Each
 * reading is written down. Messages about violence are not among them.
 */
export async function findSaidOfService(
  { slug, viewer }: { slug: string; viewer: Viewer },
  now: Date,
): Promise<SaidOfService[]> {
  const filter = readQueueFilter(new URLSearchParams({ service: slug }))
  const queue = await findQueue({ viewer, filter, language: 'sq', now })
  const ids = queue.rows.filter(({ isProtection }) => !isProtection).slice(0, mostShown)
  const messages = await Promise.all(ids.map(({ id }) => readAsOffice({ submissionId: id, viewer, now })))
  return messages.flatMap((message) =>
    message
      ? [
          {
            id: message.id,
            category: message.category,
            receivedAt: message.receivedAt,
            words: message.content?.words ?? null,
          },
        ]
      : [],
  )
}
