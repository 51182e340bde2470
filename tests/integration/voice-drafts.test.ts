import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerStep } from '../../app/features/voice/answer.server'
import { drawCode } from '../../app/features/voice/code'
import {
  addWords,
  answerQuestion,
  disputeAnswer,
  eraseContact,
  markSolved,
  renewCode,
  withdrawMessage,
} from '../../app/features/voice/commands.server'
import {
  addDraftFile,
  beginDraft,
  readDraft,
  readDraftFiles,
  removeDraftFiles,
  saveDraft,
  wipeDraft,
} from '../../app/features/voice/drafts.server'
import { replyToMessage } from '../../app/features/voice/office.server'
import { getMessage } from '../../app/features/voice/queries.server'
import { eraseOld } from '../../app/features/voice/retention.server'
import type { Answers } from '../../app/features/voice/rules'
import { submitMessage } from '../../app/features/voice/submit.server'
import { addJob, runJobs, type Job } from '../../app/server/jobs.server'
import { addStaff, draftOf, findInDatabase, homes, openHome, places, planted, whole } from '../support/voice'

const slow = 120_000
const now = new Date('2026-06-01T09:00:00Z')
const hour = 60 * 60_000
const day = 24 * hour
const later = (age: number, from = now) => new Date(from.getTime() + age)
const withCookie = (cookie: string) => new Request('http://localhost/sq/tell', { headers: { cookie } })
const valueOf = (cookie: string) => cookie.split(';')[0] ?? ''

