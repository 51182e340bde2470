import { parse, serialize } from 'cookie'
import { readCode, type Code } from '~/lib/code'
import { getEnv, isSecure } from '~/server/env.server'
import { openCookie, sealCookie } from '~/server/keys.server'
import { countMiss, waitForTurn } from '~/server/limits.server'
import { openBallot, type CastResult } from './cast.server'

const name = 'prane-ballot'
const keptFor = 30 * 60_000

/** A cookie that holds a ballot code for 30 minutes, sealed; null empties it. */
export function ballotCookie(code: Code | null, now: Date): string {
  const value = code === null ? '' : sealCookie(code, name, now.getTime() + keptFor)
  return serialize(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(getEnv()),
    maxAge: code === null ? 0 : keptFor / 1000,
  })
}

export function readBallotCookie(request: Request, now: Date): Code | null {
  const value = parse((request.headers.get('Cookie') ?? '').slice(0, 8_000))[name]
  const code = value ? openCookie(value, name, now.getTime()) : null
  const read = code === null ? null : readCode(code)
  return read?.kind === 'code' ? read.code : null
}

/** Whether a code opens a ballot; whoever tries codes in vain waits longer and longer. */
export async function tryBallotCode(
  options: { cycleId: string; code: Code; now: Date },
  address: string,
): Promise<CastResult | { ok: false; error: 'busy' }> {
  if (!(await waitForTurn(address))) return { ok: false, error: 'busy' }
  const result = await openBallot(options)
  if (!result.ok && result.error === 'unknown-code') await countMiss(address)
  return result
}
