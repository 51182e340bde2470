import { Prisma } from '../../../generated/prisma/client'
import { byName } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import { getDatabase } from '~/server/db.server'
import { untilChange } from '~/server/until-change.server'
import type { MapView } from './map'
import { findOnMap } from './map.server'
import { paginate, type Place, type SearchChoice, type SearchView, type ServiceLine } from './rules'
import { helpAskedFor } from './search/help-words'
import { distanceKm, neighboursOf } from './search/neighbours'
import { coverageOf, scoreOf, type Candidate } from './search/rank'
import { asTyped, queryWords, readWords, type Clause, type QueryWord, type Reading } from './search/read-words'
import { groupTerm } from './search/terms'
import { correctWords, findPlaces, knownStems, type SearchPlaces } from './search-words.server'
import { lineSelect, shownServices, toLine } from './views.server'

/** More is said as "more than 500": nobody pages that far, and each record read costs time. */
export const mostCounted = 500
/** There are a handful; were there hundreds, the words would have to narrow them. */
const mostNational = 100
const mostElsewhere = 5
/** Where fewer have all that was asked for, those that have a part of it come after them. */
const fewest = 5

type Request = SearchChoice & {
  language: Language
  page: number
  pageSize: number
  /** As 2026-11-22: old records stand behind fresh ones. */
  today: string
  /** What part of the country the map shows; without it there is no map. */
  mapView?: MapView | null
}

/**
 * Finds services by words, place, kind and group. Every required clause must be met; when no record meets all, those
 * that meet most of them, at least half, are found instead and the reader is told. Services for the whole country are
 * never narrowed by place: they are a list of their own as soon as a place is chosen or named.
 */
export function searchServices(request: Request): Promise<SearchView> {
  const isTyped = request.query !== ''
  return isTyped ? runSearch(request) : untilChange(`search ${JSON.stringify(request)}`, () => runSearch(request))
}

async function runSearch(request: Request): Promise<SearchView> {
  const { query, language, today } = request
  const places = await findPlaces()
  const { words, corrected } = await correctWords(queryWords(query), places)
  const known = await knownStems(words)
  const reading = readWords(words, places.names, (stem) => known.has(stem))
  const chosen = municipalitiesOf(request, reading, places)
  const search = { reading, words, filter: filterOf(request), language, today }

  const [here, national] = await Promise.all([
    findRanked(search, chosen.length > 0 ? { in: chosen } : 'anywhere'),
    chosen.length > 0 ? findRanked(search, 'national') : nothing,
  ])
  const asks = asksForSomething(search)
  const elsewhere =
    asks && here.ranked.length === 0 && chosen.length > 0 ? await findNearest(search, chosen, places) : []
  const { items, page, pages } = paginate(here.ranked.slice(0, mostCounted), request.page, request.pageSize)
  const nameOf = (code: string): Place => places.byCode(code, language)
  return {
    items: await findLines(items, language),
    page,
    pages,
    total: Math.min(here.ranked.length, mostCounted),
    isMore: here.ranked.length > mostCounted,
    order: words.length > 0 ? 'match' : 'kind',
    isPartial: here.isPartial,
    municipalities: chosen.map(nameOf),
    fromWords: reading.municipalities.map(nameOf),
    corrected,
    unknown: reading.unknown.map((word) => asTyped(query, word)),
    urgent: reading.urgent,
    isUrgentOnly: reading.urgent !== null && reading.clauses.length === 0,
    help: helpAskedFor(words.map(({ stem }) => stem)),
    elsewhere,
    national: await findLines(national.ranked, language),
    isNationalOnly: asks && here.ranked.length === 0 && national.ranked.length > 0,
    map: request.mapView ? await findOnMap(here.where, request.mapView, language, places) : null,
  }
}

type Search = {
  reading: Reading
  words: QueryWord[]
  filter: Prisma.ServiceWhereInput
  language: Language
  today: string
}
type Area = { in: string[] } | 'anywhere' | 'national' | 'local'
type Row = Candidate & { id: string; name: string; municipalityCode: string | null; typeCode: string }
/** `where` finds all that is meant, also beyond what is ranked. */
type Found = { ranked: Row[]; isPartial: boolean; where: Prisma.ServiceWhereInput }

