import type { SeedRecords } from './load'

/** What a schema cannot see in one record: names used twice, and names of things that are in no file. */
export function findReferenceFaults(records: SeedRecords): string[] {
  const faults: string[] = []
  checkNames(records, (where, values) => {
    const twice = values.filter((value, index) => values.indexOf(value) !== index)
    faults.push(...twice.map((value) => `${where} ${value} is there twice`))
  })
  checkReferences(records, (where, names, ...used) => {
    const unknown = used.filter((name) => name && !names.includes(name))
    faults.push(...unknown.map((name) => `${where}: ${name} is in no file`))
  })
  const { offices, organizations, helpLines, services } = records
  for (const record of [...offices, ...organizations, ...helpLines, ...services]) {
    const id = 'id' in record ? record.id : record.number
    if (record.seen && !isDate(record.seen)) faults.push(`${id}: seen: ${record.seen} is no date`)
  }
  return faults
}

function checkNames(records: SeedRecords, unique: (where: string, values: string[]) => void) {
  const { counties, municipalities, organizations, services } = records
  unique('counties.json: code', pick(counties, 'code'))
  unique('counties.json: slug', pick(counties, 'slug'))
  unique('municipalities.json: code', pick(municipalities, 'code'))
  unique('municipalities.json: slug', pick(municipalities, 'slug'))
  unique('municipalities.json: geonamesId', pick(municipalities, 'geonamesId'))
  for (const { code, names } of municipalities) unique(`municipalities.json ${code}: name`, pick(names, 'name'))
  unique(
    'units.json: number',
    records.units.map(({ municipality, number }) => `${municipality} ${number}`),
  )
  unique('service-types.json: code', pick(records.serviceTypes, 'code'))
  unique('target-groups.json: code', pick(records.targetGroups, 'code'))
  unique('offices.json: id', pick(records.offices, 'id'))
  unique('organizations.json: id', pick(organizations, 'id'))
  for (const { id, municipalities: places } of organizations) unique(`organizations.json ${id}: municipality`, places)
  unique('help-lines.json: number', pick(records.helpLines, 'number'))
  unique('services.json: id', pick(services, 'id'))
  unique('services.json: slug', pick(services, 'slug'))
  for (const { id, groups } of services) unique(`services.json ${id}: group`, groups)
}

type Known = (where: string, names: string[], ...used: (string | null | undefined)[]) => void

function checkReferences(records: SeedRecords, known: Known) {
  const { municipalities, units, offices, organizations, services } = records
  const counties = pick(records.counties, 'code')
  const places = pick(municipalities, 'code')
  const types = pick(records.serviceTypes, 'code')
  const groups = pick(records.targetGroups, 'code')
  // A merged record's page leads to the other one, so the other one must have a page itself.
  const pages = pick(
    services.filter((service) => !service.mergedInto),
    'id',
  )

  for (const { code, county } of municipalities) known(`municipalities.json ${code}: county`, counties, county)
  for (const { name, municipality } of units) known(`units.json ${name}: municipality`, places, municipality)
  for (const { id, county, municipality } of offices) {
    known(`offices.json ${id}: county`, counties, county)
    known(`offices.json ${id}: municipality`, places, municipality)
  }
  for (const organization of organizations) {
    known(`organizations.json ${organization.id}: municipality`, places, ...organization.municipalities)
  }
  for (const service of services) {
    known(`services.json ${service.id}: municipality`, places, service.municipality)
    known(`services.json ${service.id}: type`, types, service.type)
    known(`services.json ${service.id}: group`, groups, ...service.groups)
    known(`services.json ${service.id}: mergedInto`, pages, service.mergedInto)
  }
}

function pick<K extends string>(records: Record<K, string>[], key: K): string[] {
  return records.map((record) => record[key])
}

/** JavaScript moves 31 February to March; a date that comes back changed was none. */
function isDate(text: string): boolean {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
