import { getDatabase } from '~/server/db.server'
import { countWrongPassword, mayTryPassword } from '~/server/limits.server'
import { writeDown } from './audit.server'
import { openSecret, sealSecret, stepOfCode } from './one-time.server'
import { hashPassword, isPassword } from './passwords.server'
import { needsOneTimeCode, type SignedIn } from './rules'
import { endSessions, startSession } from './sessions.server'

export type SignInResult =
  { ok: true; cookies: Headers } | { ok: false; error: 'wrong' | 'wrongCode' | 'code' | 'tooMany' }

type Attempt = { email: string; password: string; code: string; address: string; userAgent: string }

/**
 * Signs somebody in. An unknown address, a wrong password and an account that was ended get the same answer, in the
 * same time; that a code is missing or wrong is said only to whoever knows the password.
 */
export async function signIn(attempt: Attempt, now: Date): Promise<SignInResult> {
  const { email, password, code, address, userAgent } = attempt
  if (!(await mayTryPassword(email, address))) return { ok: false, error: 'tooMany' }
  const { prisma } = await getDatabase()
  const staff = await prisma.staff.findUnique({
    where: { email },
    select: { id: true, language: true, passwordHash: true, oneTimeSecret: true, oneTimeUsed: true, endedAt: true },
  })
  const isRight = await isPassword(password, staff?.endedAt === null ? staff.passwordHash : null)
  if (!staff || !isRight) {
    await countWrongPassword(email, address)
    if (staff) await writeDown({ staffId: staff.id, action: 'refused', detail: 'password', now })
    return { ok: false, error: 'wrong' }
  }
  if (staff.oneTimeSecret) {
    if (code === '') return { ok: false, error: 'code' }
    if (!(await spendCode({ ...staff, oneTimeSecret: staff.oneTimeSecret }, code, now))) {
      await countWrongPassword(email, address)
      await writeDown({ staffId: staff.id, action: 'refused', detail: 'code', now })
      return { ok: false, error: 'wrongCode' }
    }
  }
  await writeDown({ staffId: staff.id, action: 'signed-in', now })
  return { ok: true, cookies: await startSession({ staffId: staff.id, language: staff.language, userAgent }, now) }
}

/** Takes a code that is right, once: whoever looked over a shoulder comes too late. */
async function spendCode(
  staff: { id: string; oneTimeSecret: Uint8Array; oneTimeUsed: number | null },
  code: string,
  now: Date,
): Promise<boolean> {
  const step = stepOfCode(openSecret(staff.oneTimeSecret, staff.id), code, now)
  if (step === null) return false
  const { prisma } = await getDatabase()
  const { count } = await prisma.staff.updateMany({
    where: { id: staff.id, OR: [{ oneTimeUsed: null }, { oneTimeUsed: { lt: step } }] },
    data: { oneTimeUsed: step },
  })
  return count === 1
}

export type ChangeResult = { ok: true } | { ok: false; error: 'wrong' | 'wrongCode' | 'needed' | 'tooMany' }

/** Changes the password of whoever knows the old one, and ends all their other sessions. */
export async function changePassword(
  staff: SignedIn,
  given: { now: string; password: string; address: string },
  now: Date,
): Promise<ChangeResult> {
  if (!(await mayTryPassword(staff.email, given.address))) return { ok: false, error: 'tooMany' }
  const { prisma } = await getDatabase()
  const { staffId } = staff
  const row = await prisma.staff.findUniqueOrThrow({ where: { id: staffId }, select: { passwordHash: true } })
  if (!(await isPassword(given.now, row.passwordHash))) {
    await countWrongPassword(staff.email, given.address)
    return { ok: false, error: 'wrong' }
  }
  await prisma.staff.update({ where: { id: staffId }, data: { passwordHash: await hashPassword(given.password) } })
  await endSessions({ staffId, butNot: staff.sessionId }, now)
  await writeDown({ staffId, action: 'password', now })
  return { ok: true }
}

/** Asks for one-time codes from now on, once the app has shown a right one. */
export async function turnCodesOn(
  staff: SignedIn,
  { secret, code }: { secret: string; code: string },
  now: Date,
): Promise<ChangeResult> {
  const step = stepOfCode(secret, code, now)
  if (step === null) return { ok: false, error: 'wrongCode' }
  const { prisma } = await getDatabase()
  const { staffId } = staff
  await prisma.staff.update({
    where: { id: staffId },
    data: { oneTimeSecret: sealSecret(secret, staffId), oneTimeUsed: step },
  })
  await writeDown({ staffId, action: 'one-time-code', detail: 'on', now })
  return { ok: true }
}

/** Asks for no codes any more; not for those who may let others in. */
export async function turnCodesOff(staff: SignedIn, now: Date): Promise<ChangeResult> {
  if (needsOneTimeCode(staff.role)) return { ok: false, error: 'needed' }
  const { prisma } = await getDatabase()
  await prisma.staff.update({ where: { id: staff.staffId }, data: { oneTimeSecret: null, oneTimeUsed: null } })
  await writeDown({ staffId: staff.staffId, action: 'one-time-code', detail: 'off', now })
  return { ok: true }
}

export async function hasOneTimeCodes({ staffId }: SignedIn): Promise<boolean> {
  const { prisma } = await getDatabase()
  return (await prisma.staff.count({ where: { id: staffId, oneTimeSecret: { not: null } } })) > 0
}