const nothing: Found = { ranked: [], isPartial: false, where: { id: { in: [] } } }

/** More than a place: what is nearest, or for the whole country, answers it too. */
const asksForSomething = ({ reading, filter }: Search) => reading.clauses.length > 0 || Object.keys(filter).length > 0

/** The place a person chose counts together with those their words name; "next door" adds the neighbours of all. */
function municipalitiesOf({ municipality, nextDoor }: Request, { municipalities }: Reading, places: SearchPlaces) {
  const own = municipality === undefined ? undefined : places.codeOf(municipality)
  const named = [...new Set([...(own === undefined ? [] : [own]), ...municipalities])]
  return nextDoor ? [...new Set([...named, ...named.flatMap((code) => neighboursOf(code, places.seats))])] : named
}

function filterOf({ type, group, access }: Request): Prisma.ServiceWhereInput {
  return {
    ...(type ? { typeCode: type } : {}),
    ...(group ? { searchTerms: { has: groupTerm(group) } } : {}),
    ...(access ? { access: { some: { feature: access, answer: true } } } : {}),
  }
}

function placeFilter(area: Area): Prisma.ServiceWhereInput {
  if (area === 'anywhere') return {}
  if (area === 'local') return { municipalityCode: { not: null }, typeCode: { not: 'online_helpline' } }
  // A centre that starts with a call serves its own place as far as anyone knows; a help line serves everybody.
  if (area === 'national') return { OR: [{ municipalityCode: null }, { typeCode: 'online_helpline' }] }
  return { municipalityCode: { in: area.in } }
}

async function findRanked(search: Search, area: Area): Promise<Found> {
  const { reading, words } = search
  const required = reading.clauses.filter((clause) => clause.required)
  if (words.length > 0 && required.length === 0 && isWithoutMeaning(reading)) return nothing
  if (!isUnderstood(required, reading)) return nothing
  const base = { AND: [search.filter, placeFilter(area)] }
  const limit = area === 'national' ? mostNational : mostCounted + 1
  const where = { AND: [...base.AND, ...required.map(meets)] }
  const full = rank(await findCandidates(where, search, limit), search)
  if (required.length < 2 || full.length >= fewest) return { ranked: full, isPartial: false, where }
  const some = await findCandidates({ ...base, OR: required.map(meets) }, search, limit)
  const nearest = rank(
    nearestOf(some, required).filter(({ id }) => full.every((row) => row.id !== id)),
    search,
  )
  const ranked = full.length === 0 ? nearest : [...full, ...nearest.slice(0, fewest - full.length)]
  return { ranked, isPartial: nearest.length > 0, where: { id: { in: ranked.map(({ id }) => id) } } }
}

/** The rows that have most of the required clauses of any that lack one; none when that is less than half of them. */
function nearestOf(rows: Row[], required: Clause[]): Row[] {
  const lacking = rows
    .map((row) => ({ row, coverage: coverageOf(row, required) }))
    .filter(({ coverage }) => coverage < required.length)
  const best = Math.max(0, ...lacking.map(({ coverage }) => coverage))
  return best * 2 < required.length ? [] : lacking.filter(({ coverage }) => coverage === best).map(({ row }) => row)
}

/**
 * Whether the words ask for something that services give: something of the vocabulary, and not as many things that none
 * gives; or more words that records have than others.
 */
function isUnderstood(required: Clause[], { unknown, outside }: Reading): boolean {
  const known = required.filter((clause) => clause.known).length
  if (known > 0) return known > outside
  return outside === 0 && (unknown.length === 0 || unknown.length < required.length)
}

/** Words that ask for nothing the directory could have: only unknown ones, or only words of danger. */
function isWithoutMeaning({ municipalities, unknown, urgent }: Reading): boolean {
  return municipalities.length === 0 || unknown.length > 0 || urgent !== null
}

function meets({ alternatives }: Clause): Prisma.ServiceWhereInput {
  const finding = alternatives.filter(({ inName }) => !inName)
  const single = finding.flatMap(({ terms }) => (terms.length === 1 ? terms : []))
  const several = finding.filter(({ terms }) => terms.length > 1)
  return {
    OR: [
      ...(single.length > 0 ? [{ searchTerms: { hasSome: single } }] : []),
      ...several.map(({ terms }) => ({ searchTerms: { hasEvery: terms } })),
    ],
  }
}

