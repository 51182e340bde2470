import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'

/** What is written down of the staff. A word each; what people wrote is never part of it. */
export type AuditAction =
  | 'signed-in'
  | 'refused'
  | 'joined'
  | 'invited'
  | 'ended'
  | 'signed-out'
  | 'password'
  | 'one-time-code'
  | 'read'
  | 'read-file'
  | 'changed'
  | 'record'
  | 'mapping'

export type AuditLine = { staffId: string | null; action: AuditAction; subject?: string; detail?: string; now: Date }

/** Adds a line to the audit. The database lets nobody change or remove one. */
export async function writeDown({ now, ...line }: AuditLine, transaction?: Prisma.TransactionClient): Promise<void> {
  const db = transaction ?? (await getDatabase()).prisma
  await db.auditEntry.create({ data: { ...line, at: now } })
}
