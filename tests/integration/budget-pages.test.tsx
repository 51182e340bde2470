import { randomBytes, randomUUID } from 'node:crypto'
import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BallotSheets } from '../../app/features/budget/components/ballot-sheets'
import { BudgetDoor } from '../../app/features/budget/components/budget-door'
import { BudgetList } from '../../app/features/budget/components/budget-list'
import { PlaceBudgetsPage } from '../../app/features/budget/components/place-budgets'
import { ProposalPage } from '../../app/features/budget/components/proposal-page'
import { ResultsPage } from '../../app/features/budget/components/results-page'
import { DeskYears } from '../../app/features/budget/components/desk-years'
import { BudgetPage } from '../../app/features/budget/components/budget-page'
import { DeskBudgetPage } from '../../app/features/budget/components/desk-budget'
import { DeskGroupsPage } from '../../app/features/budget/components/desk-groups'
import { VotePage } from '../../app/features/budget/components/vote-page'
import { deskForms, formsNow, type DeskDo } from '../../app/features/budget/desk-forms'
import {
  findDeskLists,
  findDeskYears,
  findGroups,
  findLooseNeeds,
  getDeskBudget,
} from '../../app/features/budget/desk.server'
import { digestOf, draftRule } from '../../app/features/budget/freeze.server'
import {
  findBudgets,
  findGroupOf,
  getBallotPaper,
  getBudget,
  getBudgetFile,
  getPlaceBudgets,
  hasBudget,
} from '../../app/features/budget/queries.server'
import { languageOf, registers, type Register } from '../../app/i18n/registers'
import { textsIn, translator } from '../../app/i18n/texts.server'
import type { Viewer } from '../../app/lib/staff'
import { addStaff, openHome, places } from '../support/voice'

const slow = 120_000
const now = new Date('2026-09-10T09:00:00Z')
const phases = ['collect', 'group', 'feasibility', 'vote', 'hearings', 'council', 'delivery']
const dates = Object.fromEntries(phases.map((phase, index) => [phase, `2026-0${index + 3}-01`]))

let home: Awaited<ReturnType<typeof openHome>>
let viewer: Viewer

function render<P extends object>(register: Register, Page: ComponentType<P>, props: P): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={textsIn(register)}>
      <Page {...props} />
    </I18nextProvider>,
  )
}

beforeAll(async () => {
  home = await openHome('embedded')
  const { prisma } = home.database
  viewer = await addStaff(prisma, 'budget_officer', places.korce)
  const words = { aboutSq: 'a', aboutEn: 'b', easySq: 'c', easyEn: 'd', costWhySq: 'e', costWhyEn: 'f', office: 'g' }
  const { id } = await prisma.budgetCycle.create({
    data: {
      municipalityCode: places.korce,
      year: 2027,
      phase: 'vote',
      dates,
      budget: 1000n,
      ageFrom: 16,
      minSupport: 2,
      seed: 'i shpikur',
      residenceSq: 'r',
      residenceEn: 's',
      promiseAct: 'Akti i shpikur',
      promisedOn: new Date('2026-01-02'),
      proposals: {
        create: [1, 2, 3].map((number) => ({
          number,
          titleSq: `Propozimi ${number}`,
          titleEn: `Proposal ${number}`,
          cost: 600n,
          feasibility: 'feasible' as const,
          ...words,
        })),
      },
    },
  })
  const rule = (await prisma.$transaction((transaction) => draftRule(transaction, id))) ?? ''
  await prisma.budgetCycle.update({ where: { id }, data: { rule, ruleHash: digestOf(rule) } })
}, slow)
afterAll(() => home?.close(), slow)

const seePlace = async (register: Register) => {
  const place = await getPlaceBudgets({ slug: 'korce', language: languageOf(register), now })
  if (!place) throw new Error('There is no place.')
  return place
}
const see = async (register: Register) => {
  const budget = await getBudget({ slug: 'korce', year: 2027, language: languageOf(register), now })
  if (!budget) throw new Error('There is no budget.')
  return budget
}

describe.each(registers)('%s', (register) => {
  test('the list, the page and every step of a ballot are written', async () => {
    const budgets = await findBudgets({ language: languageOf(register) })
    expect(render(register, BudgetList, { budgets })).toContain(`/${register}/budget/korce`)
    const budget = await see(register)
    const page = render(register, BudgetPage, budget)
    expect(page).toContain(budget.ruleHash)
    expect(page).toContain('aria-current="step"')
    // The last day of its vote is over.
    expect(page).not.toContain('/vote')
    expect(page).not.toContain('/results')
    expect(render(register, PlaceBudgetsPage, await seePlace(register))).toContain(`/${register}/budget/korce/2027"`)
    const [proposal] = budget.proposals
    if (!proposal) throw new Error('There is no proposal.')
    const html = render(register, ProposalPage, { budget, proposal, group: null, result: null })
    expect(html).toContain(`1. ${proposal.title}`)
    for (const step of ['code', 'choose', 'review', 'receipt', 'closed'] as const) {
      const html = render(register, VotePage, { step, error: null, choices: [2], isChanged: true, budget })
      expect(html).toContain('<h1>')
      if (step === 'receipt') expect(html).not.toContain(budget.proposals[1]?.title)
      if (step === 'review') expect(html).toContain('value="2"')
    }
  })
})