/**
 * What meets a condition, as far as it is counted. Without words in the order of kinds. With words, where more is met
 * than is counted, those that have them in their names are among the counted: sorting all of them would read each.
 */
async function findCandidates(where: Prisma.ServiceWhereInput, search: Search, limit: number): Promise<Row[]> {
  const { reading, words } = search
  if (words.length === 0) {
    const ids = await findIds(where, limit, [{ type: { position: 'asc' } }, { id: 'asc' }])
    return readCandidates(ids, search)
  }
  const ids = await findIds(where, limit)
  if (ids.length < limit) return readCandidates(ids, search)
  const named = await findIds({ AND: [where, { nameTerms: { hasSome: termsOf(reading.clauses) } }] }, limit)
  return readCandidates([...new Set([...named, ...ids])].slice(0, limit), search)
}

async function findIds(
  where: Prisma.ServiceWhereInput,
  limit: number,
  orderBy: Prisma.ServiceOrderByWithRelationInput[] = [],
): Promise<string[]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.service.findMany({
    where: { ...shownServices, ...where },
    orderBy,
    take: limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

const termsOf = (clauses: Clause[]) => [
  ...new Set(clauses.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms))),
]

/** Records in the order of their ids, each with those of its many words that are asked for: to carry all takes longer. */
async function readCandidates(ids: string[], { reading, language }: Search): Promise<Row[]> {
  if (ids.length === 0) return []
  const { prisma } = await getDatabase()
  const terms = termsOf(reading.clauses)
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT id, "municipalityCode", "typeCode", ${language === 'sq' ? Prisma.sql`"nameSq"` : Prisma.sql`"nameEn"`} AS name,
      ARRAY(SELECT term FROM unnest("nameTerms") term WHERE term = ANY(${terms})) AS "nameTerms",
      ARRAY(SELECT term FROM unnest("searchTerms") term WHERE term = ANY(${terms})) AS "searchTerms",
      to_char(CASE WHEN "seenPrecision" <> 'undated' THEN "seenOn" END, 'YYYY-MM-DD') AS "seenOn",
      to_char("checkedOn", 'YYYY-MM-DD') AS "checkedOn"
    FROM "Service" WHERE id = ANY(${ids})`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Best match first; without words by kind. Names decide what is equal. */
function rank(rows: Row[], { reading, words, language, today }: Search): Row[] {
  const names = byName<Row>(language, ({ name }) => name)
  const kinds = [...new Set(rows.map(({ typeCode }) => typeCode))]
  const scores = new Map(rows.map((row) => [row, scoreOf(row, reading.clauses, today)]))
  return rows.sort((a, b) =>
    words.length === 0
      ? kinds.indexOf(a.typeCode) - kinds.indexOf(b.typeCode) || names(a, b)
      : Number(scores.get(b)) - Number(scores.get(a)) || names(a, b) || (a.id < b.id ? -1 : 1),
  )
}

/** What there is of the same elsewhere, the nearest seat first. */
async function findNearest(search: Search, chosen: string[], places: SearchPlaces): Promise<SearchView['elsewhere']> {
  const home = places.seats.find(({ code }) => code === chosen[0])
  if (home === undefined) return []
  const { ranked } = await findRanked(search, 'local')
  const kmTo = new Map(places.seats.map((seat) => [seat.code, distanceKm(home, seat)]))
  const near = ranked
    .map((row) => ({ row, km: kmTo.get(row.municipalityCode ?? '') ?? Infinity }))
    .sort((a, b) => a.km - b.km)
    .slice(0, mostElsewhere)
  const lines = await findLines(
    near.map(({ row }) => row),
    search.language,
  )
  return lines.map((line, index) => ({ line, km: Math.round(near[index]?.km ?? 0) }))
}

/** The lines of records, in their order. */
async function findLines(rows: Row[], language: Language): Promise<ServiceLine[]> {
  if (rows.length === 0) return []
  const { prisma } = await getDatabase()
  const found = await prisma.service.findMany({
    where: { ...shownServices, id: { in: rows.map(({ id }) => id) } },
    select: { id: true, ...lineSelect },
  })
  const byId = new Map(found.map((row) => [row.id, toLine(row, language)]))
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}
