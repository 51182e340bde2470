import { randomInt, randomUUID } from 'node:crypto'
import type { PrismaClient } from '../../generated/prisma/client'
import { castBallot } from '../../app/features/budget/cast.server'
import { closeVote } from '../../app/features/budget/close.server'
import { openNextPhase, planCycle } from '../../app/features/budget/cycle.server'
import { decideProposal } from '../../app/features/budget/decide.server'
import { addMilestone } from '../../app/features/budget/deliver.server'
import { digestOf, draftRule, freezeRule } from '../../app/features/budget/freeze.server'
import { changeGroup, groupNeeds } from '../../app/features/budget/group.server'
import { writeHearing } from '../../app/features/budget/hear.server'
import { issueBallotCodes } from '../../app/features/budget/issue-codes.server'
import { writeProposal } from '../../app/features/budget/propose.server'
import { phases, type PhaseDates } from '../../app/features/budget/rules'
import { drawCode } from '../../app/features/voice/code'
import { clockInTirana } from '../../app/lib/days'
import type { Viewer } from '../../app/lib/staff'
import { codeHash, sealText } from '../../app/server/keys.server'

const day = 24 * 60 * 60_000

type Help = 'transport' | 'day_place' | 'home_help' | 'entrance' | 'device' | 'interpreter'
type Idea = {
  help: Help
  cost: bigint
  forWhom: string
  words: Record<'titleSq' | 'titleEn' | 'easySq' | 'easyEn', string>
}

/** Of the cycle that has come to its delivery; invented, as every text and amount here. */
const firstIdeas: Idea[] = [
  {
    help: 'transport',
    cost: 2_400_000n,
    forWhom: 'adult_disability',
    words: {
      titleSq: 'Furgon me platformë, dy ditë në javë',
      titleEn: 'A van with a lift, two days a week',
      easySq: 'Një furgon ju merr në shtëpi.',
      easyEn: 'A van takes you from home.',
    },
  },
  {
    help: 'day_place',
    cost: 4_800_000n,
    forWhom: 'child_disability',
    words: {
      titleSq: 'Dhomë dite për fëmijë me aftësi të kufizuara',
      titleEn: 'A day room for children with disabilities',
      easySq: 'Fëmijët luajnë dhe mësojnë aty.',
      easyEn: 'Children play and learn there.',
    },
  },
  {
    help: 'interpreter',
    cost: 900_000n,
    forWhom: 'adult_disability',
    words: {
      titleSq: 'Përkthyes i gjuhës së shenjave në bashki, një ditë në javë',
      titleEn: 'A sign-language interpreter at the municipality, one day a week',
      easySq: 'Dikush ju përkthen në gjuhën e shenjave.',
      easyEn: 'Somebody interprets for you in sign language.',
    },
  },
]

/** Of the cycle in which people vote now. */
const nextIdeas: Idea[] = [
  {
    help: 'home_help',
    cost: 3_600_000n,
    forWhom: 'elderly',
    words: {
      titleSq: 'Ndihmë në shtëpi për të moshuar që jetojnë vetëm',
      titleEn: 'Help at home for older people who live alone',
      easySq: 'Dikush vjen dhe ju ndihmon në shtëpi.',
      easyEn: 'Somebody comes and helps you at home.',
    },
  },
  {
    help: 'entrance',
    cost: 1_200_000n,
    forWhom: 'family',
    words: {
      titleSq: 'Rampa në katër zyra të njësive administrative',
      titleEn: 'Ramps at four offices of administrative units',
      easySq: 'Ju hyni në zyrë pa shkallë.',
      easyEn: 'You get into the office without steps.',
    },
  },
  {
    help: 'device',
    cost: 2_000_000n,
    forWhom: 'adult_disability',
    words: {
      titleSq: 'Karroca dhe mjete ndihmëse me huazim',
      titleEn: 'Wheelchairs and aids on loan',
      easySq: 'Ju merrni një karrocë kur ju duhet.',
      easyEn: 'You get a wheelchair when you need it.',
    },
  },
  {
    help: 'transport',
    cost: 2_900_000n,
    forWhom: 'child_disability',
    words: {
      titleSq: 'Autobus i vogël që i çon fëmijët në terapi',
      titleEn: 'A small bus that takes children to therapy',
      easySq: 'Një autobus i çon fëmijët në terapi.',
      easyEn: 'A bus takes children to therapy.',
    },
  },
]
const invented = { sq: 'Tekst i shpikur, për provë.', en: 'Invented text, for trial.' }

