import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addWords } from '../../app/features/voice/commands.server'
import { readAsOffice } from '../../app/features/voice/desk-message.server'
import { mergeMessage, partMessage, releaseWords, replyToMessage } from '../../app/features/voice/office.server'
import { getMessage } from '../../app/features/voice/queries.server'
import { readQueueFilter } from '../../app/features/voice/queue'
import { findQueue, nextInQueue } from '../../app/features/voice/queue.server'
import { findReleasedWords } from '../../app/features/voice/answers.server'
import type { Answers, MessageView } from '../../app/features/voice/rules'
import { submitMessage } from '../../app/features/voice/submit.server'
import type { Viewer } from '../../app/lib/staff'
import { addStaff, draftOf, homes, openHome, places, whole } from '../support/voice'

const slow = 120_000
const monday = new Date('2026-06-01T09:00Z')
const now = new Date('2026-06-03T09:00Z')

describe.each(homes)('work at the desk, %s', (kind) => {
  let home: Awaited<ReturnType<typeof openHome>>
  let officer: Viewer
  let elsewhere: Viewer
  let protection: Viewer

  beforeAll(async () => {
    home = await openHome(kind)
    const { prisma } = home.database
    officer = await addStaff(prisma, 'officer', places.korce)
    elsewhere = await addStaff(prisma, 'officer', places.tirane)
    protection = await addStaff(prisma, 'protection_officer', places.korce, monday)
  }, slow)
  afterAll(() => home?.close(), slow)

  const send = async (answers: Answers, on = monday) => {
    const open = await draftOf(answers, on)
    expect(await submitMessage(open, { now: on, register: 'sq' })).toMatchObject({ ok: true })
    const { submissionId, code } = open.draft
    return { submissionId, code }
  }
  const see = async (code: Awaited<ReturnType<typeof send>>['code']) => (await getMessage({ code })) as MessageView
  const queue = async (query: string, viewer = officer) =>
    findQueue({ viewer, filter: readQueueFilter(new URLSearchParams(query)), language: 'sq', now })
  const ids = async (query: string, viewer = officer) => (await queue(query, viewer)).rows.map(({ id }) => id)

  describe('messages that say the same', () => {
    test('are answered at once, each person with their own code, until they are parted', async () => {
      const [first, second] = [await send(whole.need), await send(whole.need)]
      const options = { submissionId: second.submissionId, viewer: officer, now }
      expect(await mergeMessage({ ...options, into: first.submissionId })).toEqual({ ok: true })
      expect(await ids('status=all')).not.toContain(second.submissionId)
      const reply = { submissionId: first.submissionId, viewer: officer, now }
      expect(await replyToMessage({ ...reply, words: 'Një përgjigje për të dy.' })).toEqual({ ok: true })
      for (const { code } of [first, second]) {
        const message = await see(code)
        expect(message.status).toBe('answered')
        expect(message.events.at(-1)?.words).toBe('Një përgjigje për të dy.')
      }
      expect(await partMessage(options)).toEqual({ ok: true })
      expect(await ids('status=answered')).toContain(second.submissionId)
    })

    test('a person who writes again stands by themselves again', async () => {
      const [first, second] = [await send(whole.need), await send(whole.need)]
      const { submissionId } = second
      await mergeMessage({ submissionId, viewer: officer, now, into: first.submissionId })
      expect(await addWords({ submissionId, now, words: 'Edhe ashensori nuk punon.' })).toEqual({ ok: true })
      expect(await ids('status=all')).toContain(submissionId)
    })

    test('follow each other: what was under the one goes under the other with it', async () => {
      const [first, second, third] = [await send(whole.need), await send(whole.need), await send(whole.need)]
      const put = (what: typeof first, into: typeof first) =>
        mergeMessage({ submissionId: what.submissionId, viewer: officer, now, into: into.submissionId })
      expect(await put(third, second)).toEqual({ ok: true })
      expect(await put(second, first)).toEqual({ ok: true })
      const message = await readAsOffice({ submissionId: first.submissionId, viewer: officer, now })
      expect(message?.same.map(({ id }) => id).sort()).toEqual([second.submissionId, third.submissionId].sort())
      // Under itself, under one that stands under another, under nothing.
      for (const into of [first.submissionId, second.submissionId, randomUUID()])
        expect(await mergeMessage({ submissionId: first.submissionId, viewer: officer, now, into })).toEqual({
          ok: false,
          error: 'not-same',
        })
    })

    test('put under each other at the same moment, one of them stays', { timeout: slow }, async () => {
      for (let round = 0; round < 5; round++) {
        const [first, second] = [await send(whole.need), await send(whole.need)]
        const results = await Promise.all([
          mergeMessage({ submissionId: first.submissionId, viewer: officer, now, into: second.submissionId }),
          mergeMessage({ submissionId: second.submissionId, viewer: officer, now, into: first.submissionId }),
        ])
        expect(results.filter(({ ok }) => ok)).toHaveLength(1)
        const there = (await queue('status=all&page=1')).rows.filter(({ id }) =>
          [first.submissionId, second.submissionId].includes(id),
        )
        expect(there).toHaveLength(1)
      }
    })

    test('are of one municipality, and danger is never among others', async () => {
      const [need, harm] = [await send(whole.need), await send(whole.harm)]
      const options = { submissionId: need.submissionId, now }
      expect(await mergeMessage({ ...options, viewer: elsewhere, into: harm.submissionId })).toMatchObject({
        ok: false,
      })
      expect(await mergeMessage({ ...options, viewer: officer, into: harm.submissionId })).toMatchObject({ ok: false })
      const under = { submissionId: harm.submissionId, viewer: protection, now, into: need.submissionId }
      expect(await mergeMessage(under)).toMatchObject({ ok: false })
    })
  })

  describe('words that everybody may read', () => {
    test('are those that the person let be shown, until they are taken back', async () => {
      const { submissionId } = await send({ ...whole.need, mayShow: true })
      const options = { submissionId, viewer: officer, now }
      expect(await releaseWords({ ...options, show: true })).toEqual({ ok: true })
      expect(await findReleasedWords({ municipality: 'korce' })).toHaveLength(1)
      expect(await releaseWords({ ...options, show: false })).toEqual({ ok: true })
      expect(await findReleasedWords({ municipality: 'korce' })).toEqual([])
    })

    test('are nobody else’s, also by the hand of the office', async () => {
      const { submissionId } = await send(whole.need)
      const options = { submissionId, now, show: true }
      expect(await releaseWords({ ...options, viewer: officer })).toEqual({ ok: false, error: 'not-allowed' })
      expect(await releaseWords({ ...options, viewer: elsewhere })).toEqual({ ok: false, error: 'not-yours' })
      expect(await findReleasedWords({ municipality: 'korce' })).toEqual([])
    })
  })

  describe('the queue', () => {
    test('is narrowed by what is chosen, and counts what it shows', async () => {
      const assisted = await send({ ...whole.need, who: 'other', agreed: ['send'] }, new Date('2026-05-11T09:00Z'))
      const wrong = await send(whole.feedback)
      const overdue = await queue('overdue=1')
      expect(overdue.rows.map(({ id }) => id)).toEqual([assisted.submissionId])
      expect(overdue.rows[0]?.isLate).toBe(true)
      expect(overdue).toMatchObject({ found: 1, counts: { overdue: 1 } })
      expect(await ids('assisted=1')).toEqual([assisted.submissionId])
      const { category } = whole.feedback
      expect(await ids(`kind=${category}`)).toContain(wrong.submissionId)
      expect(await ids('kind=need')).not.toContain(wrong.submissionId)
      expect(await ids('mine=1')).toEqual([])
      // What comes first in it is what comes next.
      expect((await ids(''))[0]).toBe(assisted.submissionId)
      expect((await nextInQueue({ viewer: officer, now }))?.id).toBe(assisted.submissionId)
    })

    test('has nothing of another municipality, and danger only for those who read it', async () => {
      expect(await ids('status=all', elsewhere)).toEqual([])
      const harm = await send(whole.harm)
      expect(await ids('status=all')).not.toContain(harm.submissionId)
      expect(await ids('status=all', protection)).toContain(harm.submissionId)
    })

    test('an entitlement that a message is about is named', async () => {
      const { submissionId } = await send({ ...whole.feedback, about: 'entitlement:e01' })
      const message = await readAsOffice({ submissionId, viewer: officer, now })
      expect(message?.entitlement?.slug).toBe('e01')
      expect(message?.entitlement?.name.length).toBeGreaterThan(5)
    })
  })
})
