import type { Prisma } from '../../../generated/prisma/client'
import { getPlaceOfMessage } from '../directory/place-queries.server'
import { languageOf, type Register } from '~/i18n/registers'
import { clockInTirana } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { codeHash, sealText } from '~/server/keys.server'
import { answerWithin, dueOn } from './clock'
import { readDraftFiles, saveDraft, type Draft, type DraftFile, type OpenDraft, type Sent } from './drafts.server'
import { readHolidays } from '~/server/calendar.server'
import { firstOpen, questionsOf, type QuestionId } from './questions'
import { isAssisted, kindOf, type Answers, type Content } from './rules'

export type SubmitResult =
  | { ok: true; sent: Sent }
  /** `question` is where the person has to go back to. */
  | { ok: false; error: 'incomplete'; question: QuestionId }
  | { ok: false; error: 'empty' }

/**
 * Sends a draft: makes it a message, and leaves of the draft no more than the receipt, in one transaction. What was
 * sent already is not sent again: the id and the code of a message are drawn with its draft.
 */
export async function submitMessage(
  open: OpenDraft,
  { now, register }: { now: Date; register: Register },
): Promise<SubmitResult> {
  const { draft } = open
  if (draft.sent) return { ok: true, sent: draft.sent }
  const question = firstOpen(draft.answers)
  if (question !== null) return { ok: false, error: 'incomplete', question }
  const place = await getPlaceOfMessage({ slug: draft.answers.municipality ?? '', language: languageOf(register) })
  if (!place) return { ok: false, error: 'incomplete', question: 'where' }
  const isProtection = draft.answers.topic === 'harm'
  if (isProtection && !(await isReadIn(place.code, now))) {
    // Somebody read there when it was asked. The page that says who can be called instead follows now.
    await saveDraft({ ...open, draft: { ...draft, answers: { ...draft.answers, isRead: false } } }, now)
    return { ok: false, error: 'incomplete', question: 'unread' }
  }
  const files = await readDraftFiles(open)
  if (isProtection && !saysSomething(draft.answers, files)) return { ok: false, error: 'empty' }

  const today = clockInTirana(now).date
  const due = dueOn(today, isProtection ? answerWithin.protection : answerWithin.ordinary, await readHolidays())
  const sent: Sent = { municipality: place.slug, dueOn: due, isProtection }
  const { prisma } = await getDatabase()
  const data = submissionOf(draft, files, { place: place.code, due, now, register })
  try {
    await prisma.$transaction(async (transaction) => {
      await transaction.submission.create({ data })
      await leaveReceipt(transaction, open, sent, now)
    })
  } catch (error) {
    if (!(await wasSent(draft.submissionId))) throw error
    // An answer that was saved while it was sent may lie over the receipt.
    await leaveReceipt(prisma, open, sent, now)
  }
  return { ok: true, sent }
}

/** Sent twice at the same time: the other one made it. */
async function wasSent(id: string): Promise<boolean> {
  const { prisma } = await getDatabase()
  return (await prisma.submission.count({ where: { id } })) > 0
}

async function leaveReceipt(db: Prisma.TransactionClient, { at, draft }: OpenDraft, sent: Sent, now: Date) {
  const { topic, who } = draft.answers
  const receipt: Draft = { ...draft, answers: who === undefined ? { topic } : { topic, who }, sent }
  await db.draftFile.deleteMany({ where: { draftId: at.id } })
  await saveDraft({ at, draft: receipt }, now, db)
}

const hasValues = (value: object | undefined): boolean => value !== undefined && Object.keys(value).length > 0

/** Nobody can help where nothing but a municipality is said. */
function saysSomething({ words, contact }: Answers, files: DraftFile[]): boolean {
  return Boolean(words) || hasValues(contact) || files.length > 0
}

function submissionOf(
  { submissionId, code, answers }: Draft,
  files: DraftFile[],
  { place, due, now, register }: { place: string; due: string; now: Date; register: Register },
): Prisma.SubmissionCreateInput {
  const kind = kindOf(answers)
  const isProtection = answers.topic === 'harm'
  // Typed before, and then not asked or not agreed to: it is not sent.
  const asked = questionsOf(answers)
  const content: Content = {
    ...(answers.words && { words: answers.words }),
    ...(answers.about?.startsWith('words:') && { about: answers.about.slice('words:'.length) }),
    ...(asked.includes('contact') && hasValues(answers.contact) && { contact: answers.contact }),
    ...(asked.includes('about-you') && hasValues(answers.aboutYou) && { aboutYou: answers.aboutYou }),
  }
  const agreed = answers.who === 'other' ? (answers.agreed ?? []) : []
  return {
    id: submissionId,
    codeHash: codeHash(code),
    kind,
    category: kind === 'need' ? null : isProtection ? 'harm' : (answers.category ?? null),
    isProtection,
    municipalityCode: place,
    subject: answers.about?.startsWith('words:') ? null : (answers.about ?? null),
    ...(kind === 'need' && {
      unitNumber: answers.unit ?? null,
      help: answers.help ?? answers.area ?? null,
      forWhom: answers.forWhom ?? null,
      howMany: answers.howMany ?? null,
      since: answers.since ?? null,
      without: answers.without ?? null,
    }),
    register,
    isAssisted: isAssisted(answers),
    isUnder16: answers.who === 'young',
    mayShow: !isProtection && Boolean(answers.mayShow),
    sealed: sealText(JSON.stringify(content), submissionId),
    receivedAt: now,
    dueOn: new Date(due),
    events: {
      create: [
        { kind: 'sent', at: now },
        ...agreed.map((purpose) => ({ kind: 'agreed' as const, at: now, detail: purpose })),
      ],
    },
    files: {
      create: files.map(({ kind: fileKind, content: bytes }, position) => ({
        kind: fileKind,
        position,
        sealed: sealText(bytes, submissionId),
      })),
    },
  }
}

const activeFor = 7 * 24 * 60 * 60_000

/** Whether a protection officer of this municipality was at work here in the last seven days. */
export async function isReadIn(municipalityCode: string, now: Date): Promise<boolean> {
  const { prisma } = await getDatabase()
  const since = new Date(now.getTime() - activeFor)
  const officers = await prisma.staff.count({
    where: { municipalityCode, role: 'protection_officer', activeAt: { gte: since } },
  })
  return officers > 0
}
