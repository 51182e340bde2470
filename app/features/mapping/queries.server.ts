import { shownServices } from '../directory/views.server'
import { getDatabase } from '../../server/db.server'
import { untilChange } from '../../server/until-change.server'
import { findLayers } from './layers.server'
import { originsOf, shelteringTypes, type Field, type Origin } from './rules'

/** Kinds of service that a municipality does not have, and the day on which the mapping that says so was loaded. */
export type MissingTypes = { types: string[]; on: string }

/**
 * The types of the law that are known to be missing in a municipality: only where a mapping in force is complete for it
 * and nothing that may be shown has the type, there or for the whole country. Null when nothing can be said. Types under
 * which a refuge may stand are never named: it could be false, or tell where there is one.
 */
export function typesKnownMissing(municipality: string): Promise<MissingTypes | null> {
  return untilChange(`missing types ${municipality}`, () => readMissingTypes(municipality))
}

async function readMissingTypes(municipality: string): Promise<MissingTypes | null> {
  const { prisma } = await getDatabase()
  const place = await prisma.municipality.findUnique({ where: { slug: municipality }, select: { code: true } })
  if (!place) return null
  const run = await prisma.importRun.findFirst({
    where: { kind: 'mapping', undoneAt: null, completeFor: { has: place.code } },
    orderBy: { id: 'desc' },
    select: { finishedAt: true },
  })
  if (!run) return null
  const here = { ...shownServices, OR: [{ municipalityCode: place.code }, { municipalityCode: null }] }
  const types = await prisma.serviceType.findMany({
    where: { legalCode: { not: null }, code: { notIn: shelteringTypes }, services: { none: here } },
    orderBy: { position: 'asc' },
    select: { code: true },
  })
  if (types.length === 0) return null
  return { types: types.map(({ code }) => code), on: run.finishedAt.toISOString().slice(0, 10) }
}

/** Kinds of service that may be named in a list of what there is and is not: none under which a refuge may stand. */
export async function findNamableTypes(): Promise<string[]> {
  const { prisma } = await getDatabase()
  const types = await prisma.serviceType.findMany({
    where: { code: { notIn: shelteringTypes } },
    orderBy: { position: 'asc' },
    select: { code: true },
  })
  return types.map(({ code }) => code)
}

/** Municipalities for which a mapping in force is complete, each with the day on which the last one was loaded. */
export async function findCompleteMappings(): Promise<ReadonlyMap<string, string>> {
  const { prisma } = await getDatabase()
  const runs = await prisma.importRun.findMany({
    where: { kind: 'mapping', undoneAt: null, completeFor: { isEmpty: false } },
    orderBy: { id: 'asc' },
    select: { completeFor: true, finishedAt: true },
  })
  return new Map(
    runs.flatMap(({ completeFor, finishedAt }) =>
      completeFor.map((code) => [code, finishedAt.toISOString().slice(0, 10)] as const),
    ),
  )
}

/** For each value of a service, the run and the row that it comes from. */
export async function getOrigins(serviceId: string): Promise<Partial<Record<Field, Origin>>> {
  const { prisma } = await getDatabase()
  const layers = await prisma.$transaction((tx) => findLayers(tx, [serviceId]))
  return originsOf(layers.get(serviceId) ?? [])
}
