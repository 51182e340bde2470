import { parse, serialize } from 'cookie'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'
import { getEnv, isSecure } from '~/server/env.server'
import { openWith, sealWith } from '~/server/keys.server'
import { drawCode, type Code } from './code'
import type { Answers } from './rules'

const cookieName = 'prane-draft'
/** In milliseconds. After sending only the receipt is left, and that for an hour. */
const keptFor = { draft: 24 * 60 * 60_000, receipt: 60 * 60_000 }

/** A message that is being written. Its code is drawn at the beginning, so that sending it twice makes one message. */
export type Draft = {
  /** Of the message it becomes. */
  submissionId: string
  code: Code
  answers: Answers
  sent?: Sent
}

/** All that is left of a draft once it was sent. */
export type Sent = { municipality: string; dueOn: string; isProtection: boolean }

/** What finds and opens a draft; only the person's cookie holds it. */
export type DraftKey = { id: string; key: Buffer }
export type OpenDraft = { at: DraftKey; draft: Draft }

/** The draft of this browser; null when there is none, or it is over. */
export async function readDraft(request: Request, now: Date): Promise<OpenDraft | null> {
  const at = readKey(request)
  if (at === null) return null
  const { prisma } = await getDatabase()
  const row = await prisma.draft.findUnique({ where: { id: at.id }, select: { sealed: true, expiresAt: true } })
  if (!row || row.expiresAt <= now) return null
  const opened = openWith(at.key, row.sealed, at.id)
  return opened && { at, draft: JSON.parse(opened.toString()) as Draft }
}

/** Begins a draft and returns the cookie that opens it. */
export async function beginDraft(answers: Answers, now: Date): Promise<{ cookie: string; open: OpenDraft }> {
  const at = { id: randomBytes(16).toString('hex'), key: randomBytes(32) }
  const draft: Draft = { submissionId: randomUUID(), code: drawCode(() => randomInt(10)), answers }
  const { prisma } = await getDatabase()
  const expiresAt = new Date(now.getTime() + keptFor.draft)
  await prisma.draft.create({ data: { id: at.id, sealed: seal(at, draft), expiresAt } })
  return { cookie: draftCookie(`${at.id}${at.key.toString('hex')}`, keptFor.draft), open: { at, draft } }
}

/** Keeps what was answered. Nothing is kept of a draft that was wiped meanwhile. */
export async function saveDraft(
  { at, draft }: OpenDraft,
  now: Date,
  transaction?: Prisma.TransactionClient,
): Promise<void> {
  const db = transaction ?? (await getDatabase()).prisma
  const expiresAt = new Date(now.getTime() + (draft.sent ? keptFor.receipt : keptFor.draft))
  await db.draft.updateMany({ where: { id: at.id }, data: { sealed: seal(at, draft), expiresAt } })
}

/** Removes the draft with its files, and the cookie. */
export async function wipeDraft(request: Request): Promise<string> {
  const at = readKey(request)
  if (at !== null) {
    const { prisma } = await getDatabase()
    await prisma.draft.deleteMany({ where: { id: at.id } })
  }
  return draftCookie('', 0)
}

export type DraftFile = { id: string; kind: 'photo' | 'recording'; content: Buffer }

export async function readDraftFiles({ at }: OpenDraft): Promise<DraftFile[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.draftFile.findMany({
    where: { draftId: at.id },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, sealed: true },
  })
  return rows.flatMap(({ id, kind, sealed }) => {
    const content = openWith(at.key, sealed, at.id)
    return content ? [{ id, kind, content }] : []
  })
}

export async function addDraftFile({ at }: OpenDraft, kind: DraftFile['kind'], content: Uint8Array): Promise<void> {
  const { prisma } = await getDatabase()
  await prisma.draftFile.create({ data: { draftId: at.id, kind, sealed: sealWith(at.key, content, at.id) } })
}

export async function removeDraftFiles(
  { at }: OpenDraft,
  which: { id?: string; kind: DraftFile['kind'] },
): Promise<void> {
  const { prisma } = await getDatabase()
  await prisma.draftFile.deleteMany({ where: { draftId: at.id, ...which } })
}

function seal({ id, key }: DraftKey, draft: Draft) {
  return sealWith(key, JSON.stringify(draft), id)
}

function readKey(request: Request): DraftKey | null {
  const value = parse((request.headers.get('Cookie') ?? '').slice(0, 8_000))[cookieName] ?? ''
  const [, id, key] = /^([0-9a-f]{32})([0-9a-f]{64})$/.exec(value) ?? []
  return id && key ? { id, key: Buffer.from(key, 'hex') } : null
}

function draftCookie(value: string, lifetime: number): string {
  return serialize(cookieName, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(getEnv()),
    maxAge: Math.floor(lifetime / 1000),
  })
}
