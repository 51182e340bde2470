import { randomBytes, randomUUID } from 'node:crypto'
import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BallotSheets } from '../../app/features/budget/components/ballot-sheets'
import { BudgetDoor } from '../../app/features/budget/components/budget-door'
import { BudgetList } from '../../app/features/budget/components/budget-list'
import { BudgetPage } from '../../app/features/budget/components/budget-page'
import { DeskBudgetPage } from '../../app/features/budget/components/desk-budget'
import { DeskGroupsPage } from '../../app/features/budget/components/desk-groups'
import { VotePage } from '../../app/features/budget/components/vote-page'
import { deskForms, type DeskDo } from '../../app/features/budget/desk-forms'
import { findGroups, findLooseNeeds, getDeskBudget } from '../../app/features/budget/desk.server'
import { digestOf, draftRule } from '../../app/features/budget/freeze.server'
import { findBudgets, findBudgetYear, getBudget, getBudgetFile } from '../../app/features/budget/queries.server'
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

const see = async (register: Register) => {
  const budget = await getBudget({ slug: 'korce', language: languageOf(register), now })
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
    expect(page).not.toContain('<table')
    for (const step of ['code', 'choose', 'review', 'receipt', 'closed'] as const) {
      const html = render(register, VotePage, { step, error: null, choices: [2], isChanged: true, budget })
      expect(html).toContain('<h1>')
      if (step === 'receipt') expect(html).not.toContain(budget.proposals[1]?.title)
      if (step === 'review') expect(html).toContain('value="2"')
    }
  })
})

describe.each(['sq', 'en'] as const)('the desk, %s', (language) => {
  test.each(Object.keys(deskForms) as DeskDo[])('shows the form of %s', async (form) => {
    const cycle = await getDeskBudget({ viewer })
    expect(cycle).toMatchObject({ isFrozen: true, missing: ['not-closed'] })
    const html = render(language, DeskBudgetPage, { cycle, form, groups: [], typed: {}, errors: {}, done: form })
    expect(html).toContain('<h2>')
  })

  test('shows groups and paper ballots', async () => {
    const groups = await findGroups({ viewer, language, now })
    const needs = await findLooseNeeds({ viewer })
    const view = { needs, groups, typed: {}, ticked: [], errors: { id: 'needs' } }
    expect(render(language, DeskGroupsPage, view)).toContain('<h1>')
    const codes = ['1234567890123']
    expect(render(language, BallotSheets, { codes, proposals: [{ number: 1, title: 'x' }] })).toContain('123\u00a0456')
  })

  test('shows nothing of it to the office of another place', async () => {
    const other = await addStaff(home.database.prisma, 'budget_officer', places.tirane)
    expect(await getDeskBudget({ viewer: other })).toBeNull()
    expect(await getDeskBudget({ viewer: { ...viewer, role: 'officer' } })).toBeNull()
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
      const { groups } = await see('sq')
      expect(
        groups.map(({ title, unit, since, reason, proposal }) => ({ title, unit, since, proposal, ...reason })),
      ).toEqual([
        {
          ...{ title: 'Rruga', unit: 'Njësia 3', since: '2026-05-01', proposal: 2 },
          ...{ messages: 11, urgency: 'hard', months: 3, costPerMessage: 54 },
        },
        {
          ...{ title: 'Shkalla', unit: 'Njësia 3', since: '2026-05-01', proposal: null },
          ...{ messages: null, urgency: null, months: 3, costPerMessage: null },
        },
      ])
      for (const register of registers) {
        const html = render(register, BudgetPage, await see(register))
        const t = translator(register)
        expect(html).toContain(t('budget:queue.few'))
        expect(html).toContain(t('budget:queue.messages', { count: 11 }))
        expect(html).toContain('href="#p2"')
        expect(html).not.toMatch(/Fshehur|Tjetërkund|Bosh/)
      }
    },
  )
})

describe('the way there and the files', () => {
  test('a municipality leads to its budget, one without leads nowhere', async () => {
    const door = (slug: string, year: number | null) => render('sq', BudgetDoor, { slug, municipality: slug, year })
    expect(door('korce', await findBudgetYear('korce'))).toContain('href="/sq/budget/korce"')
    for (const slug of ['tirane', 'atlantida']) expect(door(slug, await findBudgetYear(slug))).toBe('')
  })

  test('the rule is the very text whose digest is public; ballots are nowhere before the close', async () => {
    const { ruleHash } = await see('sq')
    expect(digestOf((await getBudgetFile('budget-korce-2027.json'))?.body ?? '')).toBe(ruleHash)
    for (const file of [
      'budget-korce-2027.pb',
      'budget-korce-2026.json',
      'budget-tirane-2027.json',
      'budget-korce-2027.csv',
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
      const html = render(register, BudgetPage, budget)
      expect(html).toContain('<table')
      expect(html).not.toContain('/vote"')
      const t = translator(register)
      expect(html).toContain(t('budget:empty', { count: budget.result?.votersWithNoProject }))
      expect(html).toContain(t('budget:byBallots.same'))
      expect(html).toContain('href="/data/budget-korce-2027.pb"')
      // Commands are no easy text.
      expect(html.includes('npm run')).toBe(!register.endsWith('-simple'))
      expect((await getBudgetFile('budget-korce-2027.pb'))?.body).toContain('\nVOTES\nvoter_id;vote\n1;1\n')
    },
  )
})
