import type { PrismaClient } from '../../generated/prisma/client'

/** In every text of a protected record that is invented for a test: what contains it has leaked. */
export const token = 'Qxzvara'
/** The number in its texts, however it is written. */
export const tokenDigits = '699471330'

const texts = {
  nameSq: `Strehë ${token}`,
  nameEn: `Shelter ${token}`,
  providerSq: `Organizata ${token}`,
  providerEn: `NGO ${token}`,
  hoursSq: `Merrni 0699 471 330, ${token}`,
  hoursEn: `Call 0699 471 330, ${token}`,
  factsSq: [`Ka 12 shtretër, ${token}`],
  factsEn: [`Has 12 beds, ${token}`],
  cautionSq: `Kujdes ${token}`,
  cautionEn: `Caution ${token}`,
  documentsSq: [`Letër nga ${token}`],
  documentsEn: [`Letter from ${token}`],
}
const dated = { certainty: 'high', seenOn: new Date('2021-01-01'), seenPrecision: 'year' } as const
const base = { ...texts, ...dated, municipalityCode: 'AL343', providerKind: 'ngo', accessMode: 'municipality' } as const
const source = { title: `Burimi ${token}`, url: `https://${token.toLowerCase()}.example/0699471330` }

export const inventedMobileTeam = {
  id: 'invented-mobile-team',
  slug: 'ekipi-i-shpikur',
  nameSq: 'Ekipi i shpikur',
  nameEn: 'Invented team',
} as const

/**
 * Puts records of a kind that no seed file holds beside the real ones: protected places in every way one could come
 * near a page (alone, merged into a shown record, as the owner of one, as an organization, with a type and a group of
 * its own), and one more service that is shown without a place.
 */
export async function addInventedRecords(prisma: PrismaClient): Promise<void> {
  const visibility = 'protected'
  await prisma.serviceType.create({ data: { code: 'invented_shelter', position: 900 } })
  await prisma.targetGroup.create({ data: { code: 'invented_group', isPublic: true, position: 900 } })
  const shown = await prisma.service.findFirstOrThrow({
    where: { visibility: 'public', mergedIntoId: null },
    select: { id: true },
  })
  const shelter = { ...base, visibility } as const
  await prisma.service.create({
    data: {
      ...shelter,
      id: 'invented-shelter',
      typeCode: 'invented_shelter',
      groups: { create: [{ groupCode: 'invented_group' }, { groupCode: 'women_violence' }] },
      sources: { create: { position: 0, ...source } },
    },
  })
  await prisma.notice.create({
    data: {
      serviceId: 'invented-shelter',
      kind: 'closure',
      textSq: `Mbyllur, ${token}`,
      textEn: `Closed, ${token}`,
      fromOn: new Date('2021-01-01'),
    },
  })
  // Of a kind, for a group and at a time like others: only its visibility tells it apart.
  await prisma.service.create({
    data: {
      ...shelter,
      id: 'invented-home',
      typeCode: 'community_day',
      groups: { create: [{ groupCode: 'women' }] },
      sources: { create: { position: 0, ...source } },
    },
  })
  await prisma.service.create({
    data: { ...shelter, id: 'invented-national', municipalityCode: null, typeCode: 'counselling' },
  })
  await prisma.service.create({
    data: { ...shelter, id: 'invented-double', typeCode: 'community_day', mergedIntoId: shown.id },
  })
  await prisma.service.create({
    data: {
      ...base,
      id: 'invented-public-double',
      slug: `dyshja-${token.toLowerCase()}`,
      visibility: 'public',
      typeCode: 'community_day',
      mergedIntoId: 'invented-shelter',
    },
  })
  await prisma.organization.create({
    data: {
      id: 'invented-organization',
      nameSq: texts.nameSq,
      nameEn: texts.nameEn,
      whatSq: texts.factsSq[0] ?? '',
      whatEn: texts.factsEn[0] ?? '',
      website: source.url,
      phone: '0699 471 330',
      visibility,
      sourceTitle: source.title,
      sourceUrl: source.url,
      ...dated,
      places: { create: { municipalityCode: 'AL343' } },
    },
  })
  await prisma.service.create({
    data: {
      ...inventedMobileTeam,
      ...dated,
      visibility: 'no_place',
      municipalityCode: 'AL343',
      typeCode: 'street_mobile_team',
      providerSq: 'Bashkia Korçë',
      providerEn: 'Municipality of Korçë',
      providerKind: 'public',
      accessMode: 'municipality',
      factsSq: [],
      factsEn: [],
      groups: { create: [{ groupCode: 'youth' }] },
      sources: { create: { position: 0, title: 'Shpikur' } },
    },
  })
}
