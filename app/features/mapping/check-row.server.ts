import { readAccessibility } from './accessibility'
import { columnNames, columns, readRow, type CellFault, type ColumnName, type Headings, type Row } from './columns'
import { bare, matchKey, slugOf, visibilityFor, type ServiceValues, type Visibility } from './rules'

export type Place = { code: string; slug: string; names: string[]; county: string[] }

/**
 * What a row is checked against: the municipalities by each of their folded names, and the day of the load. `onlyIn` is
 * the code of the one municipality whose rows may be loaded; null: all.
 */
export type Country = { byName: Map<string, Place>; today: string; onlyIn: string | null }

export type RowFault =
  | CellFault
  | 'unknownMunicipality'
  | 'otherMunicipality'
  | 'otherCounty'
  | 'halfPosition'
  | 'future'
  | 'phoneNeeded'
  | 'sayGroup'
  | 'sayHidden'
  | 'double'
  | 'ambiguous'
  | 'unknownRecord'
  | 'otherRecord'

/** `detail` is what the mend needs to name: ids of services, the number of another row, a county. */
export type RowError = { row: number; column: ColumnName; value: string; fault: RowFault; detail?: string }

/** A row that may be loaded, if it can be matched to one service. */
export type CheckedRow = {
  row: number
  values: ServiceValues
  key: string
  provider: string
  /** The id of the service that it names, or "new". */
  record?: string
}

const wholeCountry = ['egjitheshqiperia', 'shqiperia', 'shqiperi', 'gjithevendi', 'wholecountry', 'national', 'albania']
const newRecord = ['iri', 'ere', 'new']

/** The municipalities by every name that only one of them has. "Bashkia" and "Municipality of" may stand before it. */
export function countryOf(places: Place[], today: string, onlyIn: string | null = null): Country {
  const byName = new Map<string, Place>()
  const shared = new Set<string>()
  for (const place of places) {
    for (const name of new Set([place.code, ...place.names].map(bare))) {
      if (byName.has(name)) shared.add(name)
      byName.set(name, place)
    }
  }
  for (const name of shared) byName.delete(name)
  return { byName, today, onlyIn }
}

/** One row of the file as values of a service, or every fault that it has by itself. */
export function checkRow(
  number: number,
  cells: string[],
  headings: Headings,
  country: Country,
): { checked: CheckedRow } | { errors: RowError[] } {
  const read = readRow(cells, headings)
  if ('errors' in read) return { errors: read.errors.map((error) => ({ row: number, ...error })) }
  const { row, written } = read
  const place = placeOf(row.municipality, country)
  const visibility = visibilityFor(placeFacts(row))
  const faults = [...placeFaults(row, place, country), ...otherFaults(row, country), ...visibilityFaults(visibility)]
  if (place === undefined || faults.length > 0 || visibility === 'group' || visibility === 'hidden') {
    return { errors: faults.map((fault) => ({ row: number, value: written[fault.column] ?? '', ...fault })) }
  }
  const values = toValues(row, place, visibility)
  const record = row.record && (newRecord.includes(bare(row.record)) ? 'new' : row.record)
  const key = matchKey(nameOf(row), place?.code ?? null)
  return { checked: { row: number, values, key, provider: row.provider, ...(record && { record }) } }
}

/** The municipality of this name or code. */
export function findPlace(name: string, { byName }: Country): Place | undefined {
  const folded = bare(name)
  return byName.get(folded) ?? byName.get(folded.replace(/^(bashkiae?|bashkise|municipalityof)/, ''))
}

/** Undefined when no municipality has the name, null for the whole country. */
function placeOf(name: string, country: Country): Place | null | undefined {
  return wholeCountry.includes(bare(name)) ? null : findPlace(name, country)
}

/** A service of an institution is named with it: many institutions have a "day service". */
function nameOf({ service_name: service, institution_name: institution }: Row): string {
  return institution && !bare(institution).includes(bare(service)) && !bare(service).includes(bare(institution))
    ? `${service}, ${institution}`
    : service
}

function placeFacts(row: Row) {
  return {
    type: row.service_type,
    groups: row.beneficiary_groups,
    words: [
      row.service_name,
      row.service_name_en,
      row.institution_name,
      row.admission_criteria,
      row.provider,
      row.address,
      row.coverage_area,
      row.documents_required,
      row.opening_hours,
    ].join(' '),
    hidden: row.location_hidden,
    mobile: row.mobile_or_home,
  }
}

type Fault = Pick<RowError, 'column' | 'fault' | 'detail'>

