import { getDatabase } from '~/server/db.server'
import type { Language } from '~/i18n/registers'
import { clockInTirana } from '~/lib/days'
import { standing } from './group.server'
import { orderQueue, shownReason } from './queue'
import type { PublicGroup } from './view'

const day = 24 * 60 * 60_000 // milliseconds

/** The released groups of a municipality in the order of the queue, with as much of the reason as everybody may see. */
export async function findPublicGroups({
  municipalityCode,
  cycleId,
  language,
  now,
}: {
  municipalityCode: string
  cycleId: string
  language: Language
  now: Date
}): Promise<PublicGroup[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.needGroup.findMany({
    where: { municipalityCode, releasedAt: { not: null }, members: { some: standing } },
    select: {
      id: true,
      unitNumber: true,
      titleSq: true,
      titleEn: true,
      easySq: true,
      easyEn: true,
      members: { where: standing, select: { submission: { select: { without: true, receivedAt: true } } } },
      proposals: { where: { cycleId }, select: { number: true, cost: true }, take: 1 },
    },
  })
  const units = await prisma.administrativeUnit.findMany({
    where: { municipalityCode },
    select: { number: true, name: true },
  })
  const nameOf = new Map(units.map(({ number, name }) => [number, name]))
  const groups = rows.map(({ id, unitNumber, members, proposals, ...texts }) => {
    const first = new Date(Math.min(...members.map(({ submission }) => submission.receivedAt.getTime())))
    return {
      id,
      title: language === 'sq' ? texts.titleSq : texts.titleEn,
      easy: language === 'sq' ? texts.easySq : texts.easyEn,
      unit: nameOf.get(unitNumber ?? -1) ?? null,
      since: `${clockInTirana(first).date.slice(0, 7)}-01`,
      proposal: proposals[0]?.number ?? null,
      messages: members.length,
      without: members.flatMap(({ submission }) => submission.without ?? []),
      waitingDays: Math.floor((now.getTime() - first.getTime()) / day),
      cost: proposals[0]?.cost ?? null,
      unitWeight: 1,
    }
  })
  return orderQueue(groups).map(({ id, title, easy, unit, since, proposal, reason }) => ({
    id,
    title,
    easy,
    unit,
    since,
    proposal,
    reason: shownReason(reason),
  }))
}
