import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castBallot, openBallot } from '../../app/features/budget/cast.server'
import { closeVote } from '../../app/features/budget/close.server'
import { cancelCycle, openNextPhase, planCycle, type CyclePlan } from '../../app/features/budget/cycle.server'
import { decideProposal } from '../../app/features/budget/decide.server'
import { addMilestone } from '../../app/features/budget/deliver.server'
import { digestOf, draftRule, freezeRule } from '../../app/features/budget/freeze.server'
import { changeGroup, groupNeeds } from '../../app/features/budget/group.server'
import { issueBallotCodes } from '../../app/features/budget/issue-codes.server'
import { writeProposal, type ProposalWords } from '../../app/features/budget/propose.server'
import { typePaperBallot } from '../../app/features/budget/type-paper.server'
import { writeHearing } from '../../app/features/budget/hear.server'
import { findPublicGroups } from '../../app/features/budget/public-groups.server'
import { findWay } from '../../app/features/budget/way.server'
import { writeBackup } from '../../app/server/backup.server'
import { checkDigit, type Code } from '../../app/lib/code'
import type { Viewer } from '../../app/lib/staff'
import { addStaff, findInDatabase, homes, openHome, places } from '../support/voice'

const slow = 120_000
const now = new Date('2026-09-10T09:00:00Z')
const late = new Date('2026-10-01T09:00:00Z')
const dates = {
  collect: '2026-03-01',
  group: '2026-06-01',
  feasibility: '2026-07-01',
  vote: '2026-09-01',
  hearings: '2026-10-01',
  council: '2026-12-01',
  delivery: '2027-01-01',
}
const plan: CyclePlan = {
  year: 2027,
  dates,
  budget: 1_000_000n,
  voteKind: 'approval',
  ageFrom: 16,
  minSupport: 1,
  seed: 'i shpikur',
  promiseAct: null,
  promisedOn: null,
  residenceSq: 'E shpikur',
  residenceEn: 'Invented',
  unitWeights: {},
  weightsWhySq: null,
  weightsWhyEn: null,
}
const words = (cost: bigint, more: Partial<ProposalWords> = {}): ProposalWords => ({
  titleSq: 'I shpikur',
  titleEn: 'Invented',
  aboutSq: 'I shpikur',
  aboutEn: 'Invented',
  easySq: 'I shpikur',
  easyEn: 'Invented',
  cost,
  costWhySq: 'E shpikur',
  costWhyEn: 'Invented',
  office: 'E shpikur',
  feasibility: 'feasible',
  reasonSq: null,
  reasonEn: null,
  incompatible: [],
  groupId: null,
  unitNumber: null,
  forWhom: null,
  ...more,
})