describe.each(homes)('what is kept of messages, %s', (kind) => {
  let home: Awaited<ReturnType<typeof openHome>>
  beforeAll(async () => {
    home = await openHome(kind)
  }, slow)
  afterAll(() => home?.close(), slow)

  const begin = async (answers: Answers) => {
    const { cookie, open } = await beginDraft(answers, now)
    return { open, cookie: valueOf(cookie) }
  }
  const send = async (answers: Answers) => {
    const open = await draftOf(answers, now)
    await addDraftFile(open, 'photo', Buffer.from(planted.words))
    expect(await submitMessage(open, { now, register: 'sq' })).toMatchObject({ ok: true })
    return { open, ...open.draft }
  }
  const count = async (table: 'Draft' | 'DraftFile' | 'Job') =>
    Number((await home.database.prisma.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${table}"`))[0]?.n)

  describe('a draft', () => {
    test('comes back whole through its cookie, and nobody else can read it', async () => {
      const { cookie, open } = await begin(whole.need)
      expect((await readDraft(withCookie(`a=b; ${cookie}; c=d`), now))?.draft).toEqual(open.draft)
      expect(await findInDatabase(home.database.prisma, [...Object.values(planted), open.draft.code])).toEqual([])
    })

    test('opens with no other cookie', async () => {
      const { cookie } = await begin(whole.need)
      const { cookie: other } = await begin(whole.feedback)
      const id = cookie.slice(0, 'prane-draft='.length + 32)
      const changed = cookie.slice(0, -1) + (cookie.endsWith('0') ? '1' : '0')
      const wrong = ['', id, changed, id + other.slice(-64), cookie.toUpperCase(), `${cookie}0`, cookie.slice(0, -1)]
      for (const value of [...wrong, 'prane-draft=__proto__', `prane-draft=${'a'.repeat(20_000)}`, 'prane-draft=%00']) {
        expect(await readDraft(withCookie(value), now)).toBeNull()
      }
    })

    test('cannot be opened in the place of another', async () => {
      const [one, two] = [await begin(whole.need), await begin(whole.feedback)]
      const { prisma } = home.database
      const { sealed } = await prisma.draft.findUniqueOrThrow({
        where: { id: one.open.at.id },
        select: { sealed: true },
      })
      await prisma.draft.update({ where: { id: two.open.at.id }, data: { sealed } })
      const moved = two.cookie.slice(0, -64) + one.cookie.slice(-64)
      expect(await readDraft(withCookie(moved), now)).toBeNull()
    })

    test('is over a day after it was last written, and then erased with its files', async () => {
      const { cookie, open } = await begin(whole.need)
      await addDraftFile(open, 'photo', Buffer.from('x'))
      await saveDraft(open, later(20 * hour))
      expect(await readDraft(withCookie(cookie), later(44 * hour - 1))).not.toBeNull()
      expect(await readDraft(withCookie(cookie), later(44 * hour))).toBeNull()
      await eraseOld(later(44 * hour))
      expect([await count('Draft'), await count('DraftFile')]).toEqual([0, 0])
    })

    test('is gone with its files in one tap, and what is saved after that is not kept', async () => {
      const { cookie, open } = await begin(whole.need)
      await addDraftFile(open, 'recording', Buffer.from('x'))
      expect(await wipeDraft(withCookie(cookie))).toMatch(/^prane-draft=; Max-Age=0/)
      await saveDraft(open, now)
      await expect(addDraftFile(open, 'photo', Buffer.from('x'))).rejects.toThrow()
      expect(await readDraft(withCookie(cookie), now)).toBeNull()
      expect([await count('Draft'), await count('DraftFile')]).toEqual([0, 0])
    })

    test('keeps its files in order, sealed, and lets nobody touch those of another', async () => {
      const [one, two] = [await begin(whole.need), await begin(whole.need)]
      for (const text of ['a', planted.words, 'c']) await addDraftFile(one.open, 'photo', Buffer.from(text))
      await addDraftFile(two.open, 'photo', Buffer.from('of the other'))
      expect(await findInDatabase(home.database.prisma, [planted.words])).toEqual([])
      const files = await readDraftFiles(one.open)
      expect(files.map(({ content }) => content.toString()).sort()).toEqual(['a', 'c', planted.words].sort())
      await removeDraftFiles(two.open, { id: files[0]?.id ?? '', kind: 'photo' })
      expect(await readDraftFiles(one.open)).toHaveLength(3)
      await removeDraftFiles(one.open, { id: files[0]?.id ?? '', kind: 'photo' })
      expect(await readDraftFiles(one.open)).toHaveLength(2)
    })

    test.each(['', 'x', "' or 1=1", '0'.repeat(36), '\0', '00000000-0000-0000-0000-000000000000'])(
      'a file that is not there is removed without a fault: %j',
      async (remove) => {
        const { open } = await begin(whole.need)
        const form = new FormData()
        form.append('remove', remove)
        const result = await answerStep({ open, step: 'photos', form, language: 'sq', now })
        expect(result).toEqual({ ok: true, next: 'photos' })
      },
    )

    test('that was sent leaves the receipt alone, for an hour', async () => {
      const { cookie, open } = await begin(whole.need)
      await addDraftFile(open, 'photo', Buffer.from('x'))
      await submitMessage(open, { now, register: 'sq' })
      const left = await readDraft(withCookie(cookie), later(hour - 1))
      expect(left?.draft).toEqual({
        submissionId: open.draft.submissionId,
        code: open.draft.code,
        answers: { topic: 'missing', who: 'me' },
        sent: { municipality: 'korce', dueOn: '2026-06-15', isProtection: false },
      })
      expect(await readDraftFiles(open)).toEqual([])
      expect(await readDraft(withCookie(cookie), later(hour))).toBeNull()
    })

    test('an answer that was saved while it was sent does not hide the code: sending again shows it', async () => {
      const { cookie, open } = await begin(whole.need)
      await submitMessage(open, { now, register: 'sq' })
      await saveDraft(open, now) // the other window had read the draft before it was sent
      const again = await readDraft(withCookie(cookie), now)
      if (!again) throw new Error('The draft is gone.')
      expect(await submitMessage(again, { now, register: 'sq' })).toMatchObject({ ok: true })
      expect((await readDraft(withCookie(cookie), now))?.draft).toMatchObject({ code: open.draft.code, sent: {} })
    })
  })

  describe('erasing', () => {
    const remains = async (submissionId: string) => {
      const { prisma } = home.database
      const select = { sealed: true, subject: true, mayShow: true, files: true, events: { select: { sealed: true } } }
      return prisma.submission.findUniqueOrThrow({ where: { id: submissionId }, select })
    }

    test('taking back empties all that anybody wrote and leaves what is counted', async () => {
      const { prisma } = home.database
      const { submissionId, code } = await send({ ...whole.need, about: 'service:qxzvara', mayShow: true })
      const viewer = await addStaff(prisma, 'officer', places.korce)
      await addWords({ submissionId, now, words: planted.added })
      await replyToMessage({ submissionId, viewer, now, words: planted.office })
      expect((await remains(submissionId)).files).toHaveLength(1)

      expect(await withdrawMessage({ submissionId, now })).toEqual({ ok: true })
      const left = await remains(submissionId)
      expect(left).toMatchObject({ sealed: null, subject: null, mayShow: false, files: [] })
      expect(left.events.map(({ sealed }) => sealed)).toEqual([null, null, null, null])
      expect(await findInDatabase(prisma, ['qxzvara', ...Object.values(planted)])).toEqual([])
      expect(await getMessage({ code })).toMatchObject({
        status: 'withdrawn',
        kind: 'need',
        help: 'home_help',
        content: null,
        photos: 0,
        dueOn: null,
        may: [],
      })
    })

    test('nothing more can be done with what was taken back', async () => {
      const { submissionId, code } = await send(whole.feedback)
      await withdrawMessage({ submissionId, now })
      const words = { submissionId, now, words: planted.added }
      const refused = { ok: false, error: 'not-now' }
      for (const act of [addWords, answerQuestion, disputeAnswer]) expect(await act(words)).toEqual(refused)
      for (const act of [markSolved, withdrawMessage]) expect(await act({ submissionId, now })).toEqual(refused)
      expect(await renewCode({ submissionId, now, code: drawCode(() => 1) })).toEqual(refused)
      expect((await getMessage({ code }))?.events.map(({ kind: what }) => what)).toEqual(['sent', 'withdrawn'])
    })

    test('the contact alone can be erased', async () => {
      const { submissionId, code } = await send(whole.need)
      expect(await eraseContact({ submissionId, now })).toEqual({ ok: true })
      const message = await getMessage({ code })
      expect(message?.content).toMatchObject({ words: planted.words, aboutYou: { group: 'roma' } })
      expect(message?.content).not.toHaveProperty('contact')
      expect(message).toMatchObject({ status: 'received', dueOn: '2026-06-15', photos: 1 })
    })

    test('a new code dismisses whoever helped: the old one opens nothing, their contact is gone', async () => {
      const { submissionId, code } = await send({ ...whole.need, who: 'other', agreed: ['send', 'contact'] })
      expect(await getMessage({ code })).toMatchObject({ isAssisted: true })
      const renewed = drawCode(() => 7)
      expect(await renewCode({ submissionId, now, code: renewed })).toEqual({ ok: true })
      expect(await getMessage({ code })).toBeNull()
      const message = await getMessage({ code: renewed })
      expect(message).toMatchObject({ isAssisted: false, content: { words: planted.words } })
      expect(message?.content).not.toHaveProperty('contact')
    })

    test('words are erased a year after a message was closed, not before, and the counts stay', async () => {
      const [closed, open] = [await send(whole.need), await send(whole.need)]
      const viewer = await addStaff(home.database.prisma, 'officer', places.korce)
      await replyToMessage({ submissionId: closed.submissionId, viewer, now, words: planted.office })
      await markSolved({ submissionId: closed.submissionId, now })
      await eraseOld(later(365 * day - 1))
      expect((await getMessage(closed))?.content).toMatchObject({ words: planted.words })
      expect((await eraseOld(later(365 * day))).messages).toBeGreaterThan(0)
      expect(await eraseOld(later(365 * day))).toEqual({ drafts: 0, messages: 0 })
      const left = await remains(closed.submissionId)
      expect([left.sealed, left.files, left.events.some(({ sealed }) => sealed)]).toEqual([null, [], false])
      expect(await getMessage(closed)).toMatchObject({ status: 'closed', help: 'home_help', content: null, photos: 0 })
      expect((await getMessage(open))?.content).toMatchObject({ words: planted.words })
    })
  })

  describe('work to be done later', () => {
    const add = (detail: { number: number }, runAt = now) =>
      addJob(home.database.prisma, { kind: 'count', detail, runAt })
    const numberOf = ({ detail }: Job) => (detail as { number: number }).number
    const run = (handler: (job: Job, at: Date) => Promise<void>, at = now) =>
      runJobs(home.database.prisma, { count: handler }, at)

    test('is done once, by two at the same time, and each may use the database', { timeout: slow }, async () => {
      const { prisma } = home.database
      for (let number = 0; number < 20; number++) await add({ number })
      const done: number[] = []
      const work = async (job: Job) => {
        await prisma.staff.count()
        done.push(numberOf(job))
      }
      const counts = await Promise.all([run(work), run(work)])
      expect(counts[0] + counts[1]).toBe(20)
      expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, number) => number))
      expect(await run(work, later(day))).toBe(0)
    })

    test('that fails is tried again later, each time after a longer wait, and says no more than the kind of fault', async () => {
      const { prisma } = home.database
      await add({ number: 100 })
      const fails = () => Promise.reject(new TypeError(planted.words))
      expect(await run(fails)).toBe(0)
      expect(await findInDatabase(prisma, [planted.words])).toEqual([])
      expect(
        await prisma.job.findFirst({ where: { doneAt: null, kind: 'count' }, select: { lastError: true } }),
      ).toEqual({
        lastError: 'TypeError',
      })
      const tries: number[] = []
      for (let minute = 0; minute < 16; minute++) {
        await run(
          () => {
            tries.push(minute)
            return Promise.reject(new Error())
          },
          later(minute * 60_000),
        )
      }
      expect(tries).toEqual([2, 6, 14])
      expect(await run(() => Promise.resolve(), later(day))).toBe(1)
    })

    test('that a process had in hand when it died is taken by another one', async () => {
      await add({ number: 200 })
      let release = () => {}
      const dead = run(() => new Promise<void>((end) => (release = end)))
      let done = 0
      const other = (at: Date) => run(() => Promise.resolve(void done++), at)
      await expect
        .poll(async () => (await home.database.prisma.job.count({ where: { attempts: 1, doneAt: null } })) > 0)
        .toBe(true)
      await other(later(4 * 60_000))
      expect(done).toBe(0)
      await other(later(5 * 60_000))
      expect(done).toBe(1)
      release()
      await dead
    })

    test('waits while nobody knows how to do it, or its time has not come, or what asked for it did not happen', async () => {
      const { prisma } = home.database
      await addJob(prisma, { kind: 'unknown', detail: {}, runAt: now })
      await add({ number: 300 }, later(hour))
      const given = prisma.$transaction(async (transaction) => {
        await addJob(transaction, { kind: 'count', detail: { number: 400 }, runAt: now })
        throw new Error('not this time')
      })
      await expect(given).rejects.toThrow('not this time')
      const done: number[] = []
      const work = (job: Job) => Promise.resolve(void done.push(numberOf(job)))
      await run(work)
      expect(done).toEqual([])
      await run(work, later(hour))
      expect(done).toEqual([300])
    })

    test('a note of news says which message, and nothing else', async () => {
      const { submissionId } = await send(whole.need)
      const viewer = await addStaff(home.database.prisma, 'officer', places.korce)
      await replyToMessage({ submissionId, viewer, now, words: planted.office })
      const notes: unknown[] = []
      await runJobs(
        home.database.prisma,
        { 'tell-of-news': ({ detail }) => Promise.resolve(void notes.push(detail)) },
        now,
      )
      expect(notes).toContainEqual({ submissionId })
      for (const note of notes) expect(Object.keys(note as object)).toEqual(['submissionId'])
    })
  })
})
