import { z } from 'zod'
import { openStatuses } from './rules'

/** How many messages a page of the queue shows. */
export const perPage = 50

const statusChoices = [
  'open',
  'received',
  'assigned',
  'needs_information',
  'disputed',
  'answered',
  'closed',
  'all',
] as const
const kindChoices = ['need', 'problem', 'barrier', 'wrong_information', 'thanks', 'idea', 'question', 'harm'] as const
export const queueChoices = { status: statusChoices, kind: kindChoices } as const

const tick = z.literal('1').optional().catch(undefined)

const filterSchema = z.object({
  status: z.enum(statusChoices).catch('open'),
  kind: z.enum(kindChoices).optional().catch(undefined),
  unit: z.coerce.number().int().min(0).max(999).optional().catch(undefined),
  service: z
    .string()
    .regex(/^[a-z0-9_-]{1,100}$/)
    .optional()
    .catch(undefined),
  mine: tick,
  overdue: tick,
  assisted: tick,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type QueueFilter = z.infer<typeof filterSchema>

/** What of the queue is asked for; anything strange in an address counts as not given. */
export function readQueueFilter(query: URLSearchParams): QueueFilter {
  return filterSchema.parse(Object.fromEntries([...query].filter(([, value]) => value !== '')))
}

/** The address words of a filter, without what is the default. */
export function queueQuery(filter: Partial<QueueFilter>): string {
  const entries = Object.entries(filter).filter(
    ([name, value]) =>
      value !== undefined && !(name === 'status' && value === 'open') && !(name === 'page' && value === 1),
  )
  return entries.length === 0
    ? ''
    : `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()}`
}

/** The statuses that a choice stands for. */
export function statusesOf(choice: QueueFilter['status']): readonly string[] | null {
  if (choice === 'all') return null
  return choice === 'open' ? openStatuses : [choice]
}

export type QueueCounts = { overdue: number; week: number; open: number }

export type QueueRow = {
  id: string
  kind: 'feedback' | 'need'
  category: string | null
  isProtection: boolean
  help: string | null
  /** The name of the service it is about, where that is known. */
  about: string | null
  unit: string | null
  status: string
  dueOn: string | null
  isLate: boolean
  assignedTo: string | null
  same: number
}

/** "A. D." for "Arta Doda": names are long, and a row is one line. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => `${[...(word ?? '')][0]?.toUpperCase()}.`).join(' ')
}
