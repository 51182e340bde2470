import type { Prisma, PrismaClient } from '../../generated/prisma/client'
import { indexServices } from '../../app/features/directory/search-index.server'
import { addressColumns, hoursColumns, nameColumns, provenanceColumns, seenColumns } from './columns'
import { loadSeedFiles, type SeedFiles } from './load'

export { loadSeedFiles, type SeedFiles } from './load'

type Transaction = Prisma.TransactionClient

/**
 * Brings the real records of the seed files into the database and notes their digest, so that a start with
 * unchanged files loads nothing. All or nothing: a reader sees the old records or the new ones, never a mixture.
 *
 * The files are the only source of these tables; what anybody else wrote into them is replaced.
 */
export async function seedRealRecords(db: PrismaClient, files = loadSeedFiles()): Promise<'loaded' | 'unchanged'> {
  const load = async (tx: Transaction) => {
    // Two processes that start together would both find the old digest; the second one waits here.
    await tx.$executeRaw`LOCK TABLE "ImportRun" IN SHARE ROW EXCLUSIVE MODE`
    const last = await tx.importRun.findFirst({ where: { source: 'seed' }, orderBy: { id: 'desc' } })
    if (last?.digest === files.digest) {
      await indexServices(tx) // the rules of the search may be newer than the records
      return 'unchanged'
    }
    await deleteRecords(tx)
    await createPlaces(tx, files)
    await createDirectory(tx, files)
    await createServices(tx, files)
    await indexServices(tx)
    await tx.importRun.create({ data: { source: 'seed', digest: files.digest } })
    return 'loaded'
  }
  return db.$transaction(load, { maxWait: 60_000, timeout: 120_000 })
}

/** Whoever points at a row goes before it. */
async function deleteRecords(tx: Transaction) {
  await tx.serviceTargetGroup.deleteMany()
  await tx.serviceSource.deleteMany()
  await tx.service.deleteMany()
  await tx.serviceType.deleteMany()
  await tx.targetGroup.deleteMany()
  await tx.helpLine.deleteMany()
  await tx.organizationPlace.deleteMany()
  await tx.organization.deleteMany()
  await tx.office.deleteMany()
  await tx.administrativeUnit.deleteMany()
  await tx.municipalityName.deleteMany()
  await tx.municipality.deleteMany()
  await tx.county.deleteMany()
}

async function createPlaces(tx: Transaction, { counties, municipalities, units }: SeedFiles) {
  await tx.county.createMany({ data: counties.map(({ sq, en, ...county }) => ({ ...county, nameSq: sq, nameEn: en })) })
  await tx.municipality.createMany({
    data: municipalities.map(({ county, sq, sqDefinite, en, minority, lat, lon, names: _names, ...rest }) => ({
      ...rest,
      countyCode: county,
      nameSq: sq,
      nameSqDefinite: sqDefinite,
      nameEn: en,
      nameMinority: minority?.name,
      minorityLanguage: minority?.language,
      seatLat: lat,
      seatLon: lon,
    })),
  })
  await tx.municipalityName.createMany({
    data: municipalities.flatMap(({ code, names }) => names.map((name) => ({ ...name, municipalityCode: code }))),
  })
  await tx.administrativeUnit.createMany({
    data: units.map(({ municipality, ...unit }) => ({ ...unit, municipalityCode: municipality })),
  })
}

async function createDirectory(tx: Transaction, { offices, organizations, helpLines }: SeedFiles) {
  await tx.office.createMany({
    data: offices.map(({ name, county, municipality, address, hours, seen, source, ...office }) => ({
      ...office,
      ...nameColumns(name),
      ...hoursColumns(hours),
      ...addressColumns(address),
      ...provenanceColumns(seen, source),
      countyCode: county,
      municipalityCode: municipality,
    })),
  })
  await tx.organization.createMany({
    data: organizations.map(({ name, what, address, seen, source, municipalities: _places, ...organization }) => ({
      ...organization,
      ...nameColumns(name),
      ...addressColumns(address),
      ...provenanceColumns(seen, source),
      whatSq: what.sq,
      whatEn: what.en,
    })),
  })
  await tx.organizationPlace.createMany({
    data: organizations.flatMap(({ id, municipalities }) =>
      municipalities.map((municipalityCode) => ({ organizationId: id, municipalityCode })),
    ),
  })
  await tx.helpLine.createMany({
    data: helpLines.map(({ name, hours, seen, source, ...line }, position) => ({
      ...line,
      ...nameColumns(name),
      ...hoursColumns(hours),
      ...provenanceColumns(seen, source),
      position,
    })),
  })
}

async function createServices(tx: Transaction, { serviceTypes, targetGroups, services }: SeedFiles) {
  await tx.serviceType.createMany({ data: serviceTypes.map((type, position) => ({ ...type, position })) })
  await tx.targetGroup.createMany({ data: targetGroups.map((group, position) => ({ ...group, position })) })
  const rows = services.map(serviceRow)
  await tx.service.createMany({ data: rows.filter((row) => !row.mergedIntoId) })
  await tx.service.createMany({ data: rows.filter((row) => row.mergedIntoId) })
  await tx.serviceTargetGroup.createMany({
    data: services.flatMap(({ id, groups }) => groups.map((groupCode) => ({ serviceId: id, groupCode }))),
  })
  await tx.serviceSource.createMany({
    data: services.flatMap(({ id, sources }) =>
      sources.map((source, position) => ({ serviceId: id, position, ...source })),
    ),
  })
}

function serviceRow(service: SeedFiles['services'][number]) {
  const { name, municipality, type, provider, address, hours, caution, seen, ...rest } = service
  const { facts = [], mergedInto, groups: _groups, sources: _sources, ...own } = rest
  return {
    ...own,
    ...nameColumns(name),
    ...hoursColumns(hours),
    ...addressColumns(address),
    ...seenColumns(seen),
    municipalityCode: municipality,
    typeCode: type,
    providerSq: provider.sq,
    providerEn: provider.en,
    addressPrecision: address?.precision,
    factsSq: facts.map((fact) => fact.sq),
    factsEn: facts.map((fact) => fact.en),
    cautionSq: caution?.sq,
    cautionEn: caution?.en,
    mergedIntoId: mergedInto,
  }
}
