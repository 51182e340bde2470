import { randomInt } from 'node:crypto'
import { drawCode, type Code } from '~/lib/code'
import { ballotCodeHash, makeBallotKey, readBallotKey } from './ballot-key.server'
import { note, withCycle, type CycleOptions, type Refusal } from './cycle.server'

/** Codes a batch, and a cycle. */
export const batchSizes = { min: 1, max: 200, all: 100_000 } as const

export type IssueResult = { ok: true; codes: Code[] } | Refusal<'not-yours' | 'not-frozen' | 'over' | 'count'>

/**
 * Makes a batch of ballot codes, to be printed at once: they are shown this one time, only their keyed hashes stay.
 * They belong to nobody; people draw one from a closed pile.
 */
export async function issueBallotCodes({ count, ...options }: CycleOptions & { count: number }): Promise<IssueResult> {
  return withCycle<IssueResult>(options, async (transaction, cycle) => {
    if (cycle.ruleHash === null) return { ok: false, error: 'not-frozen' }
    if (cycle.closedAt !== null || cycle.cancelledAt !== null) return { ok: false, error: 'over' }
    const inAll = cycle.codesIssued + count
    if (!Number.isInteger(count) || count < batchSizes.min || count > batchSizes.max || inAll > batchSizes.all)
      return { ok: false, error: 'count' }
    const key = (await readBallotKey(transaction, cycle.id)) ?? (await makeBallotKey(transaction, cycle.id))
    const codes = new Set<Code>()
    while (codes.size < count) codes.add(drawCode(() => randomInt(10)))
    const data = [...codes].map((code) => ({ cycleId: cycle.id, codeHash: ballotCodeHash(key, code) }))
    await transaction.ballotCode.createMany({ data })
    await transaction.budgetCycle.update({ where: { id: cycle.id }, data: { codesIssued: inAll } })
    await note(transaction, options, 'codes')
    return { ok: true, codes: [...codes] }
  })
}
