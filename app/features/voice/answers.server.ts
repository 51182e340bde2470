import { codeOf, findMunicipalities } from '../directory/place-queries.server'
import { languageOf, type Register } from '~/i18n/registers'
import { clockInTirana } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { untilChange } from '~/server/until-change.server'
import {
  lastPublicQuarter,
  publicLines,
  type AnswerKind,
  type Counted,
  type QuarterAnswers,
  type ReleasedWords,
} from './answers'
import { openedText } from './queries.server'
import type { Content } from './rules'

export { answerFields } from './answers'

/** How many quarters a page shows; the open file has all. */
const quartersOnPage = 8
/** How many released texts a page shows, the last ones first. */
const wordsOnPage = 10

/** What everybody may read about a municipality's answers: the last quarters first. */
export async function findAnswers({
  municipality,
  now,
}: {
  municipality: string
  now: Date
}): Promise<QuarterAnswers[]> {
  const code = await codeOf(municipality)
  const quarters = (await readAnswers(now)).get(code ?? '') ?? []
  return quarters.slice(-quartersOnPage).reverse()
}

/** The open file: municipalities by name, never by figures. */
export async function findAnswerRows(now: Date) {
  const answers = await readAnswers(now)
  const places = await findMunicipalities({ language: 'sq' })
  return places.flatMap(({ code, name }) =>
    (answers.get(code) ?? []).flatMap(({ quarter, lines }) =>
      lines.map((line) => ({ quarter, municipalityCode: code, municipality: name, ...line })),
    ),
  )
}

type About = { municipality: string } | { service: string }

/** Words that may be shown: of the messages to a municipality, or about a service. Their table tells of them alone. */
export function findReleasedWords(about: About): Promise<readonly ReleasedWords[]> {
  return untilChange(`released words ${JSON.stringify(about)}`, () => readReleasedWords(about))
}

async function readReleasedWords(about: About): Promise<ReleasedWords[]> {
  const { prisma } = await getDatabase()
  const where =
    'service' in about
      ? { subject: `service:${about.service}` }
      : { municipalityCode: (await codeOf(about.municipality)) ?? '' }
  const rows = await prisma.submission.findMany({
    where: { ...where, releasedAt: { not: null }, mayShow: true, isProtection: false, sealed: { not: null } },
    orderBy: [{ releasedAt: 'desc' }, { id: 'asc' }],
    take: wordsOnPage,
    select: { id: true, category: true, register: true, receivedAt: true, sealed: true },
  })
  return rows.flatMap(({ id, category, register, receivedAt, sealed }) => {
    const { words } = JSON.parse(openedText(sealed ?? new Uint8Array(), id)) as Content
    const month = `${clockInTirana(receivedAt).date.slice(0, 7)}-01`
    const kind = (category ?? 'need') as AnswerKind
    return words ? [{ words, kind, month, language: languageOf(register as Register) }] : []
  })
}

/**
 * By municipality, its quarters in order. The figures of a quarter never change once they are public, so they are kept
 * although messages tell of no change.
 */
function readAnswers(now: Date): Promise<ReadonlyMap<string, QuarterAnswers[]>> {
  const last = lastPublicQuarter(clockInTirana(now).date)
  return untilChange(`answers ${last}`, () => countAnswers(last))
}

type Row = Counted & { municipalityCode: string; quarter: string; kind: AnswerKind | null }

/**
 * Counts messages by the quarter in which they came, with what had happened to them a month after its end, where they
 * were then: one that was passed on later stays where whoever passed it on works.
 */
async function countAnswers(last: string): Promise<Map<string, QuarterAnswers[]>> {
  const { prisma } = await getDatabase()
  const rows = await prisma.$queryRaw<Row[]>`
    WITH "message" AS (
      SELECT s."id", s."municipalityCode", COALESCE(s."category"::text, 'need') AS "kind", s."firstAnswerDays",
        s."firstInTime", q."start", s."firstAnswerAt" < u."until" AS "isAnswered", u."until"
      FROM "Submission" s
      CROSS JOIN LATERAL (
        SELECT date_trunc('quarter', s."receivedAt" AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Tirane') AS "start"
      ) q
      CROSS JOIN LATERAL (
        SELECT (q."start" + interval '4 months') AT TIME ZONE 'Europe/Tirane' AT TIME ZONE 'UTC' AS "until"
      ) u
      WHERE NOT s."isProtection" AND q."start" <= ${last}::timestamp
    ), "moved" AS (
      SELECT DISTINCT ON (m."id") m."id", st."municipalityCode"
      FROM "message" m
      JOIN "SubmissionEvent" e ON e."submissionId" = m."id" AND e."kind" = 'passed_on' AND e."at" >= m."until"
      JOIN "Staff" st ON st."id" = e."staffId"
      ORDER BY m."id", e."id"
    ), "disputed" AS (
      SELECT DISTINCT m."id"
      FROM "message" m
      JOIN "SubmissionEvent" e ON e."submissionId" = m."id" AND e."kind" = 'disputed' AND e."at" < m."until"
    ), "placed" AS (
      SELECT m.*, COALESCE(p."municipalityCode", m."municipalityCode") AS "place", d."id" IS NOT NULL AS "isDisputed"
      FROM "message" m
      LEFT JOIN "moved" p ON p."id" = m."id"
      LEFT JOIN "disputed" d ON d."id" = m."id"
    )
    SELECT "place" AS "municipalityCode", to_char("start", 'YYYY-"Q"Q') AS "quarter", "kind",
      count(*)::int AS "received",
      (count(*) FILTER (WHERE "isAnswered"))::int AS "answered",
      (count(*) FILTER (WHERE "isAnswered" AND "firstInTime"))::int AS "inTarget",
      (count(*) FILTER (WHERE "isDisputed"))::int AS "disputed",
      percentile_disc(0.5) WITHIN GROUP (ORDER BY "firstAnswerDays") FILTER (WHERE "isAnswered") AS "medianDays"
    FROM "placed"
    GROUP BY GROUPING SETS (("place", "start", "kind"), ("place", "start"))
    ORDER BY "place", "start"`
  const byPlace = new Map<string, Map<string, Partial<Record<AnswerKind | 'all', Counted>>>>()
  for (const { municipalityCode, quarter, kind, ...counted } of rows) {
    const quarters = byPlace.get(municipalityCode) ?? new Map<string, object>()
    byPlace.set(municipalityCode, quarters.set(quarter, { ...quarters.get(quarter), [kind ?? 'all']: counted }))
  }
  return new Map(
    [...byPlace].map(([place, quarters]) => [
      place,
      [...quarters].map(([quarter, counted]) => ({ quarter, lines: publicLines(counted) })),
    ]),
  )
}
