import { parse, serialize } from 'cookie'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { clockInTirana } from '~/lib/days'
import { getEnv, isSecure } from '~/server/env.server'
import { openCookie, sealCookie } from '~/server/keys.server'
import { parseHousehold, questionOf, type CheckState } from './engine'
import { keptCheck } from './schema'

const cookieName = 'prane-check'
/** In milliseconds, from the last answer. */
const keptFor = 24 * 60 * 60_000
/** Of the sealed value: a browser keeps about 4,096 with its name and attributes. */
const maxLength = 3_400

/** The day asked about: today in Albania. */
export const today = (now: Date) => clockInTirana(now).date

/** The answers of this browser; null when there are none, they are over, or somebody changed them. */
export function readCheck(request: Request, now: Date): CheckState | null {
  const sealed = parse((request.headers.get('Cookie') ?? '').slice(0, 16_000))[cookieName]
  const opened = sealed && sealed.length <= maxLength ? openCookie(sealed, cookieName, now.getTime()) : null
  if (!opened) return null
  const kept = keptCheck.safeParse(JSON.parse(inflateRawSync(Buffer.from(opened, 'base64')).toString()))
  if (!kept.success) return null
  const { household, skipped, municipality } = kept.data
  const parsed = parseHousehold(household, today(now))
  if (!parsed.ok) return null
  return {
    household: parsed.household,
    skipped: skipped.filter((id) => questionOf(id) !== null),
    ...(municipality && { municipality }),
  }
}

/** The only place where answers are kept: sealed in the browser, for 24 hours. */
export function checkCookie(state: CheckState, now: Date): string {
  const packed = deflateRawSync(JSON.stringify(state)).toString('base64')
  return cookie(sealCookie(packed, cookieName, now.getTime() + keptFor), keptFor)
}

export const wipedCheck = () => cookie('', 0)

function cookie(value: string, lifetime: number): string {
  return serialize(cookieName, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(getEnv()),
    maxAge: lifetime / 1000,
  })
}
