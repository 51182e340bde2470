import type { Prisma } from '../../../generated/prisma/client'
import { getDatabase } from '~/server/db.server'
import type { Language } from '~/i18n/registers'
import { clockInTirana } from '~/lib/days'
import { standing } from './group.server'
import { orderQueue, readWeights, shownReason } from './queue'
import type { PublicGroup } from './view'

/** Groups that everybody may see. */
export const shownGroups = {
  releasedAt: { not: null },
  members: { some: standing },
} satisfies Prisma.NeedGroupWhereInput

/** Of a group, the proposal of the last cycle that was not cancelled. */
const lastProposal = {
  where: { cycle: { cancelledAt: null } },
  orderBy: { cycle: { year: 'desc' } },
  take: 1,
  select: {
    number: true,
    cost: true,
    feasibility: true,
    decision: true,
    serviceSlug: true,
    cycle: { select: { year: true } },
  },
} satisfies Prisma.NeedGroup$proposalsArgs

/** The published weights of a municipality's last cycle, by the number of the unit. */
export async function findWeights(
  db: Prisma.TransactionClient,
  municipalityCode: string,
): Promise<ReadonlyMap<number, number>> {
  const cycle = await db.budgetCycle.findFirst({
    where: { municipalityCode },
    orderBy: { year: 'desc' },
    select: { unitWeights: true },
  })
  return readWeights(cycle?.unitWeights)
}

const day = 24 * 60 * 60_000 // milliseconds

/** The released groups of a municipality in the order of the queue, with as much of the reason as everybody may see. */
export async function findPublicGroups({
  municipalityCode,
  language,
  now,
}: {
  municipalityCode: string
  language: Language
  now: Date
}): Promise<PublicGroup[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.needGroup.findMany({
    where: { municipalityCode, ...shownGroups },
    select: {
      id: true,
      unitNumber: true,
      titleSq: true,
      titleEn: true,
      easySq: true,
      easyEn: true,
      members: { where: standing, select: { submission: { select: { without: true, receivedAt: true } } } },
      proposals: lastProposal,
    },
  })
  const weights = await findWeights(prisma, municipalityCode)
  const units = await prisma.administrativeUnit.findMany({
    where: { municipalityCode },
    select: { number: true, name: true },
  })
  const nameOf = new Map(units.map(({ number, name }) => [number, name]))
  const groups = rows.map(({ id, unitNumber, members, proposals, ...texts }) => {
    const [last = null] = proposals
    const first = new Date(Math.min(...members.map(({ submission }) => submission.receivedAt.getTime())))
    return {
      id,
      title: language === 'sq' ? texts.titleSq : texts.titleEn,
      easy: language === 'sq' ? texts.easySq : texts.easyEn,
      unit: nameOf.get(unitNumber ?? -1) ?? null,
      since: `${clockInTirana(first).date.slice(0, 7)}-01`,
      proposal: last && { year: last.cycle.year, number: last.number },
      status:
        last === null
          ? ('none' as const)
          : last.serviceSlug !== null
            ? ('opened' as const)
            : (last.decision ?? last.feasibility),
      messages: members.length,
      without: members.flatMap(({ submission }) => submission.without ?? []),
      waitingDays: Math.floor((now.getTime() - first.getTime()) / day),
      cost: last?.cost ?? null,
      unitWeight: weights.get(unitNumber ?? 0) ?? 1,
    }
  })
  return orderQueue(groups).map(({ id, title, easy, unit, since, proposal, status, reason }) => ({
    id,
    title,
    easy,
    unit,
    since,
    proposal,
    status,
    reason: shownReason(reason),
  }))
}
