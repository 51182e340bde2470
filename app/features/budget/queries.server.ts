import type { Language } from '~/i18n/registers'
import { clockInTirana } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { findPublicGroups } from './public-groups.server'
import { recountFile, resultOf } from './result'
import type { RuleFile } from './rule-file'
import { takesBallots, type PhaseDates } from './rules'
import type { BudgetView, ProposalView } from './view'

/** Municipalities that have a cycle, with its year. */
export async function findBudgets({ language }: { language: Language }) {
  const { prisma } = await getDatabase()
  const cycles = await prisma.budgetCycle.findMany({
    orderBy: { year: 'desc' },
    select: { municipalityCode: true, year: true, phase: true },
  })
  const places = await prisma.municipality.findMany({
    where: { code: { in: cycles.map(({ municipalityCode }) => municipalityCode) } },
    select: { code: true, slug: true, nameSq: true, nameEn: true },
  })
  return places.flatMap(({ code, slug, nameSq, nameEn }) => {
    const cycle = cycles.find(({ municipalityCode }) => municipalityCode === code)
    return cycle ? [{ slug, name: language === 'sq' ? nameSq : nameEn, year: cycle.year, phase: cycle.phase }] : []
  })
}

/** The latest cycle of a municipality, as everybody may see it; ballots only after the close. */
export async function getBudget({
  slug,
  language,
  now,
}: {
  slug: string
  language: Language
  now: Date
}): Promise<BudgetView | null> {
  const { prisma } = await getDatabase()
  const place = await prisma.municipality.findUnique({
    where: { slug },
    select: { code: true, nameSq: true, nameEn: true },
  })
  if (!place) return null
  const cycle = await prisma.budgetCycle.findFirst({
    where: { municipalityCode: place.code },
    orderBy: { year: 'desc' },
    select: {
      id: true,
      year: true,
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
      proposals: { orderBy: { number: 'asc' }, select: proposalColumns },
    },
  })
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
    municipality: inWords(place.nameSq, place.nameEn),
    year: cycle.year,
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
    groups: await findPublicGroups({ municipalityCode: place.code, cycleId: cycle.id, language, now }),
    result: rule && state.isClosed ? resultOf(rule, await ballotsOf(cycle.id)) : null,
  }
}

/** The year of a municipality's latest cycle; null where there is none. */
export async function findBudgetYear(slug: string): Promise<number | null> {
  const { prisma } = await getDatabase()
  const place = await prisma.municipality.findUnique({ where: { slug }, select: { code: true } })
  const cycle = await prisma.budgetCycle.findFirst({
    where: { municipalityCode: place?.code ?? '' },
    orderBy: { year: 'desc' },
    select: { year: true },
  })
  return cycle?.year ?? null
}

/**
 * The open files of a vote, by name: its frozen rule, whose SHA-256 was published (`budget-korce-2027.json`), and after
 * the close its ballots (`.pb`). Null when there is none of that name.
 */
export async function getBudgetFile(file: string): Promise<{ body: string; type: string } | null> {
  const [, slug, year, ending] = /^budget-([a-z-]+)-(\d{4})\.(json|pb)$/.exec(file) ?? []
  if (slug === undefined) return null
  const { prisma } = await getDatabase()
  const place = await prisma.municipality.findUnique({ where: { slug }, select: { code: true } })
  const cycle = await prisma.budgetCycle.findFirst({
    where: { municipalityCode: place?.code ?? '', year: Number(year), ruleHash: { not: null } },
    select: { id: true, rule: true, closedAt: true },
  })
  if (!cycle?.rule) return null
  if (ending === 'json') return { body: cycle.rule, type: 'application/json; charset=utf-8' }
  if (cycle.closedAt === null) return null
  const body = recountFile(JSON.parse(cycle.rule) as RuleFile, await ballotsOf(cycle.id))
  return { body, type: 'text/plain; charset=utf-8' }
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
} as const

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

/** What can be chosen, by number: for the paper ballots. */
export async function findChoosable({ cycleId, language }: { cycleId: string; language: Language }) {
  const { prisma } = await getDatabase()
  const rows = await prisma.proposal.findMany({
    where: { cycleId, feasibility: 'feasible' },
    orderBy: { number: 'asc' },
    select: { number: true, titleSq: true, titleEn: true },
  })
  return rows.map(({ number, titleSq, titleEn }) => ({ number, title: language === 'sq' ? titleSq : titleEn }))
}
