import { note, withCycle, type CycleOptions, type Done } from './cycle.server'

/** `spent`: lek, in all until this day. `serviceSlug`: the service that opened. */
export type MilestoneWords = { on: string; textSq: string; textEn: string; spent: bigint; serviceSlug: string | null }
type DeliverError = 'not-yours' | 'not-now' | 'unknown' | 'service'

/** Writes down a step of the delivery of what the council accepted. */
export async function addMilestone({
  number,
  step: { on, serviceSlug, ...words },
  ...options
}: CycleOptions & { number: number; step: MilestoneWords }): Promise<Done<DeliverError>> {
  return withCycle<Done<DeliverError>>(options, async (transaction, { id: cycleId, phase, municipalityCode }) => {
    if (phase !== 'delivery') return { ok: false, error: 'not-now' }
    const proposal = await transaction.proposal.findFirst({
      where: { cycleId, number, decision: { in: ['accepted', 'changed'] } },
      select: { id: true },
    })
    if (!proposal) return { ok: false, error: 'unknown' }
    if (serviceSlug !== null) {
      const where = {
        slug: serviceSlug,
        municipality: { code: municipalityCode },
        visibility: { not: 'protected' as const },
      }
      if ((await transaction.service.count({ where })) === 0) return { ok: false, error: 'service' }
      await transaction.proposal.update({ where: { id: proposal.id }, data: { serviceSlug } })
    }
    await transaction.milestone.create({ data: { proposalId: proposal.id, on: new Date(on), ...words } })
    await note(transaction, options, 'delivery')
    return { ok: true }
  })
}
