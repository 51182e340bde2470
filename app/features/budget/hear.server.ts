import { note, withCycle, type CycleOptions, type Done } from './cycle.server'

export type HearingWords = {
  on: string
  time: string
  placeSq: string
  placeEn: string
  accessSq: string
  accessEn: string
  notesSq: string | null
  notesEn: string | null
}
type HearError = 'not-yours' | 'not-now' | 'unknown' | 'notes'

/**
 * Announces a hearing, or writes one anew: when, where, how one gets in, and afterwards what was said. What people need
 * is noted at the desk's page of meetings, each with a code of its own, and joins next year's queue.
 *
 * @param hearingId of the one that is written anew; null for a new one
 */
export async function writeHearing({
  hearingId,
  words: { on, ...words },
  ...options
}: CycleOptions & { hearingId: string | null; words: HearingWords }): Promise<Done<HearError>> {
  return withCycle<Done<HearError>>(options, async (transaction, { id: cycleId, cancelledAt }) => {
    if (cancelledAt !== null) return { ok: false, error: 'not-now' }
    if ((words.notesSq === null) !== (words.notesEn === null)) return { ok: false, error: 'notes' }
    const data = { ...words, on: new Date(on) }
    if (hearingId === null) await transaction.hearing.create({ data: { cycleId, ...data } })
    else {
      const { count } = await transaction.hearing.updateMany({ where: { id: hearingId, cycleId }, data })
      if (count === 0) return { ok: false, error: 'unknown' }
    }
    await note(transaction, options, 'hearing')
    return { ok: true }
  })
}
