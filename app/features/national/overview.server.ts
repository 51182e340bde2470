import { findMunicipalities } from '../directory/place-queries.server'
import { shownServices } from '../directory/views.server'
import { findCompleteMappings, findNamableTypes } from '../mapping/queries.server'
import { findAnswerRows } from '../voice/answers.server'
import type { Language } from '~/i18n/registers'
import { getDatabase } from '~/server/db.server'
import { recordsOf, withoutRecord, type Known, type Sought } from './gaps'
import type { NationalView } from './view'

const year = 365 * 24 * 60 * 60_000 // milliseconds

/** The country as its records and answers show it; what is not known of, in `sought`, is passed over. */
export async function getNational({
  sought: asked,
  language,
  now,
}: {
  sought: Sought
  language: Language
  now: Date
}): Promise<NationalView> {
  const [places, types, groups, complete, answers] = await Promise.all([
    findMunicipalities({ language }),
    findNamableTypes(),
    findGroups(),
    findCompleteMappings(),
    findAnswerRows(now),
  ])
  const known = await findKnown(types)
  const codes = places.map(({ code }) => code)
  const sought = {
    type: types.find((code) => code === asked.type) ?? null,
    group: groups.find((code) => code === asked.group) ?? null,
  }
  const quarter =
    answers
      .map((row) => row.quarter)
      .sort()
      .at(-1) ?? null
  const lastAnswers = new Map(
    answers
      .filter((row) => row.quarter === quarter && row.kind === 'all')
      .map((row) => [row.municipalityCode, row] as const),
  )
  const since = new Date(now.getTime() - year).toISOString().slice(0, 10)
  const nobody = (what: Sought) => withoutRecord(codes, known, what)
  const isSought = sought.type !== null || sought.group !== null
  const without = new Set(isSought ? nobody(sought) : [])
  return {
    sought,
    types,
    groups,
    without: isSought
      ? places
          .filter(({ code }) => without.has(code))
          .map(({ code, slug, name }) => ({ slug, name, isComplete: complete.has(code) }))
      : null,
    gaps: {
      types: types.map((code) => ({ code, without: nobody({ type: code, group: null }).length })),
      groups: groups.map((code) => ({ code, without: nobody({ type: null, group: code }).length })),
    },
    quarter,
    lines: places.map(({ code, slug, name, county }) => ({
      slug,
      name,
      county: county.name,
      ...recordsOf(code, known, since),
      received: lastAnswers.get(code)?.received ?? null,
      answeredInTarget: lastAnswers.get(code)?.answeredInTarget ?? null,
      mappedOn: complete.get(code) ?? null,
    })),
  }
}

async function findGroups(): Promise<string[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.targetGroup.findMany({
    where: { isPublic: true },
    orderBy: { position: 'asc' },
    select: { code: true },
  })
  return rows.map(({ code }) => code)
}

/** The records that are shown in a municipality, of kinds that may be named. */
async function findKnown(types: string[]): Promise<Known[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.service.findMany({
    where: { ...shownServices, municipalityCode: { not: null }, typeCode: { in: types } },
    select: {
      municipalityCode: true,
      typeCode: true,
      checkedOn: true,
      groups: { where: { group: { isPublic: true } }, select: { groupCode: true } },
    },
  })
  return rows.map(({ municipalityCode, typeCode, checkedOn, groups }) => ({
    municipalityCode: municipalityCode ?? '',
    type: typeCode,
    groups: groups.map(({ groupCode }) => groupCode),
    checkedOn: checkedOn?.toISOString().slice(0, 10) ?? null,
  }))
}
