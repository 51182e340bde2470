import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { replyToMessage } from '../../app/features/voice/office.server'
import { addReminders, getMailState, mailHandlers } from '../../app/features/voice/outbox.server'
import { submitMessage } from '../../app/features/voice/submit.server'
import { registers, type Register } from '../../app/i18n/registers'
import type { Viewer } from '../../app/lib/staff'
import { setMode } from '../../app/server/env.server'
import { runJobs } from '../../app/server/jobs.server'
import { addStaff, draftOf, openHome, places, planted, whole } from '../support/voice'

const slow = 60_000
const at = (moment: string) => new Date(`${moment}Z`)
const monday = at('2026-06-01T09:00')
const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000)

type Letter = { to: string[]; text: string }
const letters: Letter[] = []
let refuses = false

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refuses ? new Error('450 later') : null),
  onData: (stream, session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      letters.push({ to, text: Buffer.concat(chunks).toString() })
      done()
    })
  },
})

let home: Awaited<ReturnType<typeof openHome>>
let officer: Viewer
let head: Viewer

function setMail(url: string): void {
  process.env['SMTP_URL'] = url
  process.env['MAIL_FROM'] = url && 'prane@example.org'
  process.env['PUBLIC_URL'] = 'https://prane.example'
  setMode('test') // reads the settings anew
}

beforeAll(async () => {
  await new Promise<void>((open) => smtp.listen(0, '127.0.0.1', open))
  home = await openHome('embedded')
  const { prisma } = home.database
  officer = await addStaff(prisma, 'officer', places.korce)
  head = await addStaff(prisma, 'head_of_service', places.korce)
  for (const { staffId } of [officer, head]) {
    await prisma.staff.update({
      where: { id: staffId },
      data: { email: `${staffId}@example.org`, passwordHash: 'x', language: 'en' },
    })
  }
}, slow)

afterAll(async () => {
  await home?.close()
  await new Promise<void>((closed) => smtp.close(closed))
})

beforeEach(() => {
  letters.length = 0
  refuses = false
})

const send = (now: Date) => runJobs(home.database.prisma, mailHandlers(), now)
const decoded = (text: string) =>
  /base64/i.test(text)
    ? Buffer.from(text.split(/\r\n\r\n/)[1] ?? '', 'base64').toString()
    : text.replaceAll('=\r\n', '')
const bytesOf = (text: string) =>
  Buffer.from(
    decoded(text).replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString()

async function answered(register: Register): Promise<string> {
  const open = await draftOf(whole.need, monday)
  await submitMessage(open, { now: monday, register })
  const { submissionId } = open.draft
  await replyToMessage({ submissionId, viewer: officer, now: monday, words: planted.office })
  return submissionId
}

describe('news for a person', () => {
  test('waits while no mail server is set, and the desk can say so', async () => {
    setMail('')
    await answered('sq')
    expect(await send(monday)).toBe(0)
    expect(await getMailState()).toEqual({ isSet: false, waiting: 1, failing: 0 })
  })

  test('goes out, in the person’s register, and says nothing but that there is some', async () => {
    setMail(`smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`)
    for (const register of registers.slice(1)) await answered(register)
    expect(await send(later(1))).toBe(4)
    expect(letters).toHaveLength(4)
    const bodies = letters.map(({ text }) => bytesOf(text))
    for (const [index, { to, text }] of letters.entries()) {
      expect(to).toEqual([planted.email])
      expect(bodies[index]).toContain(`https://prane.example/${registers[index]}/track`)
      for (const secret of [planted.words, planted.office, planted.phone, planted.about, 'korce', 'Korçë', 'home_help'])
        expect(text + bodies[index]).not.toContain(secret)
    }
    expect(new Set(letters.map(({ text }) => bytesOf(text.slice(text.indexOf('\r\n\r\n'))))).size).toBe(4)
    expect(await send(later(2))).toBe(0)
  })

  test('is tried again when the server refuses, and the failure is seen', async () => {
    refuses = true
    await answered('sq')
    expect(await send(later(3))).toBe(0)
    expect(await getMailState()).toEqual({ isSet: true, waiting: 1, failing: 1 })
    refuses = false
    expect(await send(later(4))).toBe(0) // not at once
    expect(await send(later(10))).toBe(1)
    expect(letters).toHaveLength(1)
    expect((await getMailState()).waiting).toBe(0)
  })

  test('is not sent for a message without an address, nor for one that was taken back', async () => {
    const open = await draftOf(whole.feedback, monday)
    await submitMessage(open, { now: monday, register: 'sq' })
    await replyToMessage({ submissionId: open.draft.submissionId, viewer: officer, now: monday, words: 'x' })
    expect((await getMailState()).waiting).toBe(0)
    const id = await answered('sq')
    await home.database.prisma.submission.update({ where: { id }, data: { status: 'withdrawn', sealed: null } })
    expect(await send(later(20))).toBe(1)
    expect(letters).toEqual([])
  })
})

describe('reminders', () => {
  test('go to whoever has a message that is due within three days, and of what is late to the head, once a day', async () => {
    const { prisma } = home.database
    const open = await draftOf(whole.feedback, monday)
    await submitMessage(open, { now: monday, register: 'sq' })
    const { submissionId: id } = open.draft
    const due = await prisma.submission.update({
      where: { id },
      data: { assignedToId: officer.staffId },
      select: { dueOn: true },
    })
    const dueOn = (due.dueOn as Date).getTime()
    const daysTo = (days: number) => new Date(dueOn - days * 86_400_000 + 9 * 3_600_000)
    expect(await addReminders(daysTo(4))).toBe(0)
    expect(await addReminders(daysTo(3))).toBe(1)
    expect(await addReminders(daysTo(3))).toBe(0)
    await send(daysTo(3))
    expect(letters.map(({ to }) => to)).toEqual([[`${officer.staffId}@example.org`]])
    expect(bytesOf(letters[0]?.text ?? '')).toContain('1 message is due within three days')
    expect(await addReminders(daysTo(-1))).toBe(1)
    await send(daysTo(-1))
    expect(letters.at(-1)?.to).toEqual([`${head.staffId}@example.org`])
    await replyToMessage({ submissionId: id, viewer: officer, now: daysTo(-2), words: 'x' })
    expect(await addReminders(daysTo(-2))).toBe(0)
  })
})
