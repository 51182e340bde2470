import { accessFeatures } from './facts'
import { byName } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import { readHolidays } from '~/server/calendar.server'
import { getDatabase } from '~/server/db.server'
import { untilChange } from '~/server/until-change.server'
import type { ServiceLine, ServiceView } from './rules'
import { lineSelect, shownServices, toLine, toView, viewSelect } from './views.server'

/** One service, or the address of the record it was merged into, or that it has closed, or null for none to show. */
export async function getService({
  slug,
  language,
  now,
}: {
  slug: string
  language: Language
  now: Date
}): Promise<{ kind: 'shown'; service: ServiceView } | { kind: 'moved'; to: string } | { kind: 'closed' } | null> {
  const row = await untilChange(`service ${slug}`, () => readService(slug))
  if (row) return { kind: 'shown', service: toView(row, language, now, await readHolidays()) }
  const { prisma } = await getDatabase()
  const double = await prisma.service.findFirst({
    where: { slug, visibility: shownServices.visibility, mergedInto: shownServices },
    select: { mergedInto: { select: { slug: true } } },
  })
  if (double?.mergedInto?.slug) return { kind: 'moved', to: double.mergedInto.slug }
  const closed = await prisma.service.count({ where: { ...shownServices, slug, closedOn: { not: null } } })
  return closed > 0 ? { kind: 'closed' } : null
}

async function readService(slug: string) {
  const { prisma } = await getDatabase()
  return await prisma.service.findFirst({ where: { ...shownServices, slug }, select: viewSelect })
}

/** Services as lines: by kind of service, then by name. `municipality` null means those of the whole country. */
export function findServices({ filter, language }: Listed): Promise<readonly ServiceLine[]> {
  const name = `services ${JSON.stringify(filter.municipality)} ${language}`
  return untilChange(name, () => readServices({ filter, language }))
}

type Listed = { filter: { municipality?: string | null }; language: Language }

async function readServices({ filter: { municipality }, language }: Listed): Promise<ServiceLine[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.service.findMany({
    where: {
      ...shownServices,
      ...(municipality === null ? { municipalityCode: null } : {}),
      ...(municipality ? { municipality: { slug: municipality } } : {}),
    },
    orderBy: { type: { position: 'asc' } },
    select: lineSelect,
  })
  const lines = rows.map((row) => toLine(row, language))
  const order = new Map(lines.map(({ type }, index) => [type, index]))
  const names = byName<ServiceLine>(language, ({ name }) => name)
  return lines.sort((a, b) => Number(order.get(a.type)) - Number(order.get(b.type)) || names(a, b))
}

/** What the filters offer: kinds, groups and answers on access that a shown record has. */
export function findServiceFilters() {
  return untilChange('service filters', readServiceFilters)
}

async function readServiceFilters() {
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
  const access = await prisma.serviceAccess.findMany({
    where: { answer: true, service: shownServices },
    distinct: ['feature'],
    select: { feature: true },
  })
  const has = new Set(access.map(({ feature }) => feature))
  return {
    types: types.map(({ code }) => code),
    groups: groups.map(({ code }) => code),
    access: accessFeatures.filter((feature) => has.has(feature)),
  }
}
