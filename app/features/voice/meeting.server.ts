import { randomInt, randomUUID } from 'node:crypto'
import { clockInTirana } from '~/lib/days'
import { getDatabase } from '~/server/db.server'
import { codeHash, sealText } from '~/server/keys.server'
import { writeDown } from '../accounts/audit.server'
import type { Viewer } from '~/lib/staff'
import { readHolidays } from '~/server/calendar.server'
import { answerWithin, dueOn } from './clock'
import { drawCode, type Code } from './code'
import type { MeetingNote, Origin } from './rules'

/**
 * Keeps the needs that were said at a meeting, each as a message with a code of its own for whoever said it. All of
 * them or none; sent twice, they are there once.
 *
 * @param batch drawn with the empty form, so that sending it twice can be told from a second meeting
 */
export async function addMeetingNotes(
  {
    notes,
    origin,
    viewer,
    batch,
  }: { notes: MeetingNote[]; origin: Exclude<Origin, 'person'>; viewer: Viewer; batch: string },
  now: Date,
): Promise<{ code: Code; help: string }[] | 'sent-before'> {
  const { municipalityCode, staffId } = viewer
  if (municipalityCode === null) throw new Error('Only people of a municipality note down its needs.')
  const due = dueOn(clockInTirana(now).date, answerWithin.ordinary, await readHolidays())
  const made = notes.map((note) => ({ ...note, id: randomUUID(), code: drawCode(() => randomInt(10)) }))
  const { prisma } = await getDatabase()
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.fact.createMany({
      data: { name: `meeting ${batch}`, value: now.toISOString() },
      skipDuplicates: true,
    })
    if (count === 0) return 'sent-before'
    for (const { id, code, help, unit, howMany, words } of made) {
      await transaction.submission.create({
        data: {
          id,
          codeHash: codeHash(code),
          kind: 'need',
          municipalityCode,
          unitNumber: unit,
          help,
          howMany,
          register: 'sq',
          isAssisted: true,
          origin,
          sealed: sealText(JSON.stringify(words ? { words } : {}), id),
          receivedAt: now,
          dueOn: new Date(due),
          events: { create: [{ kind: 'sent', at: now, staffId, detail: origin }] },
        },
      })
      await writeDown({ staffId, action: 'changed', subject: `message:${id}`, detail: origin, now }, transaction)
    }
    return made.map(({ code, help }) => ({ code, help }))
  })
}
