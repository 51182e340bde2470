import { getDatabase } from '~/server/db.server'
import type { Language } from '~/i18n/registers'
import type { Viewer } from '~/lib/staff'
import { shownServices } from '../directory/views.server'
import { digestOf, draftRule } from './freeze.server'
import { groupable, standing } from './group.server'
import { findWeights } from './public-groups.server'
import { orderQueue } from './queue'
import { mayBudget, mayGroup, missingForNext, signing, type Phase } from './rules'
import type { DeskBudget, DeskGroup, DeskLists, DeskNeed } from './desk-view'

/** The years of the viewer's municipality, the last one first. */
export async function findDeskYears({ viewer }: { viewer: Viewer }): Promise<{ year: number; phase: Phase }[]> {
  const { municipalityCode } = viewer
  if (municipalityCode === null || !mayBudget(viewer, municipalityCode)) return []
  const { prisma } = await getDatabase()
  return prisma.budgetCycle.findMany({
    where: { municipalityCode },
    orderBy: { year: 'desc' },
    select: { year: true, phase: true },
  })
}

/** The cycle of a year of the viewer's municipality, as its office works on it. Null: there is none. */
export async function getDeskBudget({
  viewer,
  year,
  language,
}: {
  viewer: Viewer
  year: number
  language: Language
}): Promise<DeskBudget | null> {
  const { municipalityCode } = viewer
  if (municipalityCode === null || !mayBudget(viewer, municipalityCode)) return null
  const { prisma } = await getDatabase()
  const cycle = await prisma.budgetCycle.findUnique({
    where: { municipalityCode_year: { municipalityCode, year } },
    select: {
      id: true,
      phase: true,
      ruleHash: true,
      signedHash: true,
      cancelledAt: true,
      closedAt: true,
      codesIssued: true,
      proposals: {
        orderBy: { number: 'asc' },
        select: { number: true, titleSq: true, titleEn: true, feasibility: true, decision: true },
      },
      hearings: {
        orderBy: [{ on: 'asc' }, { time: 'asc' }],
        select: { id: true, on: true, placeSq: true, placeEn: true, notesSq: true },
      },
    },
  })
  if (!cycle) return null
  const { id: cycleId, proposals, hearings, ...facts } = cycle
  const text = facts.ruleHash ? null : await prisma.$transaction((transaction) => draftRule(transaction, cycleId))
  const of = (where: object) => prisma.ballotCode.count({ where: { cycleId, ...where } })
  const draftHash = text === null ? null : digestOf(text)
  return {
    cycleId,
    year,
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
    isOver: facts.closedAt !== null || facts.cancelledAt !== null,
    isCancelled: facts.cancelledAt !== null,
    ruleHash: facts.ruleHash,
    draftHash,
    isSigned: draftHash !== null && facts.signedHash === draftHash,
    maySign: signing.includes(viewer.role),
    codesIssued: facts.codesIssued,
    // While ballots come in, only what the desk needs for its work: what is half typed, and what was tried twice.
    paperWaiting: await of({ channel: 'paper', isCast: false }),
    conflicts: await of({ conflict: true }),
    proposals: proposals.map(({ titleSq, titleEn, ...row }) => ({
      ...row,
      title: language === 'sq' ? titleSq : titleEn,
    })),
    hearings: hearings.map(({ id, on, placeSq, placeEn, notesSq }) => ({
      id,
      on: dayOf(on),
      place: language === 'sq' ? placeSq : placeEn,
      hasNotes: notesSq !== null,
    })),
  }
}

/** What can be chosen in the forms: released groups, units, proposals that can be done, services that are shown. */
export async function findDeskLists({
  viewer,
  cycle,
  language,
  now,
}: {
  viewer: Viewer
  cycle: DeskBudget | null
  language: Language
  now: Date
}): Promise<DeskLists> {
  const municipalityCode = viewer.municipalityCode ?? ''
  const { prisma } = await getDatabase()
  const groups = await findGroups({ viewer, language, now })
  const services = await prisma.service.findMany({
    where: { municipalityCode, ...shownServices, slug: { not: null } },
    orderBy: [{ nameSq: 'asc' }, { id: 'asc' }],
    select: { slug: true, nameSq: true, nameEn: true },
  })
  return {
    groups: groups.filter(({ isReleased }) => isReleased).map(({ id, title }) => [id, title]),
    units: [...(await unitNames(municipalityCode))].map(([number, name]) => [String(number), name]),
    proposals: (cycle?.proposals ?? [])
      .filter(({ feasibility }) => feasibility === 'feasible')
      .map(({ number, title }) => [String(number), `${number}. ${title}`]),
    services: services.map(({ slug, nameSq, nameEn }) => [slug ?? '', language === 'sq' ? nameSq : (nameEn ?? nameSq)]),
  }
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

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
      easySq: true,
      easyEn: true,
      proposals: {
        where: { cycle: { cancelledAt: null } },
        orderBy: { cycle: { year: 'desc' } },
        select: { cost: true },
        take: 1,
      },
    },
  })
  const units = await unitNames(municipalityCode)
  const weights = await findWeights(prisma, municipalityCode)
  const groups = rows.map(
    ({ members, proposals, unitNumber, titleSq, titleEn, easySq, easyEn, releasedAt, ...row }) => {
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
        unitWeight: weights.get(unitNumber ?? 0) ?? 1,
        texts: { titleSq, titleEn, easySq, easyEn },
      }
    },
  )
  return orderQueue(groups).map(({ id, title, unit, help, isReleased, members, reason, texts }) => ({
    id,
    title,
    unit,
    help,
    isReleased,
    members,
    reason,
    texts,
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
