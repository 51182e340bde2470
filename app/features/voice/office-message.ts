import type { MessageView, OfficeAction, Origin, Status } from './rules'

/** A message as whoever handles it sees it. */
export type OfficeMessage = Omit<MessageView, 'may' | 'events'> & {
  events: (MessageView['events'][number] & { name: string | null })[]
  /** In which the person reads. */
  register: string
  unit: string | null
  origin: Origin
  /** What it is about: a service here, with its name where it is shown. */
  service: { slug: string; name: string } | null
  entitlement: { slug: string; name: string } | null
  assignedTo: { id: string; name: string } | null
  files: { position: number; kind: 'photo' | 'recording' }[]
  releasedAt: string | null
  mergedInto: string | null
  same: { id: string; status: Status; receivedAt: string }[]
  mayDo: readonly OfficeAction[]
}