describe.each(homes)('budget, %s', (kind) => {
  let home: Awaited<ReturnType<typeof openHome>>
  let people: Record<'budget' | 'head' | 'other' | 'third' | 'elsewhere' | 'officer', Viewer>
  let year = 2027

  beforeAll(async () => {
    home = await openHome(kind)
    const { prisma } = home.database
    people = {
      budget: await addStaff(prisma, 'budget_officer', places.korce),
      other: await addStaff(prisma, 'budget_officer', places.korce),
      head: await addStaff(prisma, 'head_of_service', places.korce),
      third: await addStaff(prisma, 'municipal_administrator', places.korce),
      officer: await addStaff(prisma, 'officer', places.korce),
      elsewhere: await addStaff(prisma, 'budget_officer', places.tirane),
    }
  }, slow)
  afterAll(() => home?.close(), slow)

  const cycleOf = (cycleId: string) => home.database.prisma.budgetCycle.findUniqueOrThrow({ where: { id: cycleId } })
  const textOf = (cycleId: string) =>
    home.database.prisma.$transaction((transaction) => draftRule(transaction, cycleId))
  const digest = async (cycleId: string) => digestOf((await textOf(cycleId)) ?? '')

  /** A cycle of a year of its own, with three proposals that can be done, ready to be frozen. */
  async function readyCycle(more: Partial<CyclePlan> = {}) {
    year += 1
    const viewer = people.budget
    expect(await planCycle({ plan: { ...plan, ...more, year }, viewer, now })).toEqual({ ok: true })
    const { id: cycleId } = await home.database.prisma.budgetCycle.findFirstOrThrow({ where: { year } })
    const options = { cycleId, viewer, now }
    await openNextPhase(options)
    for (const cost of [400_000n, 500_000n, 900_000n]) {
      expect(await writeProposal({ ...options, number: null, words: words(cost) })).toEqual({ ok: true })
    }
    expect(await openNextPhase(options)).toEqual({ ok: true, phase: 'feasibility' })
    return options
  }

  async function openVote(more: Partial<CyclePlan> = {}, codes = 12) {
    const options = await readyCycle(more)
    const seen = await digest(options.cycleId)
    expect(await freezeRule({ ...options, seen })).toEqual({ ok: true, state: 'first' })
    expect(await freezeRule({ ...options, viewer: people.head, seen })).toEqual({ ok: true, state: 'frozen' })
    const issued = await issueBallotCodes({ ...options, count: codes })
    expect(await openNextPhase(options)).toEqual({ ok: true, phase: 'vote' })
    return { ...options, codes: issued.ok ? issued.codes : [] }
  }

  describe('needs and groups', () => {
    const need = async (more: object = {}) => {
      const id = randomUUID()
      await home.database.prisma.submission.create({
        data: {
          id,
          codeHash: new Uint8Array(Buffer.from(id)),
          kind: 'need',
          help: 'home_help',
          unitNumber: 3,
          municipalityCode: places.korce,
          register: 'sq',
          receivedAt: now,
          ...more,
        },
      })
      return id
    }
    const texts = { titleSq: 'a', titleEn: 'b', easySq: 'c', easyEn: 'd' }

    test('lead from a message to its group once everybody may see it, and to its proposal', async () => {
      const submissionId = await need()
      const made = await groupNeeds({ submissionIds: [submissionId], texts, viewer: people.officer, now })
      const { groupId } = made as { groupId: string }
      const way = () => findWay({ submissionId, language: 'sq', now })
      const change = (what: 'release' | 'hide') =>
        changeGroup({ groupId, change: { do: what }, viewer: people.officer, now })
      expect(await way()).toBeNull()
      await change('release')
      expect(await way()).toMatchObject({ group: { title: 'a' }, year: null, proposals: [] })
      const options = await readyCycle()
      // Only a group that everybody sees can have a proposal, and then it stays where it is seen.
      await change('hide')
      const write = () =>
        writeProposal({ ...options, number: null, words: words(1n, { groupId, titleSq: 'Nga nevoja' }) })
      expect(await write()).toEqual({ ok: false, error: 'group' })
      await change('release')
      expect(await write()).toEqual({ ok: true })
      expect(await change('hide')).toEqual({ ok: false, error: 'proposed' })
      expect((await way())?.proposals.map(({ proposal }) => proposal.title)).toEqual(['Nga nevoja'])
      // What was cancelled is no way on.
      await cancelCycle({ ...options, reasonSq: 'x', reasonEn: 'x' })
      expect(await way()).toMatchObject({ year: null, proposals: [] })
      expect(await change('hide')).toEqual({ ok: true })
    })

    test('weigh as their unit does, which everybody reads; words are written anew', async () => {
      const put = async (unitNumber: number, count: number, titleSq: string) => {
        const submissionIds = []
        for (let index = 0; index < count; index++) submissionIds.push(await need({ unitNumber, help: 'talk' }))
        const made = await groupNeeds({ submissionIds, texts: { ...texts, titleSq }, viewer: people.officer, now })
        const { groupId } = made as { groupId: string }
        await changeGroup({ groupId, change: { do: 'release' }, viewer: people.officer, now })
        return groupId
      }
      const [many, few] = [await put(1, 12, 'shumë'), await put(2, 10, 'pak')]
      year += 1
      const municipalityCode = places.korce
      const order = async () =>
        (await findPublicGroups({ municipalityCode, language: 'sq', now })).filter(({ id }) => [many, few].includes(id))
      expect((await order()).map(({ title }) => title)).toEqual(['shumë', 'pak'])
      const weighed = { ...plan, year, unitWeights: { '2': 1.5 }, weightsWhySq: 'x', weightsWhyEn: 'x' }
      expect(await planCycle({ plan: weighed, viewer: people.budget, now })).toEqual({ ok: true })
      expect((await order()).map(({ title, reason }) => [title, reason.weight])).toEqual([
        ['pak', 1.5],
        ['shumë', 1],
      ])
      const anew = { do: 'write' as const, texts: { ...texts, titleSq: 'më pak' } }
      expect(await changeGroup({ groupId: few, change: anew, viewer: people.elsewhere, now })).toMatchObject({
        ok: false,
      })
      expect(await changeGroup({ groupId: few, change: anew, viewer: people.officer, now })).toEqual({ ok: true })
      expect((await order())[0]?.title).toBe('më pak')
    })

    test('are joined and taken apart again; the message stays as it was', async () => {
      const submissionIds = [await need(), await need()]
      const [first = ''] = submissionIds
      const before = await home.database.prisma.submission.findUnique({ where: { id: first } })
      const made = await groupNeeds({ submissionIds, texts, viewer: people.officer, now })
      expect(made).toMatchObject({ ok: true })
      const { groupId } = made as { groupId: string }
      expect(await groupNeeds({ submissionIds, texts, viewer: people.officer, now })).toMatchObject({ ok: false })
      const change = { do: 'take-out' as const, submissionId: first }
      expect(await changeGroup({ groupId, change, viewer: people.elsewhere, now })).toMatchObject({
        error: 'not-yours',
      })
      expect(await changeGroup({ groupId, change, viewer: people.officer, now })).toEqual({ ok: true })
      expect(await home.database.prisma.submission.findUnique({ where: { id: first } })).toEqual(before)
      expect(await groupNeeds({ submissionIds: [first], texts, viewer: people.officer, now })).toMatchObject({
        ok: true,
      })
    })

    test('of danger, of another municipality, of two kinds, and feedback are not grouped', async () => {
      for (const more of [
        { kind: 'feedback', category: 'harm', isProtection: true },
        { municipalityCode: places.tirane },
        { kind: 'feedback', category: 'barrier' },
        { help: 'transport' },
        { status: 'withdrawn' },
      ]) {
        const submissionIds = [await need(), await need(more)]
        expect(await groupNeeds({ submissionIds, texts, viewer: people.officer, now })).toEqual({
          ok: false,
          error: 'not-needs',
        })
      }
    })
  })

  describe('the freeze', () => {
    test('takes two persons of the two roles, and the very same text', async () => {
      const options = await readyCycle()
      const seen = await digest(options.cycleId)
      const sign = (viewer: Viewer, text = seen) => freezeRule({ ...options, viewer, seen: text })
      expect(await sign(people.elsewhere)).toEqual({ ok: false, error: 'not-yours' })
      expect(await sign(people.third)).toEqual({ ok: false, error: 'not-yours' })
      expect(await sign(people.budget, 'another')).toEqual({ ok: false, error: 'changed' })
      expect(await sign(people.budget)).toEqual({ ok: true, state: 'first' })
      expect(await sign(people.budget)).toEqual({ ok: false, error: 'second-person' })
      expect(await sign(people.other)).toEqual({ ok: false, error: 'second-person' })
      // A cost that changes between the two: what was signed is signed no more.
      await writeProposal({ ...options, number: 1, words: words(410_000n) })
      expect(await sign(people.head)).toEqual({ ok: false, error: 'changed' })
      const anew = await digest(options.cycleId)
      expect(await sign(people.head, anew)).toEqual({ ok: true, state: 'first' })
      expect(await sign(people.budget, anew)).toEqual({ ok: true, state: 'frozen' })
      const { rule, ruleHash } = await cycleOf(options.cycleId)
      expect(
        createHash('sha256')
          .update(rule ?? '')
          .digest('hex'),
      ).toBe(ruleHash)
      expect(ruleHash).toBe(anew)
    })

    test('by both at once happens once', async () => {
      const options = await readyCycle()
      const seen = await digest(options.cycleId)
      const done = await Promise.all(
        [people.budget, people.head].map((viewer) => freezeRule({ ...options, viewer, seen })),
      )
      expect(done.map((result) => (result.ok ? result.state : result.error)).sort()).toEqual(['first', 'frozen'])
      const { frozenAt } = await cycleOf(options.cycleId)
      expect(frozenAt).toEqual(now)
    })

    test('leaves nothing to change: by form, by hand, or in the database', async () => {
      const options = await openVote()
      const { cycleId } = options
      expect(await writeProposal({ ...options, number: 1, words: words(1n) })).toEqual({ ok: false, error: 'frozen' })
      expect(await writeProposal({ ...options, number: null, words: words(1n) })).toEqual({
        ok: false,
        error: 'frozen',
      })
      const seen = await digest(cycleId)
      expect(await freezeRule({ ...options, seen })).toEqual({ ok: false, error: 'frozen' })
      const before = await cycleOf(cycleId)
      const changed = { ...plan, year, dates: { ...dates, delivery: '2027-02-01' }, budget: 5n }
      expect(await planCycle({ plan: changed, viewer: people.budget, now })).toEqual({ ok: true })
      expect(await cycleOf(cycleId)).toEqual({ ...before, dates: changed.dates })
      const { prisma } = home.database
      await expect(prisma.budgetCycle.update({ where: { id: cycleId }, data: { budget: 5n } })).rejects.toThrow()
      await expect(prisma.proposal.updateMany({ where: { cycleId }, data: { cost: 5n } })).rejects.toThrow()
      await expect(prisma.proposal.deleteMany({ where: { cycleId } })).rejects.toThrow()
    })
  })

  describe('a ballot', () => {
    test('is cast, changed, and refused when it does not fit', async () => {
      const { cycleId, codes } = await openVote()
      const [code] = codes as [Code]
      const cast = (choices: number[], at = now) => castBallot({ cycleId, code, choices, now: at })
      expect(await cast([1, 2])).toEqual({ ok: true, isChanged: false })
      expect(await cast([3])).toEqual({ ok: true, isChanged: true })
      expect(await cast([])).toEqual({ ok: false, error: 'empty' })
      expect(await cast([4])).toEqual({ ok: false, error: 'unknown' })
      expect(await cast([1], late)).toEqual({ ok: false, error: 'not-open' })
      expect(await home.database.prisma.ballotCode.count({ where: { cycleId, isCast: true } })).toBe(1)
      expect(await openBallot({ cycleId, code, now })).toEqual({ ok: true, isChanged: true })
    })

    test('within the money is refused when it is dearer', async () => {
      const { cycleId, codes } = await openVote({ voteKind: 'knapsack' })
      const [code] = codes as [Code]
      expect(await castBallot({ cycleId, code, choices: [1, 3], now })).toEqual({ ok: false, error: 'too-dear' })
      expect(await castBallot({ cycleId, code, choices: [1, 2], now })).toMatchObject({ ok: true })
    })

    test('cannot be had by guessing, nor with a code of another vote', async () => {
      const other = await openVote()
      const { cycleId } = await openVote()
      const guessed = `123456789012${checkDigit('123456789012')}` as Code
      expect(await castBallot({ cycleId, code: guessed, choices: [1], now })).toEqual({
        ok: false,
        error: 'unknown-code',
      })
      const [code] = other.codes as [Code]
      expect(await castBallot({ cycleId, code, choices: [1], now })).toEqual({ ok: false, error: 'unknown-code' })
    })

    test('cast twice at once is one ballot', async () => {
      const { cycleId, codes } = await openVote()
      const [code] = codes as [Code]
      const both = await Promise.all([[1], [2]].map((choices) => castBallot({ cycleId, code, choices, now })))
      expect(both.map((result) => result.ok && result.isChanged).sort()).toEqual([false, true])
      expect(await home.database.prisma.ballotCode.count({ where: { cycleId, isCast: true } })).toBe(1)
    })

    test('on paper is typed by two, and by a third where they differ', async () => {
      const options = await openVote()
      const [same, differing] = options.codes as [Code, Code]
      const type = (viewer: Viewer, code: Code, choices: number[]) =>
        typePaperBallot({ ...options, viewer, code, choices })
      expect(await type(people.budget, same, [1, 2])).toEqual({ ok: true, state: 'next' })
      expect(await type(people.budget, same, [1, 2])).toEqual({ ok: false, error: 'same-person' })
      expect(await type(people.elsewhere, same, [1, 2])).toEqual({ ok: false, error: 'not-yours' })
      expect(await closeVote({ ...options, now: late })).toEqual({ ok: false, error: 'paper-open' })
      expect(await type(people.head, same, [2, 1])).toEqual({ ok: true, state: 'agreed' })
      expect(await type(people.third, same, [2, 1])).toEqual({ ok: false, error: 'counted' })
      await type(people.budget, differing, [1])
      expect(await type(people.head, differing, [2])).toEqual({ ok: true, state: 'next' })
      // What was cast on the last day is typed on the next.
      const third = { ...options, viewer: people.third, code: differing, choices: [2], now: late }
      expect(await typePaperBallot(third)).toEqual({ ok: true, state: 'agreed' })
      expect(await closeVote({ ...options, now: late })).toEqual({ ok: true, ballots: 2 })
      const ballots = await home.database.prisma.ballot.findMany({ where: { cycleId: options.cycleId } })
      expect(ballots.map(({ choices }) => choices.join()).sort()).toEqual(['1,2', '2'])
    })

    test('on one channel bars the other, and the desk sees that it was tried', async () => {
      const options = await openVote()
      const { cycleId } = options
      const [online, paper] = options.codes as [Code, Code]
      await castBallot({ cycleId, code: online, choices: [1], now })
      expect(await typePaperBallot({ ...options, code: online, choices: [2] })).toEqual({ ok: false, error: 'online' })
      await typePaperBallot({ ...options, code: paper, choices: [2] })
      expect(await castBallot({ cycleId, code: paper, choices: [1], now })).toEqual({ ok: false, error: 'on-paper' })
      expect(await home.database.prisma.ballotCode.count({ where: { cycleId, conflict: true } })).toBe(2)
    })
  })

  describe('the close', () => {
    test(
      'leaves ballots without codes, keys and times, in an order drawn by lot',
      async () => {
        const options = await openVote({}, 200)
        const { cycleId, codes } = options
        for (const [index, code] of codes.slice(0, 60).entries()) {
          await castBallot({ cycleId, code, choices: index < 30 ? [1] : [2], now })
        }
        const { prisma } = home.database
        const hashes = (await prisma.ballotCode.findMany({ where: { cycleId } })).map(({ codeHash }) =>
          Buffer.from(codeHash).toString('hex'),
        )
        // Nobody is shut out before the last day is over.
        expect(await closeVote(options)).toEqual({ ok: false, error: 'too-early' })
        expect(await closeVote({ ...options, now: late, viewer: people.elsewhere })).toEqual({
          ok: false,
          error: 'not-yours',
        })
        expect(await closeVote({ ...options, now: late })).toEqual({ ok: true, ballots: 60 })
        expect(await closeVote({ ...options, now: late })).toEqual({ ok: false, error: 'not-open' })
        const ballots = await prisma.ballot.findMany({ where: { cycleId }, orderBy: { position: 'asc' } })
        expect(Object.keys(ballots[0] ?? {}).sort()).toEqual(['channel', 'choices', 'cycleId', 'position'])
        const order = ballots.map(({ choices }) => choices[0])
        expect(order.filter((number) => number === 1)).toHaveLength(30)
        // By chance it would be the order of casting once in 10^17 times.
        expect(order).not.toEqual([...order].sort())
        const physical = await prisma.$queryRaw<{ choices: number[] }[]>`
        SELECT "choices" FROM "Ballot" WHERE "cycleId" = ${cycleId}::uuid ORDER BY ctid`
        expect(physical.map(({ choices }) => choices[0])).toEqual(order)
        expect(await findInDatabase(prisma, [...hashes, ...codes])).toEqual([])
        expect(await prisma.ballotKey.count({ where: { cycleId } })).toBe(0)
        expect(await prisma.ballotCode.count({ where: { cycleId } })).toBe(0)
        // Nor in a backup that is made now.
        const file = join(mkdtempSync(join(tmpdir(), 'prane-ballots-')), 'after.backup')
        await writeBackup(home.database, file, now)
        const backup = gunzipSync(readFileSync(file)).toString()
        rmSync(dirname(file), { recursive: true })
        expect(backup).toContain('"choices"')
        expect([...hashes, ...codes].filter((secret) => backup.includes(secret))).toEqual([])
      },
      slow,
    )

    test('shuts out whoever casts at the same moment, or has their ballot in it', async () => {
      const options = await openVote()
      const { cycleId, codes } = options
      const [code] = codes as [Code]
      const [cast, closed] = await Promise.all([
        castBallot({ cycleId, code, choices: [1], now }),
        closeVote({ ...options, now: late }),
      ])
      expect(closed).toEqual({ ok: true, ballots: cast.ok ? 1 : 0 })
      expect(await castBallot({ cycleId, code, choices: [1], now })).toEqual({ ok: false, error: 'not-open' })
    })

    test('hearings are announced and written anew, by the office of the place alone', async () => {
      const options = await readyCycle()
      const hearing = {
        ...{ on: '2026-10-05', time: '17:00', placeSq: 'p', placeEn: 'p', accessSq: 'a', accessEn: 'a' },
        ...{ notesSq: null, notesEn: null },
      }
      const write = (hearingId: string | null, more: object = {}, viewer = people.budget) =>
        writeHearing({ ...options, viewer, hearingId, words: { ...hearing, ...more } })
      expect(await write(null, {}, people.elsewhere)).toEqual({ ok: false, error: 'not-yours' })
      expect(await write(null)).toEqual({ ok: true })
      const { prisma } = home.database
      const { id } = await prisma.hearing.findFirstOrThrow({ where: { cycleId: options.cycleId } })
      expect(await write(id, { notesSq: 'U tha' })).toEqual({ ok: false, error: 'notes' })
      expect(await write(id, { notesSq: 'U tha', notesEn: 'It was said' })).toEqual({ ok: true })
      expect(await write(randomUUID())).toEqual({ ok: false, error: 'unknown' })
      // The hearing of another cycle is not this one's.
      const other = await readyCycle()
      const words = { ...hearing, placeSq: 'tjetër' }
      expect(await writeHearing({ ...other, hearingId: id, words })).toEqual({ ok: false, error: 'unknown' })
      expect(await prisma.hearing.findMany({ where: { cycleId: options.cycleId } })).toMatchObject([
        { placeSq: 'p', notesEn: 'It was said' },
      ])
      await cancelCycle({ ...options, reasonSq: 'x', reasonEn: 'x' })
      expect(await write(null)).toEqual({ ok: false, error: 'not-now' })
    })

    test('is followed by hearings, decisions and delivery, each in its time', async () => {
      const options = await openVote()
      const { cycleId, codes } = options
      expect(await openNextPhase(options)).toEqual({ ok: false, error: 'missing', missing: ['not-closed'] })
      await castBallot({ cycleId, code: codes[0] as Code, choices: [1], now })
      await closeVote({ ...options, now: late })
      await openNextPhase(options)
      const decision = { kind: 'accepted' as const, on: '2026-12-10', act: 'I shpikur 1', reasonSq: 'a', reasonEn: 'b' }
      expect(await decideProposal({ ...options, number: 1, decision })).toEqual({ ok: false, error: 'not-now' })
      expect(await openNextPhase(options)).toEqual({ ok: true, phase: 'council' })
      for (const number of [1, 2, 3]) {
        const kindOf = number === 1 ? ('accepted' as const) : ('refused' as const)
        expect(await openNextPhase(options)).toEqual({ ok: false, error: 'missing', missing: ['undecided'] })
        await decideProposal({ ...options, number, decision: { ...decision, kind: kindOf } })
      }
      expect(await openNextPhase(options)).toEqual({ ok: true, phase: 'delivery' })
      const step = { on: '2027-02-01', textSq: 'a', textEn: 'b', spent: 100_000n, serviceSlug: null }
      expect(await addMilestone({ ...options, number: 2, step })).toEqual({ ok: false, error: 'unknown' })
      expect(await addMilestone({ ...options, number: 1, step: { ...step, serviceSlug: 'nuk-ka' } })).toEqual({
        ok: false,
        error: 'service',
      })
      expect(await addMilestone({ ...options, number: 1, step })).toEqual({ ok: true })
    })

    test('never comes for a vote that was cancelled; the reason stays, the ballots go', async () => {
      const options = await openVote()
      const { cycleId, codes } = options
      await castBallot({ cycleId, code: codes[0] as Code, choices: [1], now })
      const reason = { reasonSq: 'Arsye e shpikur', reasonEn: 'Invented reason' }
      expect(await cancelCycle({ ...options, viewer: people.elsewhere, ...reason })).toMatchObject({ ok: false })
      expect(await cancelCycle({ ...options, ...reason })).toEqual({ ok: true })
      expect(await closeVote({ ...options, now: late })).toEqual({ ok: false, error: 'not-open' })
      expect(await castBallot({ cycleId, code: codes[1] as Code, choices: [1], now })).toMatchObject({ ok: false })
      expect(await home.database.prisma.ballotCode.count({ where: { cycleId } })).toBe(0)
    })
  })
})