function placeFaults(row: Row, place: Place | null | undefined, { onlyIn }: Country): Fault[] {
  if (place === undefined) return [{ column: 'municipality', fault: 'unknownMunicipality' }]
  if (onlyIn !== null && place?.code !== onlyIn) return [{ column: 'municipality', fault: 'otherMunicipality' }]
  const faults: Fault[] = []
  const county = bare(row.county ?? '').replace(/^(qarkui?|county(of)?)/, '')
  if (place && county && !place.county.map(bare).includes(county)) {
    faults.push({ column: 'county', fault: 'otherCounty', detail: place.county[0] })
  }
  if ((row.lat === undefined) !== (row.lon === undefined)) {
    faults.push({ column: row.lat === undefined ? 'lat' : 'lon', fault: 'halfPosition' })
  }
  return faults
}

function otherFaults(row: Row, { today }: Country): Fault[] {
  const faults: Fault[] = []
  if (row.verified_on > today) faults.push({ column: 'verified_on', fault: 'future' })
  if (row.access_mode === 'phone' && !row.contact_phone) faults.push({ column: 'contact_phone', fault: 'phoneNeeded' })
  return faults
}

function visibilityFaults(visibility: ReturnType<typeof visibilityFor>): Fault[] {
  if (visibility === 'group') return [{ column: 'beneficiary_groups', fault: 'sayGroup' }]
  if (visibility === 'hidden') return [{ column: 'location_hidden', fault: 'sayHidden' }]
  return []
}

/**
 * What the row says about the service. A place that may not be shown is not even stored; nor are persons' names and
 * counts of people, which no page will ever need. A cell that is empty says nothing.
 */
function toValues(row: Row, place: Place | null, visibility: Visibility): ServiceValues {
  const name = nameOf(row)
  const values: ServiceValues = {
    name: { sq: name, en: row.service_name_en ?? name },
    slug: slugOf(name, place?.slug ?? ''),
    municipality: place?.code ?? null,
    // A refuge is a specialised service by law; its own type could be missed where a page names what there is not.
    type: visibility === 'protected' ? 'specialised' : row.service_type,
    groups: row.beneficiary_groups,
    visibility,
    provider: { sq: row.provider, en: row.provider },
    providerKind: row.provider_kind,
    certainty: row.verified_by ? 'high' : 'medium',
    seen: row.verified_on,
    sources: [{ title: row.source }],
    closedOn: row.status === 'closed' ? firstDay(row.verified_on) : null,
    ...(row.access_mode && { accessMode: row.access_mode }),
    ...(row.cost_to_user !== undefined && { isFree: row.cost_to_user }),
    ...(row.mapping_id && { mappingId: row.mapping_id }),
  }
  if (visibility === 'protected') return values
  const kept = keptOf(row, visibility)
  if (kept) values.kept = kept
  if (row.accessibility) Object.assign(values, readAccessibility(row.accessibility))
  if (row.contact_phone) values.phone = row.contact_phone
  if (row.documents_required) values.documents = documentsOf(row.documents_required)
  // Places have a date in Pranë: a mapping that was verified in some month of a year gives none.
  if (row.capacity !== undefined && row.verified_on.length > 4)
    values.capacity = { places: row.capacity, on: row.verified_on.slice(0, 7) }
  // New words on the hours: what another source said as a recurrence holds no more, and "open now" would contradict them.
  if (row.opening_hours) {
    values.hours = { sq: row.opening_hours, en: row.opening_hours }
    values.openingHours = null
  }
  if (visibility === 'no_place') return values
  if (row.address) {
    values.address = { sq: row.address, en: row.address, precision: 'address' }
    values.position = null // the one known is that of another address
  }
  if (row.lat !== undefined && row.lon !== undefined) values.position = { lat: row.lat, lon: row.lon }
  return values
}

/** One document a line or between semicolons. */
function documentsOf(cell: string): { sq: string; en: string }[] {
  const documents = cell.split(/[;\n]/).map((document) => document.trim())
  return documents.filter((document) => document !== '').map((document) => ({ sq: document, en: document }))
}

function keptOf(row: Row, visibility: Visibility): Record<string, string> | null {
  const cells = columnNames.flatMap((name) => {
    const column = columns[name]
    const isKept = 'kept' in column && (visibility === 'public' || column.kept !== 'place')
    return isKept && row[name] !== undefined ? [[name, String(row[name])]] : []
  })
  return cells.length > 0 ? (Object.fromEntries(cells) as Record<string, string>) : null
}

/** A month or a year counts from its first day. */
function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}
