import { stringify } from 'csv-stringify/sync'
import type { Prisma } from '../../../generated/prisma/client'
import type { Language } from '~/i18n/registers'
import { byName } from '~/i18n/formats'
import { clockInTirana } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { untilChange } from '~/server/until-change.server'
import { figureFields, figureRows, type Figures } from './figures'
import { findPublicGroups, shownGroups } from './public-groups.server'
import { readWeights } from './queue'
import { recountFile, resultOf } from './result'
import type { RuleFile } from './rule-file'
import { takesBallots, type PhaseDates } from './rules'
import type { BallotPaper, BudgetView, PlaceBudgets, ProposalView, PublicGroup } from './view'

/** Municipalities with a page of their budget, by name; the years of each, the last one first. */
export async function findBudgets({ language }: { language: Language }) {
  const { prisma } = await getDatabase()
  const [cycles, groups] = await Promise.all([
    prisma.budgetCycle.findMany({
      orderBy: { year: 'desc' },
      select: { municipalityCode: true, year: true, closedAt: true, proposals: { select: { number: true } } },
    }),
    prisma.needGroup.findMany({
      where: shownGroups,
      distinct: ['municipalityCode'],
      select: { municipalityCode: true },
    }),
  ])
  const codes = [...cycles, ...groups].map(({ municipalityCode }) => municipalityCode)
  const places = await prisma.municipality.findMany({
    where: { code: { in: codes } },
    select: { code: true, slug: true, nameSq: true, nameEn: true },
  })
  return places
    .map(({ code, slug, nameSq, nameEn }) => ({
      slug,
      name: language === 'sq' ? nameSq : nameEn,
      years: cycles
        .filter(({ municipalityCode }) => municipalityCode === code)
        .map(({ year, closedAt, proposals }) => ({
          year,
          isClosed: closedAt !== null,
          proposals: proposals.map(({ number }) => number),
        })),
    }))
    .sort(byName(language, ({ name }) => name))
}

type Asked = { slug: string; language: Language; now: Date }

/** The years of a municipality, and its queue of needs. Null where there is neither. */
export async function getPlaceBudgets({ slug, language, now }: Asked): Promise<PlaceBudgets | null> {
  const { prisma } = await getDatabase()
  const place = await findPlace(slug, language)
  if (!place) return null
  const { municipalityCode, municipality, units } = place
  const cycles = await prisma.budgetCycle.findMany({
    where: { municipalityCode },
    orderBy: { year: 'desc' },
    select: { year: true, phase: true, cancelledAt: true, unitWeights: true, weightsWhySq: true, weightsWhyEn: true },
  })
  const groups = await findPublicGroups({ municipalityCode, language, now })
  if (cycles.length === 0 && groups.length === 0) return null
  const [last] = cycles
  return {
    slug,
    municipality,
    years: cycles.map(({ year, phase, cancelledAt }) => ({ year, phase, isCancelled: cancelledAt !== null })),
    groups,
    weights: [...readWeights(last?.unitWeights)].map(([number, weight]) => ({
      unit: units.get(number) ?? String(number),
      weight,
    })),
    weightsWhy: (language === 'sq' ? last?.weightsWhySq : last?.weightsWhyEn) ?? null,
  }
}

