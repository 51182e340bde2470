import { z } from 'zod'
import { isRegister, type Register } from '~/i18n/registers'
import { translator } from '~/i18n/texts.server'
import { clockInTirana, dateOfDay, dayNumber } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { getEnv } from '~/server/env.server'
import { addJob, type Job, type JobHandlers } from '~/server/jobs.server'
import { canMail, sendMail } from '~/server/mail.server'
import { openedText } from './queries.server'
import { openStatuses, type Content } from './rules'

/** What leaves this place by mail. Without a mail server nobody takes these jobs: they wait, and the desk says so. */
export function mailHandlers(): JobHandlers {
  return canMail() ? { 'tell-of-news': tellOfNews, 'remind-staff': remindStaff } : {}
}

const news = z.object({ submissionId: z.uuid() })

/** Tells a person who left an address that there is news: no word of what it is about, who wrote, or to whom. */
async function tellOfNews({ detail }: Job): Promise<void> {
  const { submissionId } = news.parse(detail)
  const { prisma } = await getDatabase()
  const row = await prisma.submission.findUnique({
    where: { id: submissionId },
    select: { sealed: true, register: true, status: true },
  })
  if (!row?.sealed || row.status === 'withdrawn') return
  const { contact } = JSON.parse(openedText(row.sealed, submissionId)) as Content
  if (!contact?.email) return
  const register: Register = isRegister(row.register) ? row.register : 'sq'
  const t = translator(register)
  await sendMail({
    to: contact.email,
    subject: t('mail:news.subject'),
    text: letter((t('mail:news.lines', { returnObjects: true }) as string[]).join('\n'), `/${register}/track`),
  })
}

const reminder = z.object({ staffId: z.uuid(), kind: z.enum(['soon', 'overdue']) })

/** Tells somebody of the office how many messages wait; what they are about is behind the sign-in. */
async function remindStaff({ detail }: Job, now: Date): Promise<void> {
  const { staffId, kind } = reminder.parse(detail)
  const { prisma } = await getDatabase()
  const staff = await prisma.staff.findUnique({
    where: { id: staffId },
    select: { email: true, language: true, endedAt: true, municipalityCode: true, role: true },
  })
  if (!staff?.email || staff.endedAt) return
  const own = ofPerson({ ...staff, staffId }, kind)
  if (own === null) return
  const count = await prisma.submission.count({ where: { ...waiting(kind, now), ...own } })
  if (count === 0) return
  const t = translator(staff.language === 'en' ? 'en' : 'sq')
  await sendMail({
    to: staff.email,
    subject: t(`desk-mail:${kind}.subject`),
    text: letter(t(`desk-mail:${kind}.text`, { count }), '/desk'),
  })
}

/** Once a day: reminds whoever has a message that is due within three days, and the head of service of what is late. */
export async function addReminders(now: Date): Promise<number> {
  const { prisma } = await getDatabase()
  const today = clockInTirana(now).date
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.fact.createMany({
      data: { name: `reminded ${today}`, value: now.toISOString() },
      skipDuplicates: true,
    })
    if (count === 0) return 0
    const people = await transaction.staff.findMany({
      where: { endedAt: null, email: { not: null }, passwordHash: { not: null }, municipalityCode: { not: null } },
      select: { id: true, role: true, municipalityCode: true },
    })
    let added = 0
    for (const { id: staffId, ...person } of people) {
      for (const kind of ['soon', 'overdue'] as const) {
        const where = ofPerson({ ...person, staffId }, kind)
        if (where === null) continue
        if ((await transaction.submission.count({ where: { ...waiting(kind, now), ...where } })) === 0) continue
        await addJob(transaction, { kind: 'remind-staff', detail: { staffId, kind }, runAt: now })
        added += 1
      }
    }
    return added
  })
}

function waiting(kind: 'soon' | 'overdue', now: Date) {
  const today = clockInTirana(now).date
  const dueOn =
    kind === 'overdue'
      ? { lt: new Date(today) }
      : { gte: new Date(today), lte: new Date(dateOfDay(dayNumber(today) + 3)) }
  return { status: { in: [...openStatuses] }, mergedIntoId: null, dueOn }
}

/** What one person is reminded of: their own, of protection what nobody has; the head of service of all that is late. */
function ofPerson(
  { role, staffId, municipalityCode }: { role: string; staffId: string; municipalityCode: string | null },
  kind: 'soon' | 'overdue',
) {
  const place = { municipalityCode: municipalityCode ?? '' }
  if (role === 'protection_officer') return { ...place, isProtection: true }
  if (kind === 'soon') return { ...place, isProtection: false, assignedToId: staffId }
  return role === 'head_of_service' ? { ...place, isProtection: false } : null
}

/** The address is the installation's own page, the same for everybody: it says nothing of the message. */
function letter(text: string, path: string): string {
  const { PUBLIC_URL } = getEnv()
  return PUBLIC_URL ? `${text}\n\n${PUBLIC_URL}${path}\n` : `${text}\n`
}

export type MailState = { isSet: boolean; waiting: number; failing: number }

/** How it stands with what is to be sent: for the desk. */
export async function getMailState(): Promise<MailState> {
  const { prisma } = await getDatabase()
  const open = { kind: { in: ['tell-of-news', 'remind-staff'] }, doneAt: null }
  return {
    isSet: canMail(),
    waiting: await prisma.job.count({ where: open }),
    failing: await prisma.job.count({ where: { ...open, lastError: { not: null } } }),
  }
}
