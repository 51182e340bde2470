import type { Prisma, PrismaClient } from '../../generated/prisma/client'
import { indexServices } from '../../app/features/directory/search-index.server'
import { rebuildAll } from '../../app/features/mapping/layers.server'
import { addressColumns, hoursColumns, nameColumns, provenanceColumns } from './columns'
import { loadSeedFiles, type SeedFiles } from './load'

export { loadSeedFiles, type SeedFiles } from './load'

type Transaction = Prisma.TransactionClient

/**
 * Brings the real records of the seed files into the database and notes their digest, so that a start with
 * unchanged files loads nothing. All or nothing: a reader sees the old records or the new ones, never a mixture.
 *
 * Of a service the files are the base: what a mapping and local corrections say about it lies over them and stays.
 * Of every other table they are the only source; what anybody else wrote into it is replaced.
 */
export async function seedRealRecords(db: PrismaClient, files = loadSeedFiles()): Promise<'loaded' | 'unchanged'> {
  const load = async (tx: Transaction) => {
    // Two processes that start together would both find the old digest; the second one waits here.
    await tx.$executeRaw`LOCK TABLE "ImportRun" IN SHARE ROW EXCLUSIVE MODE`
    const last = await tx.importRun.findFirst({ where: { kind: 'seed' }, orderBy: { id: 'desc' } })
    if (last?.digest === files.digest) {
      await indexServices(tx) // the rules of the search may be newer than the records
      return 'unchanged'
    }
    const notices = await tx.notice.findMany() // written here, in no file: deleting their subject takes them along
    await deleteRecords(tx)
    await createPlaces(tx, files)
    await createDirectory(tx, files)
    await createKinds(tx, files)
    const { id } = await tx.importRun.create({ data: { kind: 'seed', source: 'seed', digest: files.digest } })
    await replaceBase(tx, files, id)
    await restoreNotices(tx, notices)
    return 'loaded'
  }
  return db.$transaction(load, { maxWait: 60_000, timeout: 120_000 })
}

/** Whoever points at a row goes before it. */
async function deleteRecords(tx: Transaction) {
  await tx.serviceTargetGroup.deleteMany()
  await tx.serviceSource.deleteMany()
  await tx.serviceAccess.deleteMany()
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

async function createKinds(tx: Transaction, { serviceTypes, targetGroups }: SeedFiles) {
  await tx.serviceType.createMany({ data: serviceTypes.map((type, position) => ({ ...type, position })) })
  await tx.targetGroup.createMany({ data: targetGroups.map((group, position) => ({ ...group, position })) })
}

/** Notices outlive the records they speak of being loaded anew; one about a record that is gone says nothing any more. */
async function restoreNotices(tx: Transaction, notices: Prisma.NoticeCreateManyInput[]) {
  const services = await tx.service.findMany({ select: { id: true } })
  const municipalities = await tx.municipality.findMany({ select: { code: true } })
  const subjects = new Set([...services.map(({ id }) => id), ...municipalities.map(({ code }) => code)])
  const kept = notices.filter(({ serviceId, municipalityCode }) => subjects.has(serviceId ?? municipalityCode ?? ''))
  await tx.notice.createMany({ data: kept })
}

/** The row of a layer is the line of the record in its file; the first line opens the list. */
async function replaceBase(tx: Transaction, { services }: SeedFiles, runId: number) {
  await tx.serviceLayer.deleteMany({ where: { kind: 'base' } })
  await tx.serviceLayer.createMany({
    data: services.map(({ id, ...values }, index) => ({ serviceId: id, kind: 'base', runId, row: index + 2, values })),
  })
  await rebuildAll(tx)
}
