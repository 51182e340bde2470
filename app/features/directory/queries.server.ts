import type { Prisma } from '../../../generated/prisma/client'
import { byName } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import type { SeenDate } from '~/lib/seen'
import { getDatabase } from '~/server/db.server'
import type { HelpLineView, MunicipalityLine, MunicipalityView, OfficeView, ServiceLine, ServiceView } from './rules'

/** Every read of services goes through this: protected records and doubles do not exist for the public. */
export const shownServices = {
  visibility: { not: 'protected' },
  mergedIntoId: null,
} as const satisfies Prisma.ServiceWhereInput

const publicGroups = {
  where: { group: { isPublic: true } },
  orderBy: { group: { position: 'asc' } },
  select: { groupCode: true },
} as const

const lineSelect = {
  slug: true,
  nameSq: true,
  nameEn: true,
  typeCode: true,
  groups: publicGroups,
  municipality: { select: { slug: true, nameSq: true, nameEn: true } },
  seenOn: true,
  seenPrecision: true,
  checkedOn: true,
} as const satisfies Prisma.ServiceSelect

const officeSelect = {
  id: true,
  kind: true,
  nameSq: true,
  nameEn: true,
  addressSq: true,
  addressEn: true,
  phone: true,
  email: true,
  website: true,
  hoursSq: true,
  hoursEn: true,
  socialPage: true,
  seenOn: true,
  seenPrecision: true,
} as const satisfies Prisma.OfficeSelect

const viewSelect = {
  ...lineSelect,
  municipality: {
    select: {
      slug: true,
      nameSq: true,
      nameEn: true,
      offices: { where: { kind: 'municipality' }, select: officeSelect },
    },
  },
  visibility: true,
  providerSq: true,
  providerEn: true,
  accessMode: true,
  addressSq: true,
  addressEn: true,
  addressPrecision: true,
  phone: true,
  ageFrom: true,
  ageTo: true,
  isFree: true,
  hoursSq: true,
  hoursEn: true,
  factsSq: true,
  factsEn: true,
  cautionSq: true,
  cautionEn: true,
  sources: { orderBy: { position: 'asc' }, select: { title: true, url: true } },
  mergedFrom: { select: { nameSq: true, nameEn: true } },
} as const satisfies Prisma.ServiceSelect

type LineRow = Prisma.ServiceGetPayload<{ select: typeof lineSelect }>
type ViewRow = Prisma.ServiceGetPayload<{ select: typeof viewSelect }>

/** A field that stands in both languages: `pick(row, 'name', 'en')` is `row.nameEn`. */
function pick<F extends string, R extends Record<`${F}Sq` | `${F}En`, unknown>>(
  row: R,
  field: F,
  language: Language,
): R[`${F}Sq`] {
  return row[`${field}${language === 'sq' ? 'Sq' : 'En'}`] as R[`${F}Sq`]
}

function seenOf(row: { seenOn: Date | null; seenPrecision: string }): SeenDate {
  if (!row.seenOn || row.seenPrecision === 'undated') return null
  return { on: row.seenOn.toISOString().slice(0, 10), precision: row.seenPrecision as 'day' | 'month' | 'year' }
}

function toLine(row: LineRow, language: Language): ServiceLine {
  return {
    slug: row.slug ?? '',
    name: pick(row, 'name', language),
    type: row.typeCode,
    groups: row.groups.map(({ groupCode }) => groupCode),
    municipality: row.municipality && {
      slug: row.municipality.slug,
      name: pick(row.municipality, 'name', language),
    },
    seen: seenOf(row),
    checkedOn: row.checkedOn?.toISOString().slice(0, 10) ?? null,
  }
}