/** The cycle of a year, as everybody may see it; ballots only after the close. */
export async function getBudget({ slug, year, language, now }: Asked & { year: number }): Promise<BudgetView | null> {
  const { prisma } = await getDatabase()
  const place = await findPlace(slug, language)
  const cycle =
    place &&
    (await prisma.budgetCycle.findUnique({
      where: { municipalityCode_year: { municipalityCode: place.municipalityCode, year } },
      select: cycleColumns,
    }))
  if (!cycle) return null
  const inWords = (sq: string | null, en: string | null) => (language === 'sq' ? sq : en) ?? ''
  const dates = cycle.dates as PhaseDates
  const state = {
    phase: cycle.phase,
    isFrozen: cycle.ruleHash !== null,
    isClosed: cycle.closedAt !== null,
    isCancelled: cycle.cancelledAt !== null,
    dates,
  }
  const rule = cycle.rule === null ? null : (JSON.parse(cycle.rule) as RuleFile)
  return {
    cycleId: cycle.id,
    slug,
    municipality: place.municipality,
    year,
    ...state,
    budget: String(cycle.budget),
    voteKind: cycle.voteKind,
    ageFrom: cycle.ageFrom,
    residence: inWords(cycle.residenceSq, cycle.residenceEn),
    promise: cycle.promiseAct && cycle.promisedOn ? { act: cycle.promiseAct, on: dayOf(cycle.promisedOn) } : null,
    isInvented: cycle.isInvented,
    rule: cycle.rule,
    ruleHash: cycle.ruleHash,
    cancelReason: inWords(cycle.cancelReasonSq, cycle.cancelReasonEn) || null,
    takesBallots: takesBallots(state, clockInTirana(now).date),
    proposals: cycle.proposals.map(({ milestones, cost, ...row }): ProposalView => ({
      number: row.number,
      title: inWords(row.titleSq, row.titleEn),
      about: inWords(row.aboutSq, row.aboutEn),
      easy: inWords(row.easySq, row.easyEn),
      cost: String(cost),
      costWhy: inWords(row.costWhySq, row.costWhyEn),
      office: row.office,
      unit: row.unitNumber === null ? null : (place.units.get(row.unitNumber) ?? null),
      forWhom: row.forWhom,
      help: row.group?.help ?? null,
      feasibility: row.feasibility,
      reason: inWords(row.reasonSq, row.reasonEn) || null,
      incompatible: row.incompatible,
      decision: row.decision && {
        kind: row.decision,
        on: row.decidedOn ? dayOf(row.decidedOn) : '',
        act: row.decisionAct ?? '',
        reason: inWords(row.decisionSq, row.decisionEn),
      },
      serviceSlug: row.serviceSlug,
      milestones: milestones.map(({ on, textSq, textEn, spent }) => ({
        on: dayOf(on),
        text: inWords(textSq, textEn),
        spent: String(spent),
      })),
    })),
    hearings: cycle.hearings.map(({ id, on, time, ...words }) => ({
      id,
      on: dayOf(on),
      time,
      place: inWords(words.placeSq, words.placeEn),
      access: inWords(words.accessSq, words.accessEn),
      notes: inWords(words.notesSq, words.notesEn) || null,
    })),
    result: rule && state.isClosed ? resultOf(rule, await ballotsOf(cycle.id)) : null,
    figures: cycle.figures as Figures | null,
  }
}

/** The group that a proposal of this cycle answers, as everybody may see it. */
export async function findGroupOf({
  slug,
  year,
  number,
  ...asked
}: Asked & { year: number; number: number }): Promise<PublicGroup | null> {
  const place = await findPlace(slug, asked.language)
  const groups = place ? await findPublicGroups({ municipalityCode: place.municipalityCode, ...asked }) : []
  return groups.find(({ proposal }) => proposal?.year === year && proposal.number === number) ?? null
}

async function findPlace(slug: string, language: Language) {
  const { prisma } = await getDatabase()
  const place = await prisma.municipality.findUnique({
    where: { slug },
    select: { code: true, nameSq: true, nameEn: true, units: { select: { number: true, name: true } } },
  })
  return (
    place && {
      municipalityCode: place.code,
      municipality: language === 'sq' ? place.nameSq : place.nameEn,
      units: new Map(place.units.map(({ number, name }) => [number, name])),
    }
  )
}

/** Whether a municipality has a page of its budget. */
export function hasBudget(slug: string): Promise<boolean> {
  return untilChange(`has budget ${slug}`, () => readHasBudget(slug))
}

async function readHasBudget(slug: string): Promise<boolean> {
  const { prisma } = await getDatabase()
  const place = await prisma.municipality.findUnique({ where: { slug }, select: { code: true } })
  if (!place) return false
  const municipalityCode = place.code
  const cycles = await prisma.budgetCycle.count({ where: { municipalityCode } })
  return cycles > 0 || (await prisma.needGroup.count({ where: { municipalityCode, ...shownGroups } })) > 0
}

/**
 * The open files of a vote, by name: its frozen rule, whose SHA-256 was published (`budget-korce-2027.json`); after the
 * close its ballots (`.pb`); after the decisions its figures (`budget-figures-korce-2027.csv`, `.json`). Null when there
 * is none of that name.
 */