type Office = { prisma: PrismaClient; budget: Viewer; head: Viewer; now: Date }

/**
 * Two invented cycles: one that has come to its delivery, and one in which people vote now. Everything is done by the
 * same use cases as at the desk.
 */
export async function seedDemoBudget(office: Office): Promise<void> {
  if ((await office.prisma.budgetCycle.count()) > 0) return
  const year = Number(clockInTirana(office.now).date.slice(0, 4))
  await deliveredCycle(office, year)
  await openCycle(office, year + 1)
}

/** Days before now on which the phases begin; what lies ahead is negative. */
type Starts = Record<(typeof phases)[number], number>

async function beginCycle({ prisma, budget, now }: Office, year: number, starts: Starts) {
  const at = (phase: keyof Starts) => new Date(now.getTime() - starts[phase] * day)
  const dates = Object.fromEntries(phases.map((phase) => [phase, clockInTirana(at(phase)).date])) as PhaseDates
  const { sq, en } = invented
  const plan = {
    ...{ year, dates, budget: 7_500_000n, voteKind: 'approval' as const, ageFrom: 16, minSupport: 5 },
    ...{ seed: `provë ${year}`, promiseAct: null, promisedOn: null, residenceSq: sq, residenceEn: en },
    ...{ unitWeights: {}, weightsWhySq: null, weightsWhyEn: null },
  }
  must(await planCycle({ plan, viewer: budget, now: at('collect') }))
  const { municipalityCode } = budget
  const key = { municipalityCode: municipalityCode ?? '', year }
  const { id: cycleId } = await prisma.budgetCycle.update({
    where: { municipalityCode_year: key },
    data: { isInvented: true },
    select: { id: true },
  })
  const options = (phase: keyof Starts) => ({ cycleId, viewer: budget, now: at(phase) })
  return { cycleId, at, options, next: async (phase: keyof Starts) => must(await openNextPhase(options(phase))) }
}

type Cycle = Awaited<ReturnType<typeof beginCycle>>

/** From needs to a vote: groups that everybody sees, proposals, two signatures, codes. */
async function prepareVote(
  { prisma, budget, head }: Office,
  cycle: Cycle,
  { ideas, needs, codes }: { ideas: Idea[]; needs: Map<Help, string[]>; codes: number },
) {
  const options = cycle.options('group')
  await cycle.next('group')
  for (const { help, cost, forWhom, words } of ideas) {
    const submissionIds = needs.get(help) ?? []
    if (submissionIds.length === 0) continue
    const made = must(await groupNeeds({ submissionIds, texts: words, viewer: budget, now: options.now }))
    const { groupId } = made
    must(await changeGroup({ groupId, change: { do: 'release' }, viewer: budget, now: options.now }))
    const { sq, en } = invented
    const proposal = {
      ...words,
      ...{ aboutSq: `${words.titleSq}. ${sq}`, aboutEn: `${words.titleEn}. ${en}`, costWhySq: sq, costWhyEn: en },
      ...{ cost, office: 'Zyrë e shpikur', feasibility: 'feasible' as const, reasonSq: null, reasonEn: null },
      ...{ incompatible: [], groupId, unitNumber: null, forWhom },
    }
    must(await writeProposal({ ...options, number: null, words: proposal }))
  }
  await cycle.next('feasibility')
  const seen = digestOf((await prisma.$transaction((transaction) => draftRule(transaction, cycle.cycleId))) ?? '')
  must(await freezeRule({ ...cycle.options('feasibility'), seen }))
  must(await freezeRule({ ...cycle.options('feasibility'), viewer: head, seen }))
  const issued = must(await issueBallotCodes({ ...cycle.options('feasibility'), count: codes }))
  await cycle.next('vote')
  return issued.codes
}

