import { createHmac, randomBytes } from 'node:crypto'
import { openText, sealText } from '~/server/keys.server'
import type { Code } from '~/lib/code'
import type { Transaction } from './cycle.server'

/** The cycle's own key for its ballot codes: made once, destroyed by the close. Null when there is none any more. */
export async function readBallotKey(transaction: Transaction, cycleId: string): Promise<Buffer | null> {
  const row = await transaction.ballotKey.findUnique({ where: { cycleId }, select: { sealed: true } })
  return row && openText(row.sealed, `ballot-key ${cycleId}`)
}

export async function makeBallotKey(transaction: Transaction, cycleId: string): Promise<Buffer> {
  const key = randomBytes(32)
  const sealed = sealText(key, `ballot-key ${cycleId}`)
  await transaction.ballotKey.create({ data: { cycleId, sealed } })
  return key
}

/** What stands in the database for a code. */
export const ballotCodeHash = (key: Uint8Array, code: Code): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHmac('sha256', key).update(code).digest())