export async function getBudgetFile(file: string): Promise<{ body: string; type: string } | null> {
  const [, figures, slug, year, ending] = /^budget-(figures-)?([a-z-]+)-(\d{4})\.(json|pb|csv)$/.exec(file) ?? []
  if (slug === undefined) return null
  const { prisma } = await getDatabase()
  const place = await prisma.municipality.findUnique({ where: { slug }, select: { code: true } })
  const cycle = await prisma.budgetCycle.findFirst({
    where: { municipalityCode: place?.code ?? '', year: Number(year), ruleHash: { not: null } },
    select: { id: true, rule: true, closedAt: true, figures: true },
  })
  if (!cycle?.rule) return null
  if (figures !== undefined) return ending === 'pb' ? null : figuresFile(cycle.figures as Figures | null, ending)
  if (ending === 'json') return { body: cycle.rule, type: json }
  if (ending !== 'pb' || cycle.closedAt === null) return null
  const body = recountFile(JSON.parse(cycle.rule) as RuleFile, await ballotsOf(cycle.id))
  return { body, type: 'text/plain; charset=utf-8' }
}

const json = 'application/json; charset=utf-8'

function figuresFile(figures: Figures | null, ending = '') {
  if (figures === null) return null
  const rows = figureRows(figures)
  if (ending === 'json') return { body: JSON.stringify(rows), type: json }
  const body = stringify(rows, { header: true, columns: [...figureFields], bom: true })
  return { body, type: 'text/csv; charset=utf-8' }
}

const proposalColumns = {
  number: true,
  titleSq: true,
  titleEn: true,
  aboutSq: true,
  aboutEn: true,
  easySq: true,
  easyEn: true,
  cost: true,
  costWhySq: true,
  costWhyEn: true,
  office: true,
  unitNumber: true,
  forWhom: true,
  group: { select: { help: true } },
  feasibility: true,
  reasonSq: true,
  reasonEn: true,
  incompatible: true,
  decision: true,
  decidedOn: true,
  decisionAct: true,
  decisionSq: true,
  decisionEn: true,
  serviceSlug: true,
  milestones: { orderBy: { on: 'asc' }, select: { on: true, textSq: true, textEn: true, spent: true } },
} as const satisfies Prisma.ProposalSelect

const cycleColumns = {
  id: true,
  phase: true,
  dates: true,
  budget: true,
  voteKind: true,
  ageFrom: true,
  promiseAct: true,
  promisedOn: true,
  residenceSq: true,
  residenceEn: true,
  isInvented: true,
  rule: true,
  ruleHash: true,
  cancelledAt: true,
  cancelReasonSq: true,
  cancelReasonEn: true,
  closedAt: true,
  figures: true,
  hearings: { orderBy: [{ on: 'asc' }, { time: 'asc' }] },
  proposals: { orderBy: { number: 'asc' }, select: proposalColumns },
} as const satisfies Prisma.BudgetCycleSelect

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

async function ballotsOf(cycleId: string): Promise<number[][]> {
  const { prisma } = await getDatabase()
  const rows = await prisma.ballot.findMany({
    where: { cycleId },
    orderBy: { position: 'asc' },
    select: { choices: true },
  })
  return rows.map(({ choices }) => choices)
}

/** What stands on a paper ballot of a cycle, in Albanian. */
export async function getBallotPaper({ cycleId }: { cycleId: string }): Promise<BallotPaper> {
  const { prisma } = await getDatabase()
  const cycle = await prisma.budgetCycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: {
      municipalityCode: true,
      year: true,
      voteKind: true,
      budget: true,
      ageFrom: true,
      promiseAct: true,
      promisedOn: true,
      residenceSq: true,
      isInvented: true,
      proposals: {
        where: { feasibility: 'feasible' },
        orderBy: { number: 'asc' },
        select: {
          number: true,
          titleSq: true,
          easySq: true,
          cost: true,
          forWhom: true,
          group: { select: { help: true } },
        },
      },
    },
  })
  const { municipalityCode, promiseAct, promisedOn, residenceSq, proposals, budget, ...rest } = cycle
  const place = await prisma.municipality.findUniqueOrThrow({
    where: { code: municipalityCode },
    select: { slug: true, nameSq: true },
  })
  return {
    ...rest,
    slug: place.slug,
    municipality: place.nameSq,
    budget: String(budget),
    promise: promiseAct && promisedOn ? { act: promiseAct, on: dayOf(promisedOn) } : null,
    residence: residenceSq,
    proposals: proposals.map(({ number, titleSq, easySq, cost, forWhom, group }) => ({
      number,
      title: titleSq,
      easy: easySq,
      cost: String(cost),
      forWhom,
      help: group?.help ?? null,
    })),
  }
}
