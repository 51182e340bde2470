import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'
import { codeHash, openText } from '~/server/keys.server'
import type { Code } from './code'
import { personMay, type Content, type MessageView } from './rules'

/** What the office writes beside a message is its own; the person sees everything else. */
const ofTheOffice = ['noted', 'merged', 'parted'] as const

/** The message of a code; null when there is none. */
export async function getMessage({ code }: { code: Code }): Promise<MessageView | null> {
  const { prisma } = await getDatabase()
  const row = await prisma.submission.findUnique({
    where: { codeHash: codeHash(code) },
    select: { ...messageColumns, events: { ...eventsInOrder, where: { kind: { notIn: [...ofTheOffice] } } } },
  })
  return row && toMessage(row)
}

export const eventsInOrder = {
  orderBy: { id: 'asc' },
  select: { kind: true, at: true, detail: true, sealed: true, staffId: true },
} as const

export const messageColumns = {
  id: true,
  status: true,
  kind: true,
  category: true,
  isProtection: true,
  municipalityCode: true,
  help: true,
  forWhom: true,
  howMany: true,
  since: true,
  without: true,
  receivedAt: true,
  dueOn: true,
  isAssisted: true,
  mayShow: true,
  sealed: true,
  files: { orderBy: { position: 'asc' }, select: { kind: true } },
  events: eventsInOrder,
} as const satisfies Prisma.SubmissionSelect

export type MessageRow = Prisma.SubmissionGetPayload<{ select: typeof messageColumns }>

export function toMessage(row: MessageRow): MessageView {
  const { sealed, files, events, receivedAt, dueOn, ...rest } = row
  return {
    ...rest,
    receivedAt: receivedAt.toISOString(),
    dueOn: dueOn && dueOn.toISOString().slice(0, 10),
    content: sealed && (JSON.parse(openedText(sealed, row.id)) as Content),
    photos: files.filter(({ kind }) => kind === 'photo').length,
    recordings: files.filter(({ kind }) => kind === 'recording').length,
    events: events.map((event) => ({
      kind: event.kind,
      at: event.at.toISOString(),
      detail: event.detail,
      words: event.sealed && openedText(event.sealed, row.id),
      by: event.staffId ? 'office' : 'person',
    })),
    may: personMay[row.status],
  }
}

/** What was sealed here opens here: if not, the key or the row is another one, and that must not pass in silence. */
export function openedText(sealed: Uint8Array, id: string): string {
  const opened = openText(sealed, id)
  if (opened === null) throw new Error(`A sealed text cannot be opened with this key.`)
  return opened.toString()
}
