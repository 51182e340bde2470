import { randomBytes, randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dataTables, getDataFile } from '../../app/features/directory/exports.server'
import { answerFields, answerKinds, type AnswerLine } from '../../app/features/voice/answers'
import { findAnswerRows, findAnswers, findReleasedWords } from '../../app/features/voice/answers.server'
import { disputeAnswer, withdrawMessage } from '../../app/features/voice/commands.server'
import { PublicAnswers } from '../../app/features/voice/components/public-answers'
import { ShownWords } from '../../app/features/voice/components/shown-words'
import { assignMessage, passOnMessage, releaseWords, replyToMessage } from '../../app/features/voice/office.server'
import { eraseOld } from '../../app/features/voice/retention.server'
import type { Answers } from '../../app/features/voice/rules'
import { submitMessage } from '../../app/features/voice/submit.server'
import { isEasy, registers, type Register } from '../../app/i18n/registers'
import { textsIn } from '../../app/i18n/texts.server'
import type { Viewer } from '../../app/lib/staff'
import { loader as municipalityLoader } from '../../app/routes/municipality'
import { addStaff, draftOf, homes, openHome, places, planted, whole } from '../support/voice'

const slow = 120_000
const at = (moment: string) => new Date(`${moment}Z`)
const now = at('2026-11-23T10:00')
type Made = {
  place?: keyof typeof places
  kind?: (typeof answerKinds)[number] | 'harm'
  received?: string
  answered?: string
  days?: number
  inTime?: boolean
  disputed?: string
}

const show = (register: Register, shown: ReactNode) =>
  renderToStaticMarkup(<I18nextProvider i18n={textsIn(register)}>{shown}</I18nextProvider>)

