import type { Code } from '~/lib/code'
import { ballotCodeHash, readBallotKey } from './ballot-key.server'
import { checkBallot, orderedChoices, paperState, type BallotProblem } from './ballot'
import { ballotRule, lockCode } from './cast.server'
import { withCycle, type CycleOptions, type Refusal } from './cycle.server'

export type PaperError = 'not-open' | 'unknown-code' | 'online' | 'counted' | 'same-person' | BallotProblem
export type PaperResult =
  /** `next`: another person types it; `differs`: three readings, none alike, and all begins again. */
  { ok: true; state: 'next' | 'agreed' | 'differs' } | Refusal<'not-yours' | PaperError>

/**
 * Takes what one person read from a paper ballot. Two persons type every ballot, a third one where they differ; what
 * two of them read alike is cast. A code that was used online is refused, and the desk sees the conflict. What is typed
 * stands in no audit: its time would stand beside a ballot.
 */
export async function typePaperBallot({
  code,
  choices,
  ...options
}: CycleOptions & { code: Code; choices: readonly number[] }): Promise<PaperResult> {
  return withCycle<PaperResult>(options, async (transaction, cycle) => {
    const key = await readBallotKey(transaction, cycle.id)
    // Paper of the last day is typed after it: until the close.
    const isOver = cycle.closedAt !== null || cycle.cancelledAt !== null
    if (key === null || cycle.phase !== 'vote' || isOver) return { ok: false, error: 'not-open' }
    const row = await lockCode(transaction, cycle.id, ballotCodeHash(key, code))
    if (row === null) return { ok: false, error: 'unknown-code' }
    const { codeHash } = row
    if (row.channel === 'online') {
      await transaction.ballotCode.update({ where: { codeHash }, data: { conflict: true } })
      return { ok: false, error: 'online' }
    }
    if (row.isCast) return { ok: false, error: 'counted' }
    const problem = checkBallot(choices, ballotRule(cycle))
    if (problem !== null) return { ok: false, error: problem }
    const before = await transaction.paperEntry.findMany({
      where: { codeHash },
      orderBy: { round: 'asc' },
      select: { round: true, staffId: true, choices: true },
    })
    const { staffId } = options.viewer
    if (before.some((reading) => reading.staffId === staffId)) return { ok: false, error: 'same-person' }
    const reading = { round: before.length + 1, staffId, choices: orderedChoices(choices) }
    await transaction.paperEntry.create({ data: { codeHash, cycleId: cycle.id, ...reading } })
    await transaction.ballotCode.update({ where: { codeHash }, data: { channel: 'paper' } })
    const state = paperState([...before, reading])
    if (state.kind === 'awaits') return { ok: true, state: 'next' }
    await transaction.paperEntry.deleteMany({ where: { codeHash } })
    if (state.kind === 'differs') return { ok: true, state: 'differs' }
    await transaction.ballotCode.update({ where: { codeHash }, data: { isCast: true, choices: state.choices } })
    return { ok: true, state: 'agreed' }
  })
}
