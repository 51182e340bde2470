import { z } from 'zod'
import {
  accessModeWords,
  costWords,
  groupWords,
  oneOf,
  providerKindWords,
  readGroups,
  statusWords,
  typeWords,
  yesNoWords,
  type Words,
} from './vocabulary'
import { bare } from './rules'

/** "2021", "2021-03", "2021-03-04", "4.3.2021", "4/3/2021", or the number of a day as spreadsheets keep it. */
export function readDate(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? []
  const iso = year
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : /^\d{5}$/.test(text)
      ? new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10)
      : text.replace(/[T ]00:00.*$/, '')
  if (!/^(19|20)\d{2}(-\d{2}(-\d{2})?)?$/.test(iso)) return undefined
  const date = new Date(iso)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/**
 * A telephone number to call: one number, 3 to 15 digits, written as digits and single spaces. A spreadsheet may have
 * made a decimal of it; the 0 in brackets is dialled only without +355; a stroke stands after the area code, or else
 * between two numbers.
 */
export function readPhone(text: string): string | undefined {
  const number = text.replace(/\.0$/, '').replace(/^(\+|00)355\s*\(0\)/, '+355 ')
  if (/\d\D*\d\D*\d\D*\d\D*\d\s*\//.test(number)) return undefined
  const written = number.replace(/[\s()./-]+/g, ' ').trim()
  return /^\+?\d[\d ]*$/.test(written) && /^\d{3,15}$/.test(written.replace(/\D/g, '')) ? written : undefined
}

/** How many places there are: a whole number that one house can have. */
function readPlaces(text: string): number | undefined {
  const places = /^\d{1,4}(\.0)?$/.test(text) ? Number(text) : 0
  return places >= 1 && places <= 2000 ? places : undefined
}

function readDegrees(text: string): number | undefined {
  return /^-?\d{1,3}([.,]\d{1,17})?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}

export type CellFault =
  | 'missing'
  | 'tooLong'
  | 'formula'
  | 'control'
  | 'unknown'
  | 'notDate'
  | 'notPhone'
  | 'notEmail'
  | 'notDegrees'
  | 'notPlaces'
  | 'outside'

const given = z.string({ error: 'missing' satisfies CellFault })
const text = (max: number) => given.max(max, 'tooLong' satisfies CellFault)

function read<T>(fault: CellFault, reader: (text: string) => T | undefined) {
  return text(1000).transform((cell, context) => {
    const value = reader(cell)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })
}

const within = (low: number, high: number) =>
  read('notDegrees', readDegrees).refine((value) => value >= low && value <= high, 'outside' satisfies CellFault)

type Column = {
  sq: string
  en: string
  check: z.ZodType
  /** Words that the cell may hold, to be named in an error. */
  words?: Words<unknown>
  /** Kept with the record, though no page shows it yet; "place" only where the place may be known. */
  kept?: 'facts' | 'place'
}

const list = <T>(words: Words<T>) => ({ check: read('unknown', oneOf(words)), words })
const optionalList = <T>(words: Words<T>) => ({ check: list(words).check.optional(), words })

/**
 * What a mapping may say, column by column: the order of the template, the two headings, how a cell is read. A column
 * that is not `optional()` must be filled in every row. A new column is a line here and, unless it is kept, a line in
 * toValues.
 */
export const columns = {
  record: { sq: 'Kodi në Pranë', en: 'Record in Pranë', check: text(60).optional() },
  mapping_id: { sq: 'Numri në hartëzim', en: 'Mapping number', check: text(60).optional() },
  institution_name: { sq: 'Emri i institucionit', en: 'Institution name', check: text(200).optional() },
  service_name: { sq: 'Emri i shërbimit', en: 'Service name', check: text(200) },
  service_name_en: {
    sq: 'Emri i shërbimit në anglisht',
    en: 'Service name in English',
    check: text(200).optional(),
  },
  service_type: { sq: 'Tipologjia e shërbimit', en: 'Typology', ...list(typeWords) },
  beneficiary_groups: {
    sq: 'Grupet përfituese',
    en: 'Beneficiary groups',
    check: read('unknown', readGroups),
    words: groupWords,
  },
  provider: { sq: 'Ofruesi i shërbimit', en: 'Provider institution', check: text(200) },
  provider_kind: { sq: 'Publik ose jopublik', en: 'Public or non-public', ...list(providerKindWords) },
  funding_source: { sq: 'Burimi i financimit', en: 'Funding source', check: text(200).optional(), kept: 'facts' },
  county: { sq: 'Qarku', en: 'County', check: text(100).optional() },
  municipality: { sq: 'Bashkia', en: 'Municipality', check: text(100) },
  administrative_unit: {
    sq: 'Njësia administrative',
    en: 'Administrative unit',
    check: text(100).optional(),
    kept: 'place',
  },
  urban_rural: { sq: 'Zonë urbane ose rurale', en: 'Urban or rural', check: text(40).optional(), kept: 'place' },
  address: { sq: 'Adresa', en: 'Address', check: text(300).optional() },
  lat: { sq: 'Gjerësia gjeografike', en: 'Latitude', check: within(39.6, 42.7).optional() },
  lon: { sq: 'Gjatësia gjeografike', en: 'Longitude', check: within(19.2, 21.1).optional() },
  coverage_area: { sq: 'Mbulimi gjeografik', en: 'Geographic coverage', check: text(300).optional(), kept: 'place' },
  capacity: { sq: 'Kapaciteti', en: 'Capacity', check: read('notPlaces', readPlaces).optional(), kept: 'facts' },
  active_cases: { sq: 'Rastet aktive', en: 'Active cases', check: text(100).optional() },
  staff: { sq: 'Personeli', en: 'Staff', check: text(1000).optional() },
  admission_criteria: {
    sq: 'Kriteret e pranimit',
    en: 'Admission criteria',
    check: text(2000).optional(),
    kept: 'facts',
  },
  documents_required: { sq: 'Dokumentacioni i kërkuar', en: 'Documents required', check: text(2000).optional() },
  contact_phone: { sq: 'Telefoni', en: 'Telephone', check: read('notPhone', readPhone).optional() },
  contact_email: {
    sq: 'Posta elektronike',
    en: 'E-mail',
    check: text(200)
      .pipe(z.email('notEmail' satisfies CellFault))
      .optional(),
    kept: 'facts',
  },
  contact_person: { sq: 'Personi i kontaktit', en: 'Contact person', check: text(200).optional() },
  cost_to_user: { sq: 'Pagesa', en: 'Cost', ...optionalList(costWords) },
  opening_hours: { sq: 'Orari', en: 'Opening hours', check: text(300).optional() },
  access_mode: { sq: 'Mënyra e përfitimit', en: 'How to get it', ...optionalList(accessModeWords) },
  licence_no: { sq: 'Numri i licencës', en: 'Licence number', check: text(100).optional(), kept: 'facts' },
  licence_type: { sq: 'Lloji i licencës', en: 'Licence type', check: text(100).optional(), kept: 'facts' },
  licence_valid_to: {
    sq: 'Licenca vlen deri',
    en: 'Licence valid to',
    check: read('notDate', readDate).optional(),
    kept: 'facts',
  },
  accessibility: { sq: 'Aksesueshmëria', en: 'Accessibility', check: text(1000).optional(), kept: 'facts' },
  mobile_or_home: { sq: 'Shërbim lëvizës ose në banesë', en: 'Mobile or home service', ...optionalList(yesNoWords) },
  start_year: { sq: 'Viti i hapjes', en: 'Start year', check: read('notDate', readDate).optional(), kept: 'facts' },
  status: { sq: 'Statusi', en: 'Status', ...optionalList(statusWords) },
  project_end: {
    sq: 'Mbarimi i projektit',
    en: 'Project end',
    check: read('notDate', readDate).optional(),
    kept: 'facts',
  },
  location_hidden: { sq: 'Vendndodhja nuk publikohet', en: 'Location hidden', ...optionalList(yesNoWords) },
  source: { sq: 'Burimi', en: 'Source', check: text(300) },
  verified_by: { sq: 'Verifikuar nga', en: 'Verified by', check: text(200).optional() },
  verified_on: { sq: 'Verifikuar më', en: 'Verified on', check: read('notDate', readDate) },
} satisfies Record<string, Column>

export type ColumnName = keyof typeof columns

/** Headings of mappings and lists that were made before this template. */
const otherHeadings: Partial<Record<ColumnName, string[]>> = {
  institution_name: ['Emri i institucionit / qendrës'],
  provider_kind: ['Publik / jopublik', 'Public / non-public'],
  contact_phone: ['Telefon', 'Phone', 'Kontakte', 'Contacts'],
  contact_email: ['Email'],
  cost_to_user: ['Me pagesë / falas', 'Fee / free'],
  opening_hours: ['Hours'],
  documents_required: ['Documents'],
  urban_rural: ['Zonë urbane / rurale'],
  location_hidden: ['Do not publish location'],
  mobile_or_home: ['Shërbim lëvizës / në banesë', 'Mobile / home service'],
}
export const columnNames = Object.keys(columns) as ColumnName[]

const rowSchema = z.object(
  Object.fromEntries(columnNames.map((name) => [name, columns[name].check])) as {
    [K in ColumnName]: (typeof columns)[K]['check']
  },
)

export type Row = z.infer<typeof rowSchema>

const required = columnNames.filter((name) => !columns[name].check.safeParse(undefined).success)

export type Headings = {
  /** The column of each cell, null where the heading is not known. */
  places: (ColumnName | null)[]
  missing: ColumnName[]
  doubled: ColumnName[]
  /** Headings that mean nothing here, as written. */
  unknown: string[]
}

const byHeading = new Map(
  columnNames.flatMap((name) => {
    const { sq, en } = columns[name]
    return [name, sq, en, `${sq} ${en}`, ...(otherHeadings[name] ?? [])].map(
      (heading) => [bare(heading), name] as const,
    )
  }),
)

/** Understands the first row: the headings of the template, in one language or both, or the names of the columns. */
export function readHeadings(cells: string[]): Headings {
  const places = cells.map((cell) => byHeading.get(bare(cell)) ?? null)
  const found = places.filter((name) => name !== null)
  return {
    places,
    missing: required.filter((name) => !found.includes(name)),
    doubled: [...new Set(found.filter((name, index) => found.indexOf(name) !== index))],
    unknown: cells.filter((cell, index) => places[index] === null && bare(cell) !== ''),
  }
}

export type CellError = { column: ColumnName; value: string; fault: CellFault }

type Written = Partial<Record<ColumnName, string>>

/** The cells of one row as values and as they are written, or every fault in them. */
export function readRow(
  cells: string[],
  { places }: Headings,
): { row: Row; written: Written } | { errors: CellError[] } {
  const written: Written = {}
  const errors: CellError[] = []
  places.forEach((column, index) => {
    const cell = cells[index] ?? ''
    const fault = unreadable(cell)
    if (column && fault) errors.push({ column, value: cell, fault })
    const value = tidy(cell)
    if (column && value !== '') written[column] = value
  })
  if (errors.length > 0) return { errors }
  const result = rowSchema.safeParse(written)
  if (result.success) return { row: result.data, written }
  return {
    errors: result.error.issues.map(({ path, message }) => {
      const column = path[0] as ColumnName
      return { column, value: written[column] ?? '', fault: message as CellFault }
    }),
  }
}

/** A formula is never worked out; a control character has no place in a text and none in the database. */
function unreadable(cell: string): CellFault | null {
  // A sign that nobody sees does not make a text of a formula.
  if (/^\s*=|^\s*#(REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NULL!|NUM!)/.test(cell.replace(/\p{Cf}/gu, ''))) return 'formula'
  return /[\p{Cc}\p{Co}\p{Cs}\uFFFD]/u.test(cell.replace(/[\t\r\n]/g, ' ')) ? 'control' : null
}

/** One way to write each letter, no invisible signs (they can turn a line around), no spaces at the ends or doubled. */
function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}