describe.each(homes)('answers that everybody may read, %s', (home) => {
  let opened: Awaited<ReturnType<typeof openHome>>
  let officer: Viewer

  beforeAll(async () => {
    opened = await openHome(home)
    officer = await addStaff(opened.database.prisma, 'officer', places.korce)
    await addStaff(opened.database.prisma, 'protection_officer', places.korce, now)
  }, slow)
  afterAll(() => opened?.close(), slow)

  /** So many messages of one kind, which all went the same way. */
  async function add(count: number, made: Made): Promise<string[]> {
    const { prisma } = opened.database
    const { place = 'korce', kind = 'need', received = '2026-08-03T09:00', answered, days = 3, disputed } = made
    const ids = Array.from({ length: count }, () => randomUUID())
    await prisma.submission.createMany({
      data: ids.map((id) => ({
        id,
        codeHash: randomBytes(32),
        kind: kind === 'need' ? ('need' as const) : ('feedback' as const),
        category: kind === 'need' ? null : kind,
        isProtection: kind === 'harm',
        municipalityCode: places[place],
        register: 'sq',
        receivedAt: at(received),
        status: answered ? ('answered' as const) : ('received' as const),
        ...(answered && { firstAnswerAt: at(answered), firstAnswerDays: days, firstInTime: made.inTime ?? true }),
      })),
    })
    if (disputed)
      await prisma.submissionEvent.createMany({
        data: ids.map((submissionId) => ({ submissionId, kind: 'disputed' as const, at: at(disputed) })),
      })
    return ids
  }
  const linesOf = async (municipality: keyof typeof places, quarter: string, today = now) =>
    (await findAnswers({ municipality, now: today })).find((found) => found.quarter === quarter)?.lines ?? []
  const line = (lines: AnswerLine[], kind: AnswerLine['kind']) => lines.find((found) => found.kind === kind)
  const everything = async () => JSON.stringify(await findAnswerRows(now))

  test('with nothing there say so, in a file with its fields and on the page of every register', async () => {
    expect(await findAnswers({ municipality: 'korce', now })).toEqual([])
    expect((await getDataFile('answers.csv'))?.body).toBe(`\uFEFF${answerFields.join(',')}\n`)
    expect((await getDataFile('answers.json'))?.body).toBe('[]')
    expect(dataTables).toContain('answers')
    for (const register of registers) {
      const page = show(register, <PublicAnswers quarters={[]} />)
      expect(page).not.toContain('<table')
      expect(page).toContain(`href="/${register}/data"`)
    }
  })

  test('count what came in a quarter, and what had happened to it a month later', async () => {
    const inTime = { answered: '2026-08-10T09:00' }
    await add(30, { ...inTime, days: 5 })
    await add(10, { answered: '2026-09-10T09:00', days: 20, inTime: false })
    await add(12, { kind: 'problem', ...inTime, days: 2, disputed: '2026-08-20T09:00' })
    await add(13, { kind: 'problem' })
    await add(11, { kind: 'question', ...inTime, days: 4 })
    expect(await linesOf('korce', '2026-Q3')).toEqual([
      { kind: 'all', received: 76, answeredInTarget: 53, medianDays: 5, disputed: 12 },
      { kind: 'need', received: 40, answeredInTarget: 30, medianDays: 5, disputed: 0 },
      { kind: 'problem', received: 25, answeredInTarget: 12, medianDays: 2, disputed: 12 },
      { kind: 'barrier', received: 0, answeredInTarget: 0, medianDays: null, disputed: 0 },
      { kind: 'wrong_information', received: 0, answeredInTarget: 0, medianDays: null, disputed: 0 },
      { kind: 'idea', received: 0, answeredInTarget: 0, medianDays: null, disputed: 0 },
      { kind: 'question', received: 11, answeredInTarget: 11, medianDays: 4, disputed: 0 },
      { kind: 'thanks', received: 0, answeredInTarget: 0, medianDays: null, disputed: 0 },
    ])
  })

  test('leave out messages of violence, and quarters that are not over', async () => {
    const before = await everything()
    await add(25, { kind: 'harm', answered: '2026-08-04T09:00' })
    await add(25, { received: '2026-10-05T09:00' })
    expect(await everything()).toBe(before)
    expect((await findAnswers({ municipality: 'korce', now })).map(({ quarter }) => quarter)).toEqual(['2026-Q3'])
  })

  test('follow Albania’s calendar, to the minute', async () => {
    // Summer time in June and September, winter time when November begins.
    await add(10, { place: 'tirane', received: '2026-03-31T21:59' })
    await add(11, { place: 'tirane', received: '2026-03-31T22:00' })
    await add(12, { place: 'tirane', received: '2026-06-30T21:59' })
    await add(14, { place: 'tirane', received: '2026-09-30T21:59' })
    await add(50, { place: 'tirane', received: '2026-09-30T22:00' })
    const received = async (today: Date) =>
      (await findAnswers({ municipality: 'tirane', now: today })).map(({ quarter, lines }) => [
        quarter,
        lines[0]?.received,
      ])
    const first = [
      ['2026-Q2', 23],
      ['2026-Q1', 10],
    ]
    expect(await received(at('2026-10-31T22:59'))).toEqual(first)
    expect(await received(at('2026-10-31T23:00'))).toEqual([['2026-Q3', 14], ...first])
  })

  test('stay as they are, whatever happens later', async () => {
    const ids = await add(20, { kind: 'idea', answered: '2026-08-10T09:00' })
    const [late = '', disputed = '', passed = '', gone = ''] = [
      ...(await add(12, { kind: 'idea' })).slice(0, 1),
      ...ids,
    ]
    const before = await everything()
    const then = { now: at('2026-11-05T09:00'), viewer: officer }
    const words = planted.office
    expect(await replyToMessage({ ...then, submissionId: late, words })).toEqual({ ok: true })
    expect(await disputeAnswer({ submissionId: disputed, words, now: then.now })).toEqual({ ok: true })
    expect(await disputeAnswer({ submissionId: passed, words, now: then.now })).toEqual({ ok: true })
    expect(await passOnMessage({ ...then, submissionId: passed, to: places.tirane, words })).toEqual({ ok: true })
    expect(await withdrawMessage({ submissionId: gone, now: then.now })).toEqual({ ok: true })
    expect(await everything()).toBe(before)
    expect(line(await linesOf('korce', '2026-Q3'), 'idea')).toMatchObject({ received: 32, answeredInTarget: 20 })
  })

  test('count a message where it was when the figures were made', async () => {
    const [id = ''] = await add(11, { kind: 'barrier', received: '2026-09-01T09:00' })
    expect(line(await linesOf('korce', '2026-Q3'), 'barrier')?.received).toBe(11)
    const then = { now: at('2026-09-04T09:00'), viewer: officer, words: planted.office }
    expect(await passOnMessage({ ...then, submissionId: id, to: places.tirane })).toEqual({ ok: true })
    expect((await linesOf('korce', '2026-Q3'))[0]?.received).toBe(118)
    expect((await linesOf('tirane', '2026-Q3'))[0]?.received).toBe(15)
    expect(line(await linesOf('tirane', '2026-Q3'), 'barrier')?.received).toBeNull()
  })

  test('hide small numbers on the page and in the files alike', async () => {
    await add(4, { place: 'tirane', received: '2025-11-03T09:00', answered: '2025-11-05T09:00' })
    const rows = await findAnswerRows(now)
    const json = JSON.parse((await getDataFile('answers.json'))?.body ?? '') as Record<string, unknown>[]
    const csv = (await getDataFile('answers.csv'))?.body ?? ''
    const lines = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
    expect(json).toEqual(rows)
    expect(lines).toEqual(
      rows.map((row) => Object.fromEntries(answerFields.map((field) => [field, String(row[field] ?? '')]))),
    )
    // By name, then by time; never by figures.
    expect([...new Set(rows.map(({ municipality }) => municipality))]).toEqual(['korce', 'tirane'])
    const quarters = rows.filter(({ municipality }) => municipality === 'tirane').map(({ quarter }) => quarter)
    expect(quarters).toEqual([...quarters].sort())
    for (const { received, answeredInTarget, disputed } of rows) {
      for (const count of [received, answeredInTarget, disputed]) {
        expect(count === null || count === 0 || count >= 10).toBe(true)
      }
    }
    expect((await linesOf('tirane', '2025-Q4')).every(({ received }) => received === null)).toBe(true)
  })

  test.each(registers)('stand on the page in words, then in tables that say what they count: %s', async (register) => {
    const [latest, ...others] = await findAnswers({ municipality: 'korce', now })
    if (!latest) throw new Error('There is no quarter.')
    const page = show(register, <PublicAnswers quarters={[latest, ...others]} />)
    const tables = page.match(/<table class="figures"><caption>[^<]+<\/caption>/g) ?? []
    expect(tables).toHaveLength(isEasy(register) ? 1 : 2)
    expect(page.match(/<th scope="col">/g)).toHaveLength(5 * tables.length)
    expect(page.match(/<th scope="row">/g)).toHaveLength(1 + (isEasy(register) ? 0 : 1 + answerKinds.length))
    expect(page.indexOf('118')).toBeLessThan(page.indexOf('<table'))
    const few = show(
      register,
      <PublicAnswers quarters={[{ quarter: '2025-Q4', lines: await linesOf('tirane', '2025-Q4') }]} />,
    )
    const said = textsIn(register).t('answers:cell.few')
    expect(few).toContain(`>${said}</td>`)
    expect(few.match(/<td/g)?.length).toBe(
      few.split(`>${textsIn(register).t('answers:cell.hidden')}</td>`).length - 1 + (isEasy(register) ? 1 : 2),
    )
  })

  describe('words', () => {
    const told = { ...whole.feedback, about: 'service:qendra', mayShow: true } as const satisfies Answers
    const send = async (answers: Answers) => {
      const open = await draftOf(answers, now)
      expect(await submitMessage(open, { now, register: 'en-simple' })).toMatchObject({ ok: true })
      return open.draft.submissionId
    }
    const release = (submissionId: string, show = true) => releaseWords({ submissionId, show, viewer: officer, now })
    const ofPlace = () => findReleasedWords({ municipality: 'korce' })
    const ofService = () => findReleasedWords({ service: 'qendra' })
    const shown = { words: planted.words, kind: 'barrier', month: '2026-11-01', language: 'en' }

    test('are shown once an officer released them, and gone when they are taken back or withdrawn', async () => {
      const id = await send(told)
      expect(await ofPlace()).toEqual([])
      expect(await release(id)).toEqual({ ok: true })
      expect(await ofPlace()).toEqual([shown])
      expect(await ofService()).toEqual([shown])
      expect(await findReleasedWords({ municipality: 'tirane' })).toEqual([])
      expect(await findReleasedWords({ service: 'tjeter' })).toEqual([])
      await release(id, false)
      expect(await ofPlace()).toEqual([])
      await release(id)
      expect(await withdrawMessage({ submissionId: id, now })).toEqual({ ok: true })
      expect([await ofPlace(), await ofService()]).toEqual([[], []])
    })

    test('are never those that nobody allowed, or of violence', async () => {
      const kept = await send({ ...told, mayShow: false })
      const harm = await send({ ...whole.harm, mayShow: true } as Answers)
      expect(await release(kept)).toEqual({ ok: false, error: 'not-allowed' })
      expect(await release(harm)).toEqual({ ok: false, error: 'not-yours' })
      await opened.database.prisma.submission.updateMany({
        where: { id: { in: [kept, harm] } },
        data: { releasedAt: now },
      })
      expect(await ofPlace()).toEqual([])
      await opened.database.prisma.submission.updateMany({ data: { releasedAt: null } })
    })

    test('are erased with the message', async () => {
      const id = await send(told)
      await release(id)
      await opened.database.prisma.submission.update({ where: { id }, data: { closedAt: at('2025-01-01T00:00') } })
      await eraseOld(now)
      expect(await ofPlace()).toEqual([])
    })

    test('bring nothing else of the message with them, and run nothing', async () => {
      const id = await send({ ...whole.need, mayShow: true, words: '<b>Dy</b>\nrreshta' })
      await replyToMessage({ submissionId: id, viewer: officer, now, words: planted.office })
      await release(id)
      const kept = await send({ ...told, words: `${planted.words} e fshehtë` })
      const message = await opened.database.prisma.submission.findUniqueOrThrow({
        where: { id },
        select: { codeHash: true },
      })
      const secrets = [
        ...Object.values(planted),
        'roma',
        'e fshehtë',
        'home_help',
        'impossible',
        'Njësia 3',
        'I shpikur',
        id,
        kept,
      ]
      for (const register of registers) {
        const context = { request: new Request(`http://localhost/${register}`), context: {} }
        const response = await municipalityLoader({ ...context, params: { register, slug: 'korce' } })
        const { answers, words, ...rest } = (await response.json()) as Record<string, unknown>
        const page = show(register, <ShownWords words={await ofPlace()} />)
        expect(page).toContain('&lt;b&gt;Dy&lt;/b&gt;\nrreshta')
        const sent = JSON.stringify([answers, words, { ...rest, municipality: null }]) + page
        for (const secret of secrets) expect(sent).not.toContain(secret)
        expect(sent).not.toContain(Buffer.from(message.codeHash).toString('hex'))
      }
      const files = await Promise.all(dataTables.map((name) => getDataFile(`${name}.json`)))
      const inFiles = files.map((file) => file?.body).join()
      for (const secret of [...secrets, 'rreshta']) expect(inFiles).not.toContain(secret)
      await release(id, false)
    })

    test(
      'tell the kept pages when they come, change and go; other messages tell nobody',
      { timeout: slow },
      async () => {
        let heard = 0
        const stop = await opened.database.listen({ changed: () => heard++, listening: () => undefined })
        const settled = async (count: number) => {
          await vi.waitFor(() => expect(heard).toBe(count))
          await new Promise((resolve) => setTimeout(resolve, 200))
          expect(heard).toBe(count)
        }
        const id = await send(told)
        await assignMessage({ submissionId: id, viewer: officer, now })
        await settled(0)
        await release(id)
        await settled(1)
        await replyToMessage({ submissionId: id, viewer: officer, now, words: planted.office })
        await settled(2)
        await withdrawMessage({ submissionId: id, now })
        await vi.waitFor(() => expect(heard).toBe(3))
        await stop()
      },
    )
  })
})
