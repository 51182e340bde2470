import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addWords,
  answerQuestion,
  disputeAnswer,
  markSolved,
  withdrawMessage,
} from '../../app/features/voice/commands.server'
import {
  askPerson,
  assignMessage,
  closeMessage,
  passOnMessage,
  replyToMessage,
} from '../../app/features/voice/office.server'
import type { Viewer } from '../../app/lib/staff'
import { readAsOffice } from '../../app/features/voice/desk-message.server'
import { changeHoliday } from '../../app/server/calendar.server'
import { getMessage } from '../../app/features/voice/queries.server'
import type { Answers, MessageView } from '../../app/features/voice/rules'
import { submitMessage } from '../../app/features/voice/submit.server'
import { addStaff, draftOf, findInDatabase, homes, openHome, places, planted, whole } from '../support/voice'

const slow = 120_000
const at = (moment: string) => new Date(`${moment}Z`)
/** A Monday; until 30 June there is no holiday. */
const monday = at('2026-06-01T09:00')

describe.each(homes)('messages, %s', (kind) => {
  let home: Awaited<ReturnType<typeof openHome>>
  let officer: Viewer
  let elsewhere: Viewer
  let protection: Viewer

  beforeAll(async () => {
    home = await openHome(kind)
    const { prisma } = home.database
    officer = await addStaff(prisma, 'officer', places.korce)
    elsewhere = await addStaff(prisma, 'officer', places.tirane)
    protection = await addStaff(prisma, 'protection_officer', places.korce, at('2026-05-26T09:00'))
  }, slow)
  afterAll(() => home?.close(), slow)

  const send = async (answers: Answers, now = monday) => {
    const open = await draftOf(answers, now)
    const result = await submitMessage(open, { now, register: 'sq' })
    expect(result).toMatchObject({ ok: true })
    const { submissionId, code } = open.draft
    return { open, submissionId, code }
  }
  const see = async ({ code }: Pick<Awaited<ReturnType<typeof send>>, 'code'>) =>
    (await getMessage({ code })) as MessageView
  const kinds = ({ events }: MessageView) => events.map(({ kind: what, by }) => `${what} ${by}`)

  describe('sending', () => {
    test('makes a message of a draft, with all that was answered', async () => {
      const message = await see(await send(whole.need))
      expect(message).toMatchObject({
        status: 'received',
        kind: 'need',
        category: null,
        isProtection: false,
        municipalityCode: places.korce,
        help: 'home_help',
        forWhom: 'elderly',
        howMany: '2-5',
        since: 'year',
        without: 'impossible',
        dueOn: '2026-06-15',
        mayShow: false,
        content: {
          words: planted.words,
          about: planted.about,
          contact: { phone: planted.phone, email: planted.email },
          aboutYou: { group: 'roma', disability: 'yes' },
        },
      })
      expect(kinds(message)).toEqual(['sent person'])
    })

    test('leaves nothing in the database that anybody could read, neither the words nor the code', async () => {
      const { code, open } = await send(whole.need)
      const { prisma } = home.database
      const secrets = [...Object.values(planted), 'roma', code, open.at.key.toString('hex')]
      expect(await findInDatabase(prisma, secrets)).toEqual([])
      expect(await findInDatabase(prisma, ['home_help'])).not.toEqual([])
    })

    test('twice makes one message with one code', async () => {
      const { open, submissionId } = await send(whole.feedback)
      expect(await submitMessage(open, { now: at('2026-06-03T09:00'), register: 'en' })).toMatchObject({ ok: true })
      expect(await home.database.prisma.submission.count({ where: { id: submissionId } })).toBe(1)
    })

    test('ten times at once makes one message, complete, with one code', { timeout: slow }, async () => {
      const open = await draftOf({ ...whole.feedback, who: 'other', agreed: ['send'] }, monday)
      const results = await Promise.all(
        Array.from({ length: 10 }, () => submitMessage(open, { now: monday, register: 'sq' })),
      )
      for (const result of results) expect(result).toMatchObject({ ok: true, sent: { dueOn: '2026-06-15' } })
      const { submissionId, code } = open.draft
      const { prisma } = home.database
      expect(await prisma.submission.count({ where: { id: submissionId } })).toBe(1)
      expect(kinds(await see({ code }))).toEqual(['sent person', 'agreed person'])
    })

    test.each([
      ['an evening before midnight in Tirana', '2026-06-01T21:30', '2026-06-15'],
      ['an hour later', '2026-06-01T22:30', '2026-06-16'],
      ['a Saturday', '2026-06-06T09:00', '2026-06-19'],
    ])('on %s: answered until ten working days later', async (_, now, due) =>
      expect((await see(await send(whole.feedback, at(now)))).dueOn).toBe(due),
    )

    test('counts a day off that was announced, and one that was taken back', async () => {
      await changeHoliday({ date: '2026-06-10', isOff: true, note: 'E shpikur' })
      expect((await see(await send(whole.feedback))).dueOn).toBe('2026-06-16')
      await changeHoliday({ date: '2026-06-10', isOff: false, note: 'E shpikur' })
      expect((await see(await send(whole.feedback))).dueOn).toBe('2026-06-15')
    })

    test.each<[string, Answers, object]>([
      ['without a place', { topic: 'wrong', who: 'me', category: 'problem' }, { question: 'where' }],
      ['to a place that does not exist', { ...whole.feedback, municipality: 'paris' }, { question: 'where' }],
      ['for another person without their word', { ...whole.need, who: 'other' }, { question: 'agreement' }],
      ['of one under 16 who is alone', { ...whole.need, who: 'young' }, { question: 'adult' }],
      ['of danger where nobody reads', { ...whole.harm, isRead: false }, { question: 'unread' }],
      [
        'of danger in a place without a protection officer',
        { ...whole.harm, municipality: 'tirane' },
        { question: 'unread' },
      ],
      [
        'of danger, with nothing to help by',
        { topic: 'harm', municipality: 'korce', isRead: true },
        { error: 'empty' },
      ],
    ])('is refused %s', async (_, answers, refusal) => {
      const open = await draftOf(answers, monday)
      expect(await submitMessage(open, { now: monday, register: 'sq' })).toMatchObject({ ok: false, ...refusal })
      expect(await getMessage({ code: open.draft.code })).toBeNull()
    })

    test('of danger goes to protection officers by the next working day, while one is at work there', async () => {
      const message = await see(await send(whole.harm))
      expect(message).toMatchObject({ isProtection: true, category: 'harm', dueOn: '2026-06-02', status: 'received' })
      const week = at('2026-06-02T09:01') // seven days after the officer was last at work
      const late = await draftOf(whole.harm, week)
      expect(await submitMessage(late, { now: week, register: 'sq' })).toMatchObject({ ok: false, question: 'unread' })
    })

    test('keeps nothing that the person did not agree to or was not asked, whatever had been typed before', async () => {
      const typed = { contact: { phone: planted.phone }, aboutYou: { sex: 'woman' } } as const
      const refused = await see(await send({ ...whole.feedback, ...typed, who: 'other', agreed: ['send'] }))
      expect(refused.content).toEqual({ words: planted.words })
      const danger = await see(await send({ ...whole.harm, ...typed, mayShow: true }))
      expect(danger).toMatchObject({ mayShow: false })
      expect(danger.content).toEqual({ words: planted.words, contact: typed.contact })
    })
  })

  describe('what follows', () => {
    const now = at('2026-06-03T09:00')

    test('each step of the office and the person is told, in order, with its words', async () => {
      const sent = await send(whole.need)
      const office = { submissionId: sent.submissionId, viewer: officer, now }
      const person = { submissionId: sent.submissionId, now }
      expect(await assignMessage(office)).toEqual({ ok: true })
      expect(await see(sent)).toMatchObject({ status: 'assigned', dueOn: '2026-06-15' })
      expect(await addWords({ ...person, words: planted.added })).toEqual({ ok: true })
      expect(await replyToMessage({ ...office, words: planted.office })).toEqual({ ok: true })
      expect(await see(sent)).toMatchObject({ status: 'answered', dueOn: null })
      expect(await disputeAnswer({ ...person, now: at('2026-06-04T09:00'), words: 'Jo' })).toEqual({ ok: true })
      expect(await see(sent)).toMatchObject({ status: 'disputed', dueOn: '2026-06-18' })
      expect(await markSolved({ ...person, now })).toEqual({ ok: true })
      const message = await see(sent)
      expect(message).toMatchObject({ status: 'closed', dueOn: null, may: ['dispute', 'withdraw'] })
      expect(message.events.map(({ kind: what, by, words }) => [what, by, words])).toEqual([
        ['sent', 'person', null],
        ['assigned', 'office', null],
        ['told', 'person', planted.added],
        ['answered', 'office', planted.office],
        ['disputed', 'person', 'Jo'],
        ['solved', 'person', null],
      ])
      expect(await findInDatabase(home.database.prisma, [planted.added, planted.office])).toEqual([])
    })

    test('while the office waits for the person its clock stands, and then goes on where it stood', async () => {
      const sent = await send(whole.need)
      const asked = { submissionId: sent.submissionId, viewer: officer, now: at('2026-06-05T09:00') }
      expect(await askPerson({ ...asked, words: 'Ku?' })).toEqual({ ok: true })
      expect(await see(sent)).toMatchObject({ status: 'needs_information', dueOn: null, may: ['answer', 'withdraw'] })
      const person = { submissionId: sent.submissionId, now: at('2026-06-12T09:00'), words: 'Këtu' }
      expect(await addWords(person)).toEqual({ ok: false, error: 'not-now' })
      expect(await answerQuestion(person)).toEqual({ ok: true })
      // Six of ten working days were left on the day of the question.
      expect(await see(sent)).toMatchObject({ status: 'assigned', dueOn: '2026-06-22' })
      expect(await answerQuestion(person)).toEqual({ ok: false, error: 'not-now' })
    })

    test('an ended message says why, and can be disputed with a new date', async () => {
      const sent = await send(whole.feedback)
      const office = { submissionId: sent.submissionId, viewer: officer, now }
      expect(await closeMessage({ ...office, reason: 'not_possible_now', words: planted.office })).toEqual({ ok: true })
      const closed = await see(sent)
      expect(closed).toMatchObject({ status: 'closed', dueOn: null })
      expect(closed.events.at(-1)).toMatchObject({ kind: 'closed', detail: 'not_possible_now', words: planted.office })
      expect(await replyToMessage({ ...office, words: 'x' })).toEqual({ ok: false, error: 'not-now' })
      expect(await disputeAnswer({ submissionId: sent.submissionId, now, words: 'Jo' })).toEqual({ ok: true })
      expect(await see(sent)).toMatchObject({ status: 'disputed', dueOn: '2026-06-17' })
    })

    test('passing on keeps the clock, shows the chain, and hands over who may act', async () => {
      const sent = await send(whole.need)
      const { submissionId } = sent
      const to = { submissionId, viewer: officer, now, words: 'Nuk është e jona' }
      expect(await passOnMessage({ ...to, to: 'AL999' })).toEqual({ ok: false, error: 'unknown-municipality' })
      expect(await passOnMessage({ ...to, to: places.tirane })).toEqual({ ok: true })
      const message = await see(sent)
      expect(message).toMatchObject({ status: 'received', dueOn: '2026-06-15', municipalityCode: places.tirane })
      expect(message.events.at(-1)).toMatchObject({ kind: 'passed_on', detail: places.tirane, by: 'office' })
      expect(await assignMessage({ submissionId, viewer: officer, now })).toEqual({ ok: false, error: 'not-yours' })
      expect(await assignMessage({ submissionId, viewer: elsewhere, now })).toEqual({ ok: true })
    })

    test('a question that stands is still there after passing on, and its answer gives the date', async () => {
      const sent = await send(whole.need)
      const { submissionId } = sent
      await askPerson({ submissionId, viewer: officer, now: at('2026-06-05T09:00'), words: 'Ku?' })
      expect(
        await passOnMessage({
          submissionId,
          viewer: officer,
          now: at('2026-06-08T09:00'),
          to: places.tirane,
          words: '',
        }),
      ).toEqual({ ok: true })
      expect(await see(sent)).toMatchObject({ status: 'needs_information', dueOn: null })
      expect(await answerQuestion({ submissionId, now: at('2026-06-12T09:00'), words: 'Këtu' })).toEqual({ ok: true })
      expect(await see(sent)).toMatchObject({ status: 'assigned', dueOn: '2026-06-22' })
    })

    test('nobody else can act or read: another municipality, another role, somebody of no place', async () => {
      const sent = await send(whole.need)
      const { prisma } = home.database
      const others = [elsewhere, protection]
      for (const role of ['budget_officer', 'national'] as const)
        others.push(await addStaff(prisma, role, places.korce))
      others.push(await addStaff(prisma, 'officer', null))
      for (const viewer of others) {
        const office = { submissionId: sent.submissionId, viewer, now, words: 'x' }
        const refused = { ok: false, error: 'not-yours' }
        expect(await assignMessage(office)).toEqual(refused)
        expect(await askPerson(office)).toEqual(refused)
        expect(await replyToMessage(office)).toEqual(refused)
        expect(await passOnMessage({ ...office, to: places.tirane })).toEqual(refused)
        expect(await closeMessage({ ...office, reason: 'solved' })).toEqual(refused)
        expect(await readAsOffice(office)).toBeNull()
      }
      expect(kinds(await see(sent))).toEqual(['sent person'])
      expect(await readAsOffice({ submissionId: sent.submissionId, viewer: officer, now })).toMatchObject({
        content: { words: planted.words },
      })
      expect(await readAsOffice({ submissionId: randomUUID(), viewer: officer, now })).toBeNull()
    })

    test('a message of danger is read by protection officers alone, and each reading is shown to the person', async () => {
      const sent = await send(whole.harm)
      const { submissionId } = sent
      expect(await readAsOffice({ submissionId, viewer: officer, now })).toBeNull()
      expect(await replyToMessage({ submissionId, viewer: officer, now, words: 'x' })).toEqual({
        ok: false,
        error: 'not-yours',
      })
      await readAsOffice({ submissionId, viewer: protection, now })
      const read = await readAsOffice({ submissionId, viewer: protection, now })
      expect(read?.content?.words).toBe(planted.words)
      expect(kinds(await see(sent))).toEqual(['sent person', 'read office', 'read office'])
    })
  })

  describe('at the same time', () => {
    const now = at('2026-06-03T09:00')

    test('a dispute made ten times is made once', { timeout: slow }, async () => {
      const sent = await send(whole.feedback)
      const { submissionId } = sent
      await replyToMessage({ submissionId, viewer: officer, now, words: 'Po' })
      const results = await Promise.all(
        Array.from({ length: 10 }, () => disputeAnswer({ submissionId, now, words: 'Jo' })),
      )
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(kinds(await see(sent)).filter((what) => what === 'disputed person')).toHaveLength(1)
    })

    test('an answer and a withdrawal leave nothing behind, whichever comes first', { timeout: slow }, async () => {
      for (let turn = 0; turn < 5; turn++) {
        const sent = await send(whole.feedback)
        const { submissionId } = sent
        const answer = () => replyToMessage({ submissionId, viewer: officer, now, words: planted.office })
        const withdraw = () => withdrawMessage({ submissionId, now })
        const [first, second] = turn % 2 ? [answer, withdraw] : [withdraw, answer]
        await Promise.all([first(), second()])
        const message = await see(sent)
        expect(message).toMatchObject({ status: 'withdrawn', content: null, dueOn: null })
        expect(message.events.every(({ words }) => words === null)).toBe(true)
      }
    })
  })
})
