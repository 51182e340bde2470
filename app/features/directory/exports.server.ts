import { stringify } from 'csv-stringify/sync'
import type { Prisma } from '../../../generated/prisma/client'
import { answerFields, findAnswerRows } from '../voice/answers.server'
import { clockInTirana } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { featuresAnswered, type AccessFeature } from './facts'
import { toOpeningHours } from './hours'
import { hoursSchema } from './schema'
import { officeColumns, organizationColumns, publicGroups, shownServices, whatToBring } from './views.server'

type Row = Record<string, string | number | boolean | null>

const source = { certainty: true, seenOn: true, seenPrecision: true, sourceTitle: true, sourceUrl: true } as const

const serviceColumns = {
  id: true,
  slug: true,
  nameSq: true,
  nameEn: true,
  municipalityCode: true,
  typeCode: true,
  type: { select: { legalCode: true } },
  groups: publicGroups,
  visibility: true,
  providerSq: true,
  providerEn: true,
  providerKind: true,
  addressSq: true,
  addressEn: true,
  addressPrecision: true,
  phone: true,
  ageFrom: true,
  ageTo: true,
  accessMode: true,
  isFree: true,
  costLek: true,
  costOn: true,
  hoursSq: true,
  hoursEn: true,
  hours: true,
  ...whatToBring,
  certainty: true,
  seenOn: true,
  seenPrecision: true,
  checkedOn: true,
  sources: { orderBy: { position: 'asc' }, select: { title: true, url: true } },
} as const satisfies Prisma.ServiceSelect

/** The open files under /data: what pages show, in one table each. Protected records are in none of them. */
const tables: Record<string, () => Promise<Row[]>> = {
  services,
  municipalities,
  offices,
  organizations,
  'help-lines': helpLines,
  answers: () => findAnswerRows(new Date()),
  notices: () => notices(new Date()),
}

/** The columns of tables that may have no rows to take them from. */
const noticeFields = ['serviceId', 'municipalityCode', 'kind', 'textSq', 'textEn', 'from', 'until'] as const
const columnsOf: Record<string, readonly string[]> = { answers: answerFields, notices: noticeFields }

/** Each table is offered as `<name>.csv` and `<name>.json`. */
export const dataTables = Object.keys(tables)

/** The content of a file, or null when there is none of that name. */
export async function getDataFile(file: string): Promise<{ body: string; type: string } | null> {
  const [, name = '', ending = ''] = /^([a-z-]+)\.(csv|json)$/.exec(file) ?? []
  const rows = await (Object.hasOwn(tables, name) ? tables[name]?.() : undefined)
  if (!rows) return null
  if (ending === 'json') return { body: JSON.stringify(rows, null, 1), type: 'application/json; charset=utf-8' }
  // A spreadsheet must not run a cell as a formula; the byte order mark tells it that this is UTF-8.
  const columns = columnsOf[name]
  const body = stringify(rows, {
    header: true,
    ...(columns && { columns: [...columns] }),
    bom: true,
    escape_formulas: true,
    cast: { boolean: String },
  })
  return { body, type: 'text/csv; charset=utf-8' }
}

async function services(): Promise<Row[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.service.findMany({ where: shownServices, orderBy: { id: 'asc' }, select: serviceColumns })
  return rows.map(({ type, groups, sources, seenOn, checkedOn, hours, access, ...row }) => ({
    ...row,
    costOn: seen(row.costOn, 'month'),
    openingHours: openingHours(hours),
    documentsSq: row.documentsSq.join(' ; '),
    documentsEn: row.documentsEn.join(' ; '),
    languages: row.languages.join(';'),
    capacityOn: seen(row.capacityOn, 'month'),
    accessYes: features(access, true),
    accessNo: features(access, false),
    legalCode: type.legalCode,
    groups: groups.map(({ groupCode }) => groupCode).join(';'),
    seenOn: seen(seenOn, row.seenPrecision),
    checkedOn: checkedOn?.toISOString().slice(0, 10) ?? null,
    sources: sources.map(({ title, url }) => [title, url].filter(Boolean).join(' ')).join(' ; '),
  }))
}

function openingHours(stored: unknown): string | null {
  const { success, data } = hoursSchema.safeParse(stored)
  return success ? toOpeningHours(data) : null
}

function features(access: { feature: AccessFeature; answer: boolean }[], answer: boolean): string {
  return featuresAnswered(Object.fromEntries(access.map((row) => [row.feature, row.answer])), answer).join(';')
}

async function municipalities(): Promise<Row[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.municipality.findMany({
    orderBy: { code: 'asc' },
    select: {
      code: true,
      slug: true,
      nameSq: true,
      nameSqDefinite: true,
      nameEn: true,
      nameMinority: true,
      countyCode: true,
      seat: true,
      seatLat: true,
      seatLon: true,
      population: true,
      populationYear: true,
    },
  })
  return rows
}

async function offices(): Promise<Row[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.office.findMany({
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      nameSq: true,
      nameEn: true,
      countyCode: true,
      municipalityCode: true,
      ...officeColumns,
      ...source,
    },
  })
  return rows.map((row) => ({ ...row, seenOn: seen(row.seenOn, row.seenPrecision) }))
}

/** Notices of these days: of services that are shown, and of municipalities. */
async function notices(now: Date): Promise<Row[]> {
  const today = new Date(clockInTirana(now).date)
  const { prisma } = await getDatabase()
  const rows = await prisma.notice.findMany({
    where: {
      fromOn: { lte: today },
      AND: [
        { OR: [{ untilOn: null }, { untilOn: { gte: today } }] },
        { OR: [{ serviceId: null }, { service: shownServices }] },
      ],
    },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
    select: {
      serviceId: true,
      municipalityCode: true,
      kind: true,
      textSq: true,
      textEn: true,
      fromOn: true,
      untilOn: true,
    },
  })
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  return rows.map(({ fromOn, untilOn, ...row }) => ({ ...row, from: day(fromOn), until: day(untilOn) }))
}

async function organizations(): Promise<Row[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.organization.findMany({
    where: { visibility: shownServices.visibility },
    orderBy: { id: 'asc' },
    select: {
      ...organizationColumns,
      ...source,
      places: { orderBy: { municipalityCode: 'asc' }, select: { municipalityCode: true } },
    },
  })
  return rows.map(({ places, ...row }) => ({
    ...row,
    municipalities: places.map(({ municipalityCode }) => municipalityCode).join(';'),
    seenOn: seen(row.seenOn, row.seenPrecision),
  }))
}

async function helpLines(): Promise<Row[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.helpLine.findMany({
    orderBy: { position: 'asc' },
    select: {
      number: true,
      nameSq: true,
      nameEn: true,
      hoursSq: true,
      hoursEn: true,
      ...source,
    },
  })
  return rows.map((row) => ({ ...row, seenOn: seen(row.seenOn, row.seenPrecision) }))
}

/** "2021-12" for a month: never more exact than the source. */
function seen(on: Date | null, precision: 'day' | 'month' | 'year' | 'undated'): string | null {
  const length = { day: 10, month: 7, year: 4, undated: 0 }[precision]
  return on && length ? on.toISOString().slice(0, length) : null
}