function toView(row: ViewRow, language: Language): ServiceView {
  const address = pick(row, 'address', language)
  const { ageFrom, ageTo } = row
  const office = row.municipality?.offices[0]
  return {
    ...toLine(row, language),
    nameSq: row.nameSq,
    office: office ? toOffice(office, language) : null,
    provider: pick(row, 'provider', language),
    accessMode: row.accessMode,
    placeHidden: row.visibility === 'no_place',
    address:
      row.visibility === 'public' && address && row.addressPrecision
        ? { text: address, precision: row.addressPrecision }
        : null,
    phone: row.phone,
    ages: ageFrom === null && ageTo === null ? null : { from: ageFrom, to: ageTo },
    isFree: row.isFree,
    hours: pick(row, 'hours', language),
    facts: pick(row, 'facts', language),
    caution: pick(row, 'caution', language),
    sources: row.sources,
    otherNames: row.mergedFrom.map((other) => pick(other, 'name', language)),
  }
}

/** One service, or the address of the record it was merged into, or null when there is none to show. */
export async function getService({
  slug,
  language,
}: {
  slug: string
  language: Language
}): Promise<{ service: ServiceView; movedTo?: undefined } | { movedTo: string } | null> {
  const { prisma } = await getDatabase()
  const row = await prisma.service.findFirst({ where: { ...shownServices, slug }, select: viewSelect })
  if (row) return { service: toView(row, language) }
  const double = await prisma.service.findFirst({
    where: { slug, visibility: shownServices.visibility, mergedInto: shownServices },
    select: { mergedInto: { select: { slug: true } } },
  })
  return double?.mergedInto?.slug ? { movedTo: double.mergedInto.slug } : null
}

export type ServiceFilter = { municipality?: string; type?: string; group?: string }

/** Services as lines: by kind of service, then by name. `municipality` null means those of the whole country. */
export async function findServices({
  filter,
  language,
}: {
  filter: ServiceFilter | { municipality: null }
  language: Language
}): Promise<ServiceLine[]> {
  const { prisma } = await getDatabase()
  const { municipality } = filter
  const rows = await prisma.service.findMany({
    where: {
      ...shownServices,
      ...(municipality === null ? { municipalityCode: null } : {}),
      ...(municipality ? { municipality: { slug: municipality } } : {}),
      ...('type' in filter && filter.type ? { typeCode: filter.type } : {}),
      ...('group' in filter && filter.group ? { groups: { some: { groupCode: filter.group } } } : {}),
    },
    orderBy: { type: { position: 'asc' } },
    select: lineSelect,
  })
  const lines = rows.map((row) => toLine(row, language))
  const order = new Map(lines.map(({ type }, index) => [type, index]))
  const names = byName<ServiceLine>(language, ({ name }) => name)
  return lines.sort((a, b) => Number(order.get(a.type)) - Number(order.get(b.type)) || names(a, b))
}

/** What the filters offer: kinds and groups that a shown record has. */
export async function findServiceFilters() {
  const { prisma } = await getDatabase()
  const types = await prisma.serviceType.findMany({
    where: { services: { some: shownServices } },
    orderBy: { position: 'asc' },
    select: { code: true },
  })
  const groups = await prisma.targetGroup.findMany({
    where: { isPublic: true, services: { some: { service: shownServices } } },
    orderBy: { position: 'asc' },
    select: { code: true },
  })
  return { types: types.map(({ code }) => code), groups: groups.map(({ code }) => code) }
}

/** All municipalities by name, with what a list, the choice on the first page and the dot map need. */
export async function findMunicipalities({ language }: { language: Language }): Promise<MunicipalityLine[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.municipality.findMany({
    select: {
      slug: true,
      nameSq: true,
      nameEn: true,
      seat: true,
      seatLat: true,
      seatLon: true,
      population: true,
      names: { where: { kind: { not: 'spelling' } }, select: { name: true } },
      county: { select: { slug: true, nameSq: true, nameEn: true } },
      _count: { select: { services: { where: shownServices } } },
    },
  })
  return rows
    .map((row) => ({
      slug: row.slug,
      name: pick(row, 'name', language),
      seat: row.seat,
      otherNames: row.names.map(({ name }) => name),
      county: { slug: row.county.slug, name: pick(row.county, 'name', language) },
      services: row._count.services,
      lat: row.seatLat,
      lon: row.seatLon,
      population: row.population,
    }))
    .sort(byName(language, ({ name }) => name))
}

