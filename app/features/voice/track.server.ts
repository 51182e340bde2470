import { parse, serialize } from 'cookie'
import { getEnv, isSecure } from '~/server/env.server'
import { openCookie, sealCookie } from '~/server/keys.server'
import { countMiss, waitForTurn } from '~/server/limits.server'
import { readCode, type Code } from './code'
import { getMessage } from './queries.server'
import type { MessageView } from './rules'

const cookieName = 'prane-track'
const candidateName = 'prane-new-code'
const keptFor = 30 * 60_000

/** A cookie that holds the code for 30 minutes, sealed; null empties it. */
export const codeCookie = (code: Code | null, now: Date) => cookie(cookieName, code, now)
/** The code that is to take the place of the old one, until the person says that they have kept it. */
export const newCodeCookie = (code: Code | null, now: Date) => cookie(candidateName, code, now)

export const readCodeCookie = (request: Request, now: Date) => read(request, cookieName, now)
export const readNewCode = (request: Request, now: Date) => read(request, candidateName, now)

/**
 * The message of a code. Null when there is none; `busy` when too many look-ups wait for their turn.
 *
 * @param address the network address that asks
 */
export async function lookUp(code: Code, address: string): Promise<MessageView | null | 'busy'> {
  if (!(await waitForTurn(address))) return 'busy'
  const message = await getMessage({ code })
  if (!message) await countMiss(address)
  return message
}

function cookie(name: string, code: Code | null, now: Date): string {
  const value = code === null ? '' : sealCookie(code, name, now.getTime() + keptFor)
  return serialize(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(getEnv()),
    maxAge: code === null ? 0 : keptFor / 1000,
  })
}

function read(request: Request, name: string, now: Date): Code | null {
  const value = parse((request.headers.get('Cookie') ?? '').slice(0, 8_000))[name]
  const code = value ? openCookie(value, name, now.getTime()) : null
  if (code === null) return null
  const checked = readCode(code)
  return checked.kind === 'code' ? checked.code : null
}