async function deliveredCycle(office: Office, year: number): Promise<void> {
  const starts = { collect: 400, group: 330, feasibility: 310, vote: 290, hearings: 270, council: 240, delivery: 220 }
  const cycle = await beginCycle(office, year, starts)
  const needs = await inventNeeds(office, cycle.at('collect'))
  const codes = await prepareVote(office, cycle, { ideas: firstIdeas, needs, codes: 40 })
  for (const [index, code] of codes.entries()) {
    const choices = [1, 2, 3].filter((number) => (index * 5 + number * 3) % 7 < 3)
    if (choices.length > 0) must(await castBallot({ cycleId: cycle.cycleId, code, choices, now: cycle.at('vote') }))
  }
  must(await closeVote(cycle.options('hearings')))
  await cycle.next('hearings')
  const { sq, en } = invented
  const words = { placeSq: sq, placeEn: en, accessSq: sq, accessEn: en, notesSq: sq, notesEn: en }
  const on = clockInTirana(cycle.at('hearings')).date
  must(await writeHearing({ ...cycle.options('hearings'), hearingId: null, words: { on, time: '17:00', ...words } }))
  await cycle.next('council')
  for (const [index] of firstIdeas.entries()) {
    const kind = index === 1 ? ('refused' as const) : ('accepted' as const)
    const decision = {
      kind,
      on: clockInTirana(cycle.at('council')).date,
      act: 'Akt i shpikur',
      reasonSq: sq,
      reasonEn: en,
    }
    must(await decideProposal({ ...cycle.options('council'), number: index + 1, decision }))
  }
  await cycle.next('delivery')
  const step = {
    on: clockInTirana(cycle.at('delivery')).date,
    textSq: sq,
    textEn: en,
    spent: 600_000n,
    serviceSlug: null,
  }
  must(await addMilestone({ ...cycle.options('delivery'), number: 1, step }))
}

async function openCycle(office: Office, year: number): Promise<void> {
  const { prisma, budget, now } = office
  const starts = { collect: 120, group: 25, feasibility: 15, vote: 5, hearings: -20, council: -50, delivery: -80 }
  const cycle = await beginCycle(office, year, starts)
  const loose = await prisma.submission.findMany({
    where: {
      municipalityCode: budget.municipalityCode ?? '',
      kind: 'need',
      inGroup: null,
      status: { not: 'withdrawn' },
    },
    orderBy: { receivedAt: 'asc' },
    select: { id: true, help: true },
  })
  const needs = new Map(nextIdeas.map(({ help }) => [help, loose.filter((of) => of.help === help).map(({ id }) => id)]))
  const codes = await prepareVote(office, cycle, { ideas: nextIdeas, needs, codes: 20 })
  for (const code of codes.slice(0, 8)) must(await castBallot({ cycleId: cycle.cycleId, code, choices: [1, 4], now }))
}

/** Needs of more than a year ago, each answered: what the first cycle begins with. */
async function inventNeeds({ prisma, budget }: Office, from: Date): Promise<Map<Help, string[]>> {
  const needs = new Map<Help, string[]>()
  for (const [place, { help, forWhom }] of firstIdeas.entries()) {
    const ids = Array.from({ length: [16, 14, 11][place] ?? 0 }, () => randomUUID())
    needs.set(help, ids)
    for (const [index, id] of ids.entries()) {
      const receivedAt = new Date(from.getTime() + (index * 3 + place) * day)
      const at = new Date(receivedAt.getTime() + (2 + (index % 7)) * day)
      const about = index % 3 === 0 ? {} : { aboutYou: { sex: index % 2 === 0 ? 'woman' : 'man' } }
      await prisma.submission.create({
        data: {
          ...{ id, codeHash: codeHash(drawCode(() => randomInt(10))), kind: 'need', help, forWhom, register: 'sq' },
          ...{ municipalityCode: budget.municipalityCode ?? '', without: 'hard', status: 'closed', closedAt: at },
          ...{ receivedAt, firstAnswerAt: at, firstAnswerDays: 2 + (index % 5), firstInTime: true },
          isAssisted: index % 4 === 0,
          sealed: sealText(JSON.stringify({ words: 'Mesazh i shpikur: kjo na duhet.', ...about }), id),
          events: {
            create: [
              { kind: 'sent', at: receivedAt },
              {
                kind: 'closed',
                at,
                staffId: budget.staffId,
                detail: 'not_possible_now',
                sealed: sealText(invented.sq, id),
              },
            ],
          },
        },
        select: { id: true },
      })
    }
  }
  return needs
}

/** The invented office never does what may not be done; if it does, the rules have changed and this file has not. */
function must<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(`The invented budget was refused: ${JSON.stringify(result)}`)
  return result as Extract<T, { ok: true }>
}
