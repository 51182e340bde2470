import type { PrismaClient } from '../../generated/prisma/client'

/** Where the invented staff of the demonstration work: Korçë. */
const municipalityCode = 'AL343'

/** Invented; their names say so. */
const staff = [
  { id: 'de000000-0000-4000-8000-000000000001', name: 'Nëpunësja e shpikur', role: 'officer' },
  { id: 'de000000-0000-4000-8000-000000000002', name: 'Punonjësi i shpikur i mbrojtjes', role: 'protection_officer' },
] as const

/** Puts the invented staff of the demonstration in place; they are at work whenever it starts. */
export async function seedDemo(prisma: PrismaClient, now: Date): Promise<void> {
  for (const { id, name, role } of staff) {
    await prisma.staff.upsert({
      where: { id },
      create: { id, name, role, municipalityCode, activeAt: now },
      update: { activeAt: now },
    })
  }
}
