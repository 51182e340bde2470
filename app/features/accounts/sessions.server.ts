import { parse, serialize } from 'cookie'
import { createHash, randomBytes } from 'node:crypto'
import { getDatabase } from '~/server/db.server'
import { getEnv, isSecure } from '~/server/env.server'
import { languageCookieName } from '~/server/register.server'
import { deviceOf, isOpen, sessionLasts, type SignedIn } from './rules'

const cookieName = 'prane-staff'
/** A request within this time after the last one that was written down writes nothing. */
const writeEvery = 60_000

const digest = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())

/** Signs somebody in with a token that was never shown before, and returns the cookies for it. */
export async function startSession(
  { staffId, language, userAgent }: { staffId: string; language: string; userAgent: string },
  now: Date,
): Promise<Headers> {
  const token = randomBytes(32).toString('base64url')
  const { prisma } = await getDatabase()
  const device = deviceOf(userAgent)
  await prisma.staffSession.create({
    data: { staffId, tokenHash: digest(token), device, startedAt: now, seenAt: now },
  })
  await prisma.staff.update({ where: { id: staffId }, data: { activeAt: now } })
  const headers = new Headers()
  headers.append('Set-Cookie', sessionCookie(token))
  headers.append('Set-Cookie', languageCookie(language))
  return headers
}

type Found =
  | { state: 'open'; staff: SignedIn }
  /** Of a session that was over: whose it was. */
  | { state: 'over'; staffId: string }
  | { state: 'none' }

/** Who is signed in with this request; being seen lengthens the session. */
export async function readSession(request: Request, now: Date): Promise<Found> {
  const token = readToken(request)
  if (token === null) return { state: 'none' }
  const { prisma } = await getDatabase()
  const row = await prisma.staffSession.findUnique({
    where: { tokenHash: digest(token) },
    select: {
      id: true,
      startedAt: true,
      seenAt: true,
      endedAt: true,
      staff: {
        select: {
          id: true,
          name: true,
          email: true,
          role: true,
          municipalityCode: true,
          language: true,
          endedAt: true,
        },
      },
    },
  })
  if (!row || row.staff.endedAt !== null) return { state: 'none' }
  const { staff } = row
  if (!isOpen(row, now)) return { state: 'over', staffId: staff.id }
  if (now.getTime() - row.seenAt.getTime() > writeEvery) {
    await prisma.staffSession.update({ where: { id: row.id }, data: { seenAt: now } })
    await prisma.staff.update({ where: { id: staff.id }, data: { activeAt: now } })
  }
  const { id: staffId, name, role, municipalityCode } = staff
  const language = staff.language === 'en' ? 'en' : 'sq'
  return {
    state: 'open',
    staff: { staffId, name, role, municipalityCode, email: staff.email ?? '', language, sessionId: row.id },
  }
}

export type SessionView = { id: string; device: string; startedAt: string; seenAt: string; isThis: boolean }

/** The sessions of a person that are open now, the newest first. */
export async function findSessions({ staffId, sessionId }: SignedIn, now: Date): Promise<SessionView[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.staffSession.findMany({
    where: { staffId, endedAt: null, seenAt: { gt: new Date(now.getTime() - sessionLasts.idle) } },
    orderBy: { startedAt: 'desc' },
    select: { id: true, device: true, startedAt: true, seenAt: true, endedAt: true },
  })
  return rows
    .filter((row) => isOpen(row, now))
    .map(({ id, device, startedAt, seenAt }) => ({
      id,
      device,
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
      isThis: id === sessionId,
    }))
}

/** Ends one session of a person, all but one, or all. */
export async function endSessions(which: { staffId: string; id?: string; butNot?: string }, now: Date): Promise<void> {
  const { prisma } = await getDatabase()
  const { staffId, id, butNot } = which
  await prisma.staffSession.updateMany({
    where: { staffId, endedAt: null, ...(id && { id }), ...(butNot && { NOT: { id: butNot } }) },
    data: { endedAt: now },
  })
}

/** Sessions that were over a day ago are of no use to anybody. */
export async function removeOldSessions(now: Date): Promise<void> {
  const { prisma } = await getDatabase()
  const before = new Date(now.getTime() - 2 * sessionLasts.whole)
  await prisma.staffSession.deleteMany({ where: { startedAt: { lt: before } } })
  await prisma.heldForm.deleteMany({ where: { expiresAt: { lt: now } } })
}

/** Without a token: the browser forgets it. It goes when the browser is closed. */
export function sessionCookie(token: string | null): string {
  return serialize(cookieName, token ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(getEnv()),
    ...(token === null && { maxAge: 0 }),
  })
}

/** In which language the staff's pages are shown in this browser, also before signing in. */
export function languageCookie(language: string): string {
  return serialize(languageCookieName, language, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(getEnv()),
    maxAge: 365 * 24 * 60 * 60,
  })
}

function readToken(request: Request): string | null {
  const value = parse((request.headers.get('Cookie') ?? '').slice(0, 8_000))[cookieName] ?? ''
  return /^[\w-]{43}$/.test(value) ? value : null
}
