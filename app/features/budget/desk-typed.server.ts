import type { Viewer } from '~/lib/staff'
import { getDatabase } from '~/server/db.server'
import type { DeskDo } from './desk-forms'
import type { DeskBudget } from './desk-view'
import { readWeights } from './queue'
import type { PhaseDates } from './rules'

/** What a form begins with: what it would write anew. `about` is the number of a proposal or the id of a hearing. */
export async function findTyped({
  cycle,
  form,
  about,
}: {
  cycle: DeskBudget | null
  form: DeskDo
  about: string
}): Promise<Record<string, string>> {
  if (cycle === null) return {}
  const { prisma } = await getDatabase()
  const { cycleId } = cycle
  if (form === 'plan') {
    const { dates, unitWeights, ...plan } = await prisma.budgetCycle.findUniqueOrThrow({
      where: { id: cycleId },
      select: planColumns,
    })
    const days = Object.entries(dates as PhaseDates).map(([phase, day]) => [`date-${phase}`, day])
    const weights = [...readWeights(unitWeights)].map(([unit, weight]) => [`weight-${unit}`, String(weight)])
    return { ...asTyped(plan), ...(Object.fromEntries([...days, ...weights]) as Record<string, string>) }
  }
  const proposal = { cycleId, number: /^\d{1,5}$/.test(about) ? Number(about) : -1 }
  if (form === 'proposal') {
    const row = await prisma.proposal.findFirst({ where: proposal, select: proposalColumns })
    return row ? { ...asTyped(row), incompatible: row.incompatible.join(', ') } : {}
  }
  if (form === 'decide') {
    const row = await prisma.proposal.findFirst({
      where: { ...proposal, decision: { not: null } },
      select: decisionColumns,
    })
    if (!row) return { number: about }
    const { number, decision, decidedOn, decisionAct, decisionSq, decisionEn } = row
    const typed = {
      number,
      kind: decision,
      on: decidedOn,
      act: decisionAct,
      reasonSq: decisionSq,
      reasonEn: decisionEn,
    }
    return asTyped(typed)
  }
  if (form === 'hearing') {
    const hearing = cycle.hearings.find(({ id }) => id === about)
    const row = hearing && (await prisma.hearing.findUnique({ where: { id: hearing.id }, select: hearingColumns }))
    return row ? { ...asTyped(row), hearingId: about } : {}
  }
  return { number: about }
}

const planColumns = {
  year: true,
  budget: true,
  voteKind: true,
  ageFrom: true,
  minSupport: true,
  seed: true,
  promiseAct: true,
  promisedOn: true,
  residenceSq: true,
  residenceEn: true,
  dates: true,
  unitWeights: true,
  weightsWhySq: true,
  weightsWhyEn: true,
} as const
const proposalColumns = {
  number: true,
  groupId: true,
  titleSq: true,
  titleEn: true,
  aboutSq: true,
  aboutEn: true,
  easySq: true,
  easyEn: true,
  unitNumber: true,
  forWhom: true,
  cost: true,
  costWhySq: true,
  costWhyEn: true,
  office: true,
  feasibility: true,
  reasonSq: true,
  reasonEn: true,
  incompatible: true,
} as const
const hearingColumns = {
  on: true,
  time: true,
  placeSq: true,
  placeEn: true,
  accessSq: true,
  accessEn: true,
  notesSq: true,
  notesEn: true,
} as const
const decisionColumns = {
  number: true,
  decision: true,
  decidedOn: true,
  decisionAct: true,
  decisionSq: true,
  decisionEn: true,
} as const

/** A row of a table as the fields of a form hold it. */
function asTyped(row: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? dayOf(value) : String(value ?? '')]),
  )
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/**
 * What the form of a new service begins with when it comes from a proposal that the council accepted: its name, and who
 * is responsible. Empty for anything else.
 *
 * @param asked year and number, such as 2027-3
 */
export async function findServiceFields({
  viewer,
  asked,
}: {
  viewer: Viewer
  asked: string | null
}): Promise<Record<string, string>> {
  const [, year, number] = /^(\d{4})-(\d{1,5})$/.exec(asked ?? '') ?? []
  if (year === undefined || viewer.municipalityCode === null) return {}
  const { prisma } = await getDatabase()
  const row = await prisma.proposal.findFirst({
    where: {
      number: Number(number),
      decision: { in: ['accepted', 'changed'] },
      cycle: { municipalityCode: viewer.municipalityCode, year: Number(year) },
    },
    select: { titleSq: true, titleEn: true, office: true },
  })
  return row ? { nameSq: row.titleSq, nameEn: row.titleEn, providerSq: row.office } : {}
}
