import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'
import { codeHash, openText } from '~/server/keys.server'
import type { Code } from './code'
import { personMay, type Content, type MessageView } from './rules'

/** The message of a code; null when there is none. */
export async function getMessage({ code }: { code: Code }): Promise<MessageView | null> {
  const { prisma } = await getDatabase()
  return read(prisma, { codeHash: codeHash(code) })
}

/** A message by its id, inside the transaction in which somebody's right to see it was found. */
export function getMessageById({
  submissionId,
  transaction,
}: {
  submissionId: string
  transaction: Prisma.TransactionClient
}): Promise<MessageView | null> {
  return read(transaction, { id: submissionId })
}

async function read(
  db: Prisma.TransactionClient,
  where: { id: string } | { codeHash: Uint8Array<ArrayBuffer> },
): Promise<MessageView | null> {
  const row = await db.submission.findUnique({
    where,
    select: {
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
      files: { select: { kind: true } },
      events: {
        orderBy: { id: 'asc' },
        select: { kind: true, at: true, detail: true, sealed: true, staffId: true },
      },
    },
  })
  if (!row) return null
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