describe.each(['sq', 'en'] as const)('the desk, %s', (language) => {
  const asked = { year: 2027, language, now }

  test.each(Object.keys(deskForms) as DeskDo[])('shows the form of %s', async (form) => {
    const cycle = await getDeskBudget({ viewer, ...asked })
    if (!cycle) throw new Error('There is no cycle.')
    expect(cycle).toMatchObject({ isFrozen: true, missing: ['not-closed'] })
    const lists = await findDeskLists({ viewer, cycle, language, now })
    const html = render(language, DeskBudgetPage, { cycle, form, lists, typed: {}, errors: {}, done: form })
    expect(html).toContain('<h1>')
    // What the phase does not allow has no form, and a year that has begun keeps its number.
    expect(html.includes(`value="${form}"`)).toBe(formsNow(cycle).includes(form))
    if (form === 'plan') expect(html).toContain('name="year" value="2027"')
  })

  test('shows the years, groups and paper ballots', async () => {
    const lists = await findDeskLists({ viewer, cycle: null, language, now })
    const years = await findDeskYears({ viewer })
    expect(render(language, DeskYears, { years, lists, typed: {}, errors: {} })).toContain('/desk/budget/2027')
    const groups = await findGroups({ viewer, language, now })
    const needs = await findLooseNeeds({ viewer })
    const view = { needs, groups, typed: {}, ticked: [], errors: { id: 'needs' } }
    expect(render(language, DeskGroupsPage, view)).toContain('<h1>')
    const codes = ['1234567890123']
    const { cycleId } = await see('sq')
    const paper = await getBallotPaper({ cycleId })
    const html = render(language, BallotSheets, { codes, paper, origin: 'https://prane.example' })
    expect(html).toContain('123\u00a0456')
    // Who decides and who may vote stand on the paper, in Albanian whatever the language of the desk.
    expect(html).toContain('Akti i shpikur')
    expect(html).toContain('të paktën 16 vjeç')
    expect(html).toContain('https://prane.example/sq/budget/korce/2027/vote')
  })

  test('shows nothing of it to the office of another place', async () => {
    const other = await addStaff(home.database.prisma, 'budget_officer', places.tirane)
    expect(await getDeskBudget({ viewer: other, ...asked })).toBeNull()
    expect(await getDeskBudget({ viewer: { ...viewer, role: 'officer' }, ...asked })).toBeNull()
  })
})

describe('needs that were put together', () => {
  const group = async (title: string, messages: number, releasedAt: Date | null, municipalityCode: string) => {
    const { prisma } = home.database
    const texts = { titleSq: title, titleEn: `${title} en`, easySq: `${title} e lehtë`, easyEn: `${title} easy` }
    const { id } = await prisma.needGroup.create({
      data: { municipalityCode, help: 'transport', unitNumber: 3, ...texts, madeAt: now, releasedAt },
    })
    for (let number = 0; number < messages; number++) {
      await prisma.submission.create({
        data: {
          codeHash: new Uint8Array(randomBytes(32)),
          kind: 'need',
          help: 'transport',
          without: 'hard',
          municipalityCode,
          register: 'sq',
          receivedAt: new Date('2026-05-20T09:00:00Z'),
          id: randomUUID(),
          inGroup: { create: { groupId: id } },
        },
      })
    }
    return id
  }

  test(
    'stand on the page in their order, when they were released; few are not counted out',
    { timeout: slow },
    async () => {
      const many = await group('Rruga', 12, now, places.korce)
      const { prisma } = home.database
      const taken = await prisma.needGroupMember.findFirstOrThrow({ where: { groupId: many } })
      await prisma.submission.update({ where: { id: taken.submissionId }, data: { status: 'withdrawn' } })
      await group('Shkalla', 3, now, places.korce)
      await group('Fshehur', 12, null, places.korce)
      await group('Tjetërkund', 12, now, places.tirane)
      await group('Bosh', 0, now, places.korce)
      await prisma.proposal.updateMany({ where: { number: 2 }, data: { groupId: many } })
      const { groups } = await seePlace('sq')
      expect(
        groups.map(({ title, unit, since, reason, proposal }) => ({ title, unit, since, proposal, ...reason })),
      ).toEqual([
        {
          ...{ title: 'Rruga', unit: 'Njësia 3', since: '2026-05-01', proposal: { year: 2027, number: 2 } },
          ...{ messages: 11, urgency: 'hard', months: 3, costPerMessage: 54, weight: 1 },
        },
        {
          ...{ title: 'Shkalla', unit: 'Njësia 3', since: '2026-05-01', proposal: null },
          ...{ messages: null, urgency: null, months: 3, costPerMessage: null, weight: 1 },
        },
      ])
      for (const register of registers) {
        const html = render(register, PlaceBudgetsPage, await seePlace(register))
        const t = translator(register)
        expect(html).toContain(t('budget:queue.few'))
        expect(html).toContain(t('budget:queue.messages', { count: 11 }))
        expect(html).toContain(`href="/${register}/budget/korce/2027/proposals/2"`)
        expect(html).not.toMatch(/Fshehur|Tjetërkund|Bosh/)
        // And from the proposal back to its needs.
        const budget = await see(register)
        const language = languageOf(register)
        const group = await findGroupOf({ slug: 'korce', year: 2027, number: 2, language, now })
        const proposal = budget.proposals.find(({ number }) => number === 2)
        if (!group || !proposal) throw new Error('The proposal has lost its group.')
        const page = render(register, ProposalPage, { budget, proposal, group, result: null })
        expect(page).toContain(`/${register}/budget/korce#g-${group.id}`)
        expect(page).toContain(t('budget:queue.messages', { count: 11 }))
      }
    },
  )
})

