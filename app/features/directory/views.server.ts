import type { Prisma } from '../../../generated/prisma/client'
import type { Language } from '~/i18n/registers'
import { clockInTirana } from '~/lib/days'
import type { Holidays } from '~/lib/holidays'
import type { SeenDate } from '~/lib/seen'
import { noticesOn, serviceLanguages, type AccessFacts, type Notice } from './facts'
import { nextOpening, openAt } from './hours'
import type { OfficeView, Opening, ServiceLine, ServiceView } from './rules'
import { hoursSchema } from './schema'

/** Every read of services goes through this: protected records, doubles and what has closed are not there. */
export const shownServices = {
  visibility: { not: 'protected' },
  mergedIntoId: null,
  closedOn: null,
} as const satisfies Prisma.ServiceWhereInput

export const publicGroups = {
  where: { group: { isPublic: true } },
  orderBy: { group: { position: 'asc' } },
  select: { groupCode: true },
} as const

export const lineSelect = {
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

/** Columns that pages and open files take alike. */
export const officeColumns = {
  addressSq: true,
  addressEn: true,
  phone: true,
  email: true,
  website: true,
  hoursSq: true,
  hoursEn: true,
} as const satisfies Prisma.OfficeSelect

export const whatToBring = {
  documentsSq: true,
  documentsEn: true,
  languages: true,
  capacity: true,
  capacityOn: true,
  access: { select: { feature: true, answer: true } },
} as const satisfies Prisma.ServiceSelect

export const organizationColumns = {
  id: true,
  nameSq: true,
  nameEn: true,
  whatSq: true,
  whatEn: true,
  website: true,
} as const satisfies Prisma.OrganizationSelect

/** A municipality by the names it goes by. */
export const placeColumns = {
  code: true,
  slug: true,
  nameSq: true,
  nameSqDefinite: true,
  nameEn: true,
  seat: true,
} as const satisfies Prisma.MunicipalitySelect

export const officeSelect = {
  id: true,
  kind: true,
  nameSq: true,
  nameEn: true,
  ...officeColumns,
  socialPage: true,
  seenOn: true,
  seenPrecision: true,
} as const satisfies Prisma.OfficeSelect

export const noticeSelect = {
  kind: true,
  textSq: true,
  textEn: true,
  fromOn: true,
  untilOn: true,
} as const satisfies Prisma.NoticeSelect

export const viewSelect = {
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
  hours: true,
  costLek: true,
  costOn: true,
  ...whatToBring,
  notices: { select: noticeSelect },
  factsSq: true,
  factsEn: true,
  cautionSq: true,
  cautionEn: true,
  sources: { orderBy: { position: 'asc' }, select: { title: true, url: true } },
  mergedFrom: { where: { visibility: shownServices.visibility }, select: { nameSq: true, nameEn: true } },
} as const satisfies Prisma.ServiceSelect

type LineRow = Prisma.ServiceGetPayload<{ select: typeof lineSelect }>
type ViewRow = Prisma.ServiceGetPayload<{ select: typeof viewSelect }>

/** A field that stands in both languages: `pick(row, 'name', 'en')` is `row.nameEn`. */
export function pick<F extends string, R extends Record<`${F}Sq` | `${F}En`, unknown>>(
  row: R,
  field: F,
  language: Language,
): R[`${F}Sq`] {
  return row[`${field}${language === 'sq' ? 'Sq' : 'En'}`] as R[`${F}Sq`]
}

export function seenOf(row: { seenOn: Date | null; seenPrecision: string }): SeenDate {
  if (!row.seenOn || row.seenPrecision === 'undated') return null
  return { on: dateOf(row.seenOn), precision: row.seenPrecision as 'day' | 'month' | 'year' }
}

export function toLine(row: LineRow, language: Language): ServiceLine {
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
    checkedOn: row.checkedOn && dateOf(row.checkedOn),
  }
}

export function toView(row: ViewRow, language: Language, now: Date, isHoliday: Holidays): ServiceView {
  const address = pick(row, 'address', language)
  const { ageFrom, ageTo, costLek, costOn, capacity, capacityOn } = row
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
    cost: costLek === null || !costOn ? null : { lek: costLek, on: dateOf(costOn) },
    hours: pick(row, 'hours', language),
    opening: toOpening(row.hours, now, isHoliday),
    access: Object.fromEntries(row.access.map(({ feature, answer }) => [feature, answer])) satisfies AccessFacts,
    languages: serviceLanguages.filter((code) => row.languages.includes(code)),
    documents: pick(row, 'documents', language),
    capacity: capacity === null || !capacityOn ? null : { places: capacity, on: dateOf(capacityOn) },
    notices: toNotices(row.notices, language, now),
    facts: pick(row, 'facts', language),
    caution: pick(row, 'caution', language),
    sources: row.sources,
    otherNames: row.mergedFrom.map((other) => pick(other, 'name', language)),
  }
}

/** Null for hours that are not stored, or not as hours.ts reckons: their words stand beside them. */
function toOpening(stored: unknown, now: Date, isHoliday: Holidays): Opening | null {
  const { success, data: hours } = hoursSchema.safeParse(stored)
  if (!success) return null
  return {
    hours,
    on: clockInTirana(now).date,
    state: openAt(hours, now, isHoliday),
    next: nextOpening(hours, now, isHoliday),
  }
}

type NoticeRow = Prisma.NoticeGetPayload<{ select: typeof noticeSelect }>

/** The notices in force today in Albania. */
export function toNotices(rows: NoticeRow[], language: Language, now: Date): Notice[] {
  const notices = rows.map((row) => ({
    kind: row.kind,
    text: pick(row, 'text', language),
    from: dateOf(row.fromOn),
    until: row.untilOn && dateOf(row.untilOn),
  }))
  return noticesOn(notices, clockInTirana(now).date)
}

const dateOf = (date: Date) => date.toISOString().slice(0, 10)

export function toOffice(
  row: Prisma.OfficeGetPayload<{ select: typeof officeSelect }>,
  language: Language,
): OfficeView {
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
