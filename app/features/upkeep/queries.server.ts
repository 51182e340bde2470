import type { Viewer } from '~/lib/staff'
import { getDatabase } from '~/server/db.server'
import { shownServices } from '../directory/views.server'

export type KeptRow = { id: string; name: string; phone: string | null; checkedOn: string | null }
export type KeptService = KeptRow & { layer: number | null }

const pageSize = 50

/** What this person keeps: the shown services of their own municipality. */
export const keptBy = ({ municipalityCode }: Viewer) => ({ ...shownServices, municipalityCode: municipalityCode ?? '' })

const columns = { id: true, nameSq: true, nameEn: true, phone: true, checkedOn: true } as const
type Found = { id: string; nameSq: string; nameEn: string; phone: string | null; checkedOn: Date | null }

const toRow = ({ id, nameSq, nameEn, phone, checkedOn }: Found, language: 'sq' | 'en'): KeptRow => ({
  id,
  name: language === 'sq' ? nameSq : nameEn,
  phone,
  checkedOn: checkedOn?.toISOString().slice(0, 10) ?? null,
})

/** The services whose check is oldest, those that nobody checked first, then those without a phone. */
export async function findKeptServices(viewer: Viewer, language: 'sq' | 'en', page: number) {
  const { prisma } = await getDatabase()
  const rows = await prisma.service.findMany({
    where: keptBy(viewer),
    orderBy: [
      { checkedOn: { sort: 'asc', nulls: 'first' } },
      { phone: { sort: 'asc', nulls: 'first' } },
      { id: 'asc' },
    ],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
    select: columns,
  })
  return { rows: rows.slice(0, pageSize).map((row) => toRow(row, language)), more: rows.length > pageSize }
}

/** One of them, with its newest correction; null for what this person does not keep. */
export async function findKept(viewer: Viewer, language: 'sq' | 'en', id: string): Promise<KeptService | null> {
  const { prisma } = await getDatabase()
  const row = await prisma.service.findFirst({ where: { ...keptBy(viewer), id }, select: columns })
  if (!row) return null
  const layer = await prisma.serviceLayer.findFirst({
    where: { serviceId: id, kind: 'local' },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return { ...toRow(row, language), layer: layer?.id ?? null }
}