describe('the way there and the files', () => {
  test('a municipality leads to its budget, one without leads nowhere', async () => {
    const door = (slug: string, isThere: boolean) => render('sq', BudgetDoor, { slug, municipality: slug, isThere })
    expect(door('korce', await hasBudget('korce'))).toContain('href="/sq/budget/korce"')
    expect(door('berat', await hasBudget('berat'))).toBe('')
    expect(await hasBudget('atlantida')).toBe(false)
    // A queue of needs is a page too.
    expect(await hasBudget('tirane')).toBe(true)
  })

  test('the rule is the very text whose digest is public; ballots are nowhere before the close', async () => {
    const { ruleHash } = await see('sq')
    expect(digestOf((await getBudgetFile('budget-korce-2027.json'))?.body ?? '')).toBe(ruleHash)
    for (const file of [
      'budget-korce-2027.pb',
      'budget-korce-2026.json',
      'budget-tirane-2027.json',
      'budget-korce-2027.csv',
      'budget-figures-korce-2027.csv',
      'budget-figures-korce-2027.pb',
      'budget-korce-2027',
      'budget-atlantida-2027.json',
    ])
      expect(await getBudgetFile(file), file).toBeNull()
  })
})

describe('after the close', () => {
  test.each(registers)(
    'the result stands in words, in a table, and with a reason for each loser, %s',
    async (register) => {
      const { prisma } = home.database
      const { cycleId } = await see(register)
      if ((await prisma.ballot.count()) === 0) {
        const choices = [[1], [1], [1, 2], [2], [3]]
        await prisma.ballot.createMany({
          data: choices.map((chosen, position) => ({ cycleId, position, choices: chosen, channel: 'online' as const })),
        })
        await prisma.budgetCycle.update({ where: { id: cycleId }, data: { closedAt: now, phase: 'hearings' } })
      }
      const budget = await see(register)
      expect(budget.result?.proposals.map(({ won, whynot }) => whynot?.kind ?? won)).toEqual([true, 'share', 'support'])
      if (!budget.result) throw new Error('There is no result.')
      const html = render(register, ResultsPage, { budget, result: budget.result })
      // Easy texts have lists.
      expect(html.includes('<table')).toBe(!register.endsWith('-simple'))
      expect(render(register, BudgetPage, budget)).toContain('/results')
      expect(html).not.toContain('/vote"')
      const t = translator(register)
      expect(html).toContain(t('budget:empty', { count: budget.result?.votersWithNoProject }))
      expect(html).toContain(t('budget:byBallots.same'))
      // Who decides, who may vote, and what the secret of the vote is worth.
      expect(html).toContain(t('budget:decides'))
      expect(html).toContain(t('budget:voters', { age: 16 }))
      expect(html).toContain(t('budget:vote.honest'))
      expect(html).toContain('href="/data/budget-korce-2027.pb"')
      // Commands are no easy text.
      expect(html.includes('npm run')).toBe(!register.endsWith('-simple'))
      expect((await getBudgetFile('budget-korce-2027.pb'))?.body).toContain('\nVOTES\nvoter_id;vote\n1;1\n')
    },
  )
})
