import type { Prisma, PrismaClient } from '../../../generated/prisma/client'
import { clockInTirana } from '~/lib/days'
import type { Viewer } from '~/lib/staff'
import { writeDown } from '../accounts/audit.server'
import { rebuildServices } from '../mapping/layers.server'
import { keptBy } from './queries.server'

type Asked = { serviceId: string; viewer: Viewer; now: Date }

/** Says that a record is still true, and what was corrected on the way. False: not a service of this person. */
export function confirmService(db: PrismaClient, asked: Asked, values: { phone?: string } = {}): Promise<boolean> {
  const checkedOn = clockInTirana(asked.now).date
  return change(db, asked, Object.keys(values).join(' ') || 'checked', async (tx) => {
    const data = {
      serviceId: asked.serviceId,
      kind: 'local',
      values: { ...values, checkedOn },
      madeAt: asked.now,
    } as const
    await tx.serviceLayer.create({ data })
    return true
  })
}

/** Takes back one correction, if it is still the newest: a form that was sent twice takes back one. */
export function undoCorrection(db: PrismaClient, asked: Asked, layer: number): Promise<boolean> {
  const where = { serviceId: asked.serviceId, kind: 'local' } as const
  return change(db, asked, 'undone', async (tx) => {
    const newest = await tx.serviceLayer.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } })
    if (newest?.id !== layer) return false
    return (await tx.serviceLayer.deleteMany({ where: { ...where, id: layer } })).count === 1
  })
}

async function change(
  db: PrismaClient,
  { serviceId, viewer, now }: Asked,
  detail: string,
  act: (tx: Prisma.TransactionClient) => Promise<boolean>,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if ((await tx.service.count({ where: { ...keptBy(viewer), id: serviceId } })) === 0) return false
    if (!(await act(tx))) return false
    await rebuildServices(tx, [serviceId])
    await writeDown({ staffId: viewer.staffId, action: 'record', subject: `service:${serviceId}`, detail, now }, tx)
    return true
  })
}
