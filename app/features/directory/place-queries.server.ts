import { byName } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import { getDatabase } from '~/server/db.server'
import { untilChange } from '~/server/until-change.server'
import type { HelpLineView, MunicipalityLine, MunicipalityView, PlaceOfMessage } from './rules'
import {
  noticeSelect,
  officeSelect,
  organizationColumns,
  pick,
  seenOf,
  shownServices,
  toNotices,
  toOffice,
} from './views.server'

/** All municipalities by name, with what a list, the choice on the first page and the dot map need. */
export function findMunicipalities({ language }: { language: Language }): Promise<readonly MunicipalityLine[]> {
  return untilChange(`municipalities ${language}`, () => readMunicipalities(language))
}

async function readMunicipalities(language: Language): Promise<MunicipalityLine[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.municipality.findMany({
    select: {
      code: true,
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
      code: row.code,
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

/** One municipality with its own office, the other offices people can turn to there, its units and organizations. */
export async function getMunicipality({
  slug,
  language,
  now,
}: {
  slug: string
  language: Language
  now: Date
}): Promise<MunicipalityView | null> {
  const read = await untilChange(`municipality ${slug}`, () => readMunicipality(slug))
  if (!read) return null
  const { row, stateOffice } = read
  const ownOffice = row.offices.find(({ kind }) => kind === 'municipality')
  return {
    slug: row.slug,
    name: pick(row, 'name', language),
    minorityName: row.nameMinority ? { text: row.nameMinority, language: row.minorityLanguage ?? 'sq' } : null,
    county: { slug: row.county.slug, name: pick(row.county, 'name', language) },
    notices: toNotices(row.notices, language, now),
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

async function readMunicipality(slug: string) {
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
      notices: { select: noticeSelect },
      organizations: {
        where: { organization: { visibility: shownServices.visibility } },
        select: {
          organization: {
            select: {
              ...organizationColumns,
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
  return { row, stateOffice }
}

/** Help lines in their fixed order. `numbers` keeps only those, in that order. */
export async function findHelpLines({
  language,
  numbers,
}: {
  language: Language
  numbers?: string[]
}): Promise<readonly HelpLineView[]> {
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

/** The code of a municipality in an address; undefined when there is none. */
export async function codeOf(slug: string): Promise<string | undefined> {
  return (await findMunicipalities({ language: 'sq' })).find((place) => place.slug === slug)?.code
}

/** A municipality as a message names it, found by its slug or code; null when there is none. */
export async function getPlaceOfMessage({
  language,
  ...where
}: { language: Language } & ({ slug: string } | { code: string })): Promise<PlaceOfMessage | null> {
  const { prisma } = await getDatabase()
  const row = await prisma.municipality.findUnique({
    where,
    select: {
      code: true,
      slug: true,
      nameSq: true,
      nameEn: true,
      units: { orderBy: { number: 'asc' }, select: { number: true, name: true } },
      offices: { where: { kind: 'municipality' }, take: 1, select: officeSelect },
    },
  })
  if (!row) return null
  const [office] = row.offices
  return {
    code: row.code,
    slug: row.slug,
    name: pick(row, 'name', language),
    units: row.units,
    office: office ? toOffice(office, language) : null,
  }
}

/** The names of shown services by their slugs; one that is not shown has none. */
export async function findServiceNames({
  slugs,
  language,
}: {
  slugs: string[]
  language: Language
}): Promise<Map<string, string>> {
  const { prisma } = await getDatabase()
  const rows = await prisma.service.findMany({
    where: { ...shownServices, slug: { in: slugs } },
    select: { slug: true, nameSq: true, nameEn: true },
  })
  return new Map(rows.map((row) => [row.slug ?? '', pick(row, 'name', language)]))
}