function toOffice(row: Prisma.OfficeGetPayload<{ select: typeof officeSelect }>, language: Language): OfficeView {
  return {
    id: row.id,
    name: pick(row, 'name', language),
    address: pick(row, 'address', language),
    phone: row.phone,
    email: row.email,
    website: row.website,
    hours: pick(row, 'hours', language),
    socialPage: row.socialPage,
    seen: seenOf(row),
  }
}

/** One municipality with its own office, the other offices people can turn to there, its units and organizations. */
export async function getMunicipality({
  slug,
  language,
}: {
  slug: string
  language: Language
}): Promise<MunicipalityView | null> {
  const { prisma } = await getDatabase()
  const row = await prisma.municipality.findUnique({
    where: { slug },
    select: {
      slug: true,
      nameSq: true,
      nameEn: true,
      nameMinority: true,
      minorityLanguage: true,
      seat: true,
      names: { select: { name: true, kind: true } },
      county: { select: { slug: true, nameSq: true, nameEn: true } },
      units: { orderBy: { number: 'asc' }, select: { name: true } },
      offices: { orderBy: { id: 'asc' }, select: officeSelect },
      organizations: {
        select: {
          organization: {
            select: {
              id: true,
              nameSq: true,
              nameEn: true,
              whatSq: true,
              whatEn: true,
              website: true,
              seenOn: true,
              seenPrecision: true,
            },
          },
        },
      },
    },
  })
  if (!row) return null
  const stateOffice = await prisma.office.findFirst({
    where: { kind: 'state_social_service_regional', county: { slug: row.county.slug } },
    select: officeSelect,
  })
  const ownOffice = row.offices.find(({ kind }) => kind === 'municipality')
  return {
    slug: row.slug,
    name: pick(row, 'name', language),
    minorityName: row.nameMinority ? { text: row.nameMinority, language: row.minorityLanguage ?? 'sq' } : null,
    county: { slug: row.county.slug, name: pick(row.county, 'name', language) },
    seat: row.seat === row.nameSq ? null : row.seat,
    formerNames: row.names.filter(({ kind }) => kind === 'former').map(({ name }) => name),
    units: row.units.map(({ name }) => name),
    office: ownOffice ? toOffice(ownOffice, language) : null,
    stateOffice: stateOffice && toOffice(stateOffice, language),
    offices: row.offices
      .filter(({ kind }) => kind !== 'municipality' && kind !== 'state_social_service_regional')
      .map((office) => toOffice(office, language)),
    organizations: row.organizations
      .map(({ organization }) => ({
        id: organization.id,
        name: pick(organization, 'name', language),
        what: pick(organization, 'what', language),
        website: organization.website,
        seen: seenOf(organization),
      }))
      .sort(byName(language, ({ name }) => name)),
  }
}

/** Help lines in their fixed order. `numbers` keeps only those, in that order. */
export async function findHelpLines({
  language,
  numbers,
}: {
  language: Language
  numbers?: string[]
}): Promise<HelpLineView[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.helpLine.findMany({
    where: numbers ? { number: { in: numbers } } : {},
    orderBy: { position: 'asc' },
    select: {
      number: true,
      display: true,
      nameSq: true,
      nameEn: true,
      hoursSq: true,
      hoursEn: true,
      seenOn: true,
      seenPrecision: true,
    },
  })
  return rows.map((row) => ({
    number: row.number,
    display: row.display,
    name: pick(row, 'name', language),
    hours: pick(row, 'hours', language),
    seen: seenOf(row),
  }))
}
