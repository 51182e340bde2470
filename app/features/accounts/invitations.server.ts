import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDatabase } from '~/server/db.server'
import { getEnv } from '~/server/env.server'
import { writeDown } from './audit.server'
import { sealSecret, stepOfCode } from './one-time.server'
import { hashPassword } from './passwords.server'
import { mayInvite, needsOneTimeCode, type SignedIn } from './rules'
import { type StaffRole } from '~/lib/staff'

const day = 24 * 60 * 60_000
const invitationLasts = 7 * day

const digest = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())
const isToken = (text: string) => /^[\w-]{43}$/.test(text)

/** The file with the link of the first set-up. */
export const setupFile = (dataDir: string) => join(dataDir, 'setup-link')

/**
 * Where nobody can sign in yet, writes a link that works once into a file that only its owner reads, and returns the
 * file's path; null where somebody can.
 *
 * @param origin of this installation, for example "http://localhost:3000"
 */
export async function writeSetupLink(origin: string, now: Date): Promise<string | null> {
  const { prisma } = await getDatabase()
  const file = setupFile(getEnv().DATA_DIR)
  if ((await prisma.staff.count({ where: { passwordHash: { not: null } } })) > 0) {
    rmSync(file, { force: true })
    return null
  }
  const waiting = { email: null, usedAt: null }
  const isThere = (await prisma.invitation.count({ where: { ...waiting, expiresAt: { gt: now } } })) > 0
  if (isThere && existsSync(file)) return file
  await prisma.invitation.deleteMany({ where: waiting })
  const token = randomBytes(32).toString('base64url')
  await prisma.invitation.create({
    data: {
      tokenHash: digest(token),
      role: 'national',
      madeAt: now,
      expiresAt: new Date(now.getTime() + invitationLasts),
    },
  })
  mkdirSync(getEnv().DATA_DIR, { recursive: true })
  rmSync(file, { force: true })
  writeFileSync(file, `${origin}/account/setup?link=${token}\n`, { mode: 0o600, flag: 'wx' })
  return file
}

export type InviteResult = { ok: true; token: string } | { ok: false; error: 'not-yours' | 'known' | 'municipality' }

/** Invites somebody into a role of a municipality. Only whoever holds the token can join, once, within a week. */
export async function invite(
  staff: SignedIn,
  { email, role, municipalityCode }: { email: string; role: StaffRole; municipalityCode: string | null },
  now: Date,
): Promise<InviteResult> {
  const may = mayInvite(staff)
  if (!may?.roles.includes(role)) return { ok: false, error: 'not-yours' }
  const place = role === 'national' ? null : may.to === 'any' ? municipalityCode : may.to
  const { prisma } = await getDatabase()
  if (role !== 'national' && (place === null || (await prisma.municipality.count({ where: { code: place } })) === 0)) {
    return { ok: false, error: 'municipality' }
  }
  if ((await prisma.staff.count({ where: { email } })) > 0) return { ok: false, error: 'known' }
  const token = randomBytes(32).toString('base64url')
  const { staffId } = staff
  await prisma.$transaction(async (transaction) => {
    // An earlier invitation of the same person ends: one link works.
    await transaction.invitation.deleteMany({ where: { email, usedAt: null } })
    const { id } = await transaction.invitation.create({
      data: {
        tokenHash: digest(token),
        email,
        role,
        municipalityCode: place,
        byId: staffId,
        madeAt: now,
        expiresAt: new Date(now.getTime() + invitationLasts),
      },
      select: { id: true },
    })
    await writeDown({ staffId, action: 'invited', subject: `invitation:${id}`, detail: role, now }, transaction)
  })
  return { ok: true, token }
}

export type InvitationView = { email: string | null; role: StaffRole; municipalityCode: string | null }

/** The invitation of a link; null when there is none, it was used, or its time is over. */
export async function findInvitation(token: string, now: Date): Promise<InvitationView | null> {
  if (!isToken(token)) return null
  const { prisma } = await getDatabase()
  return prisma.invitation.findFirst({
    where: { tokenHash: digest(token), usedAt: null, expiresAt: { gt: now } },
    select: { email: true, role: true, municipalityCode: true },
  })
}

type Joining = {
  name: string
  email: string
  password: string
  language: string
  /** Of the one-time codes, with a first code; for roles that need them. */
  secret: string | null
  code: string
}
export type JoinResult = { ok: true; staffId: string } | { ok: false; error: 'link' | 'wrongCode' | 'known' }

/** Makes the account of whoever holds the link. The link is used up in the same transaction. */
export async function joinByInvitation(token: string, joining: Joining, now: Date): Promise<JoinResult> {
  const invitation = await findInvitation(token, now)
  if (!invitation) return { ok: false, error: 'link' }
  const email = invitation.email ?? joining.email
  const staffId = randomUUID()
  const step = joining.secret === null ? null : stepOfCode(joining.secret, joining.code, now)
  if (needsOneTimeCode(invitation.role) && step === null) return { ok: false, error: 'wrongCode' }
  const passwordHash = await hashPassword(joining.password)
  const { prisma } = await getDatabase()
  return prisma.$transaction(async (transaction): Promise<JoinResult> => {
    if ((await transaction.staff.count({ where: { email } })) > 0) return { ok: false, error: 'known' }
    const used = await transaction.invitation.updateMany({
      where: { tokenHash: digest(token), usedAt: null },
      data: { usedAt: now },
    })
    if (used.count !== 1) return { ok: false, error: 'link' }
    const { role, municipalityCode } = invitation
    const { name, language, secret } = joining
    await transaction.staff.create({
      data: {
        id: staffId,
        name,
        email,
        language,
        role,
        municipalityCode,
        passwordHash,
        madeAt: now,
        ...(secret !== null && step !== null && { oneTimeSecret: sealSecret(secret, staffId), oneTimeUsed: step }),
      },
    })
    await writeDown({ staffId, action: 'joined', subject: `staff:${staffId}`, detail: role, now }, transaction)
    return { ok: true, staffId }
  })
}
