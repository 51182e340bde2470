import { getDatabase } from '~/server/db.server'
import { writeDown } from './audit.server'
import { mayEnter, type SignedIn } from './rules'
import { type StaffRole } from '~/lib/staff'
import { endSessions } from './sessions.server'

export type Colleague = {
  id: string
  name: string
  email: string
  role: StaffRole
  municipalityCode: string | null
  activeAt: string | null
}

/** Those who work in the viewer's municipality, or everywhere for the country's staff. */
export async function findColleagues({ municipalityCode, role }: SignedIn): Promise<Colleague[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.staff.findMany({
    where: { endedAt: null, ...(role !== 'national' && { municipalityCode }) },
    orderBy: [{ municipalityCode: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    select: { id: true, name: true, email: true, role: true, municipalityCode: true, activeAt: true },
  })
  return rows.map((row) => ({ ...row, email: row.email ?? '', activeAt: row.activeAt?.toISOString() ?? null }))
}

/** Ends an account of the viewer's own reach, and all its sessions. What the person did stays written down. */
export async function endAccount(staff: SignedIn, id: string, now: Date): Promise<boolean> {
  if (!mayEnter(staff.role, 'team') || id === staff.staffId) return false
  const { prisma } = await getDatabase()
  const { count } = await prisma.staff.updateMany({
    where: { id, endedAt: null, ...(staff.role !== 'national' && { municipalityCode: staff.municipalityCode }) },
    // Without its address, so that the same person can be invited again.
    data: { endedAt: now, email: null, passwordHash: null, oneTimeSecret: null },
  })
  if (count === 0) return false
  await endSessions({ staffId: id }, now)
  await writeDown({ staffId: staff.staffId, action: 'ended', subject: `staff:${id}`, now })
  return true
}

export async function setLanguage(staff: SignedIn, language: string): Promise<void> {
  const { prisma } = await getDatabase()
  await prisma.staff.update({ where: { id: staff.staffId }, data: { language } })
}

export type AuditView = { at: string; who: string; action: string; subject: string | null; detail: string | null }

/** The last entries about what the people of the viewer's reach did, a page of them, the newest first. */
export async function findAudit(
  staff: SignedIn,
  page: number,
  perPage = 50,
): Promise<{ lines: AuditView[]; more: boolean }> {
  const { prisma } = await getDatabase()
  const own = staff.role === 'national' ? {} : { municipalityCode: staff.municipalityCode }
  const people = await prisma.staff.findMany({ where: own, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const rows = await prisma.auditEntry.findMany({
    where: { staffId: { in: [...names.keys()] } },
    orderBy: { id: 'desc' },
    skip: (page - 1) * perPage,
    take: perPage + 1,
    select: { at: true, staffId: true, action: true, subject: true, detail: true },
  })
  const lines = rows.slice(0, perPage).map(({ at, staffId, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    who: names.get(staffId ?? '') ?? '',
  }))
  return { lines, more: rows.length > perPage }
}
