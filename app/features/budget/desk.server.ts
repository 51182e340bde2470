import { getDatabase } from '~/server/db.server'
import type { Language } from '~/i18n/registers'
import type { Viewer } from '~/lib/staff'
import { digestOf, draftRule } from './freeze.server'
import { groupable, standing } from './group.server'
import { orderQueue } from './queue'
import { mayBudget, mayGroup, missingForNext, signing } from './rules'
import type { DeskBudget, DeskGroup, DeskNeed } from './desk-view'

/** The latest cycle of the viewer's municipality, as its office works on it. Null: none has begun. */
export async function getDeskBudget({ viewer }: { viewer: Viewer }): Promise<DeskBudget | null> {
  const { municipalityCode } = viewer
  if (municipalityCode === null || !mayBudget(viewer, municipalityCode)) return null
  const { prisma } = await getDatabase()
  const cycle = await prisma.budgetCycle.findFirst({
    where: { municipalityCode },
    orderBy: { year: 'desc' },
    select: {
      id: true,
      year: true,
      phase: true,
      ruleHash: true,
      signedHash: true,
      cancelledAt: true,
      closedAt: true,
      codesIssued: true,
      proposals: { select: { feasibility: true, decision: true } },
    },
  })
  if (!cycle) return null
  const { id: cycleId, proposals, ...facts } = cycle
  const text = facts.ruleHash ? null : await prisma.$transaction((transaction) => draftRule(transaction, cycleId))
  const of = (where: object) => prisma.ballotCode.count({ where: { cycleId, ...where } })
  const isOver = facts.closedAt !== null || facts.cancelledAt !== null
  const draftHash = text === null ? null : digestOf(text)
  return {
    cycleId,
    year: facts.year,
    phase: facts.phase,
    missing: missingForNext({
      phase: facts.phase,
      proposals: proposals.map(({ feasibility, decision }) => ({ feasibility, isDecided: decision !== null })),
      isFrozen: facts.ruleHash !== null,
      isCancelled: facts.cancelledAt !== null,
      isClosed: facts.closedAt !== null,
      codesIssued: facts.codesIssued,
    }),
    isFrozen: facts.ruleHash !== null,
    isOver,
    ruleHash: facts.ruleHash,
    draftHash,
    isSigned: draftHash !== null && facts.signedHash === draftHash,
    maySign: signing.includes(viewer.role),
    codesIssued: facts.codesIssued,
    // While ballots come in, only what the desk needs for its work: what is half typed, and what was tried twice.
    paperWaiting: await of({ channel: 'paper', isCast: false }),
    conflicts: await of({ conflict: true }),
  }
}

/** Needs of the viewer's municipality that stand in no group. Their words are read at the desk's own page of a message. */
export async function findLooseNeeds({ viewer }: { viewer: Viewer }): Promise<DeskNeed[]> {
  const { municipalityCode } = viewer
  if (municipalityCode === null || !mayGroup(viewer, municipalityCode)) return []
  const { prisma } = await getDatabase()
  const rows = await prisma.submission.findMany({
    where: groupable(municipalityCode),
    orderBy: [{ help: 'asc' }, { unitNumber: 'asc' }, { forWhom: 'asc' }, { receivedAt: 'asc' }],
    take: 200,
    select: { id: true, help: true, unitNumber: true, forWhom: true, howMany: true, without: true },
  })
  const units = await unitNames(municipalityCode)
  return rows.map(({ unitNumber, ...row }) => ({ ...row, unit: units.get(unitNumber ?? 0) ?? null }))
}

/** The groups of the viewer's municipality in the order of the queue, with what their place rests on. */
export async function findGroups({
  viewer,
  language,
  now,
}: {
  viewer: Viewer
  language: Language
  now: Date
}): Promise<DeskGroup[]> {
  const { municipalityCode } = viewer
  if (municipalityCode === null || !mayGroup(viewer, municipalityCode)) return []
  const { prisma } = await getDatabase()
  const rows = await prisma.needGroup.findMany({
    where: { municipalityCode },
    select: {
      id: true,
      help: true,
      unitNumber: true,
      titleSq: true,
      titleEn: true,
      releasedAt: true,
      members: {
        where: standing,
        select: { submissionId: true, submission: { select: { without: true, receivedAt: true } } },
      },
      proposals: { select: { cost: true }, take: 1 },
    },
  })
  const units = await unitNames(municipalityCode)
  const groups = rows.map(({ members, proposals, unitNumber, titleSq, titleEn, releasedAt, ...row }) => {
    const first = Math.min(now.getTime(), ...members.map(({ submission }) => submission.receivedAt.getTime()))
    return {
      ...row,
      title: language === 'sq' ? titleSq : titleEn,
      unit: units.get(unitNumber ?? 0) ?? null,
      isReleased: releasedAt !== null,
      members: members.map(({ submissionId }) => submissionId),
      messages: members.length,
      without: members.flatMap(({ submission }) => submission.without ?? []),
      waitingDays: Math.floor((now.getTime() - first) / 86_400_000),
      cost: proposals[0]?.cost ?? null,
      unitWeight: 1,
    }
  })
  return orderQueue(groups).map(({ id, title, unit, help, isReleased, members, reason }) => ({
    id,
    title,
    unit,
    help,
    isReleased,
    members,
    reason,
  }))
}

async function unitNames(municipalityCode: string): Promise<Map<number, string>> {
  const { prisma } = await getDatabase()
  const rows = await prisma.administrativeUnit.findMany({
    where: { municipalityCode },
    select: { number: true, name: true },
  })
  return new Map(rows.map(({ number, name }) => [number, name]))
}
