import type { Prisma } from '../../../generated/prisma/client'
import { openedText } from '../voice/queries.server'
import { dimensionNames, figuresOf, type Concern, type Dimension, type Figures, type Stage } from './figures'
import { standing } from './group.server'
import type { PhaseDates } from './rules'

type Cycle = { id: string; municipalityCode: string; year: number; dates: unknown }

/**
 * Counts what became of the concerns of a cycle: those that came since the hearings of the one before until its own,
 * and older ones whose group had a proposal in it. Taken back ones and those about violence are in no number.
 */
export async function countFigures(transaction: Prisma.TransactionClient, cycle: Cycle): Promise<Figures> {
  const { id: cycleId, municipalityCode } = cycle
  const before = await transaction.budgetCycle.findFirst({
    where: { municipalityCode, year: { lt: cycle.year }, cancelledAt: null },
    orderBy: { year: 'desc' },
    select: { dates: true },
  })
  const receivedAt = { ...(before && { gte: firstDayOfHearings(before.dates) }), lt: firstDayOfHearings(cycle.dates) }
  const rows = await transaction.submission.findMany({
    where: {
      municipalityCode,
      kind: 'need',
      isProtection: false,
      mergedIntoId: null,
      ...standing.submission,
      OR: [{ receivedAt }, { inGroup: { group: { proposals: { some: { cycleId } } } } }],
    },
    select: {
      id: true,
      sealed: true,
      isAssisted: true,
      inGroup: {
        select: {
          group: {
            select: {
              releasedAt: true,
              _count: { select: { members: { where: standing } } },
              proposals: { where: { cycleId }, select: { feasibility: true, decision: true } },
            },
          },
        },
      },
    },
  })
  const concerns = rows.map(({ id, sealed, isAssisted, inGroup }): Concern => {
    const { aboutYou = {} } = sealed ? (JSON.parse(openedText(sealed, id)) as { aboutYou?: object }) : {}
    const said: Partial<Record<Dimension, string>> = { ...aboutYou, assisted: isAssisted ? 'yes' : 'no' }
    const group = inGroup?.group.releasedAt ? inGroup.group : null
    return {
      stage: stageOf(group?.proposals ?? null),
      groupSize: group?._count.members ?? 0,
      ...(Object.fromEntries(dimensionNames.map((name) => [name, said[name] ?? 'unsaid'])) as Record<
        Dimension,
        string
      >),
    }
  })
  const cast = (channel: 'online' | 'paper') => transaction.ballot.count({ where: { cycleId, channel } })
  return figuresOf(concerns, { online: await cast('online'), paper: await cast('paper') })
}

/** Of its group's proposals in the cycle; null: it stands in no group that everybody may see. */
function stageOf(proposals: { feasibility: string; decision: string | null }[] | null): Stage {
  if (proposals === null) return 'alone'
  if (proposals.some(({ decision }) => decision === 'accepted' || decision === 'changed')) return 'funded'
  return proposals.some(({ feasibility }) => feasibility === 'feasible') ? 'voted' : 'grouped'
}

const firstDayOfHearings = (dates: unknown): Date => new Date((dates as PhaseDates).hearings)
