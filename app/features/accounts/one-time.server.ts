import { Secret, TOTP } from 'otpauth'
import { openText, sealText } from '~/server/keys.server'

const period = 30 // seconds

/** A new secret for an app that makes one-time codes, as text that a person can type. */
export const drawOneTimeSecret = (): string => new Secret({ size: 20 }).base32

/** What an app reads from the picture. */
export function oneTimeAddress(secret: string, email: string): string {
  return totp(secret, email).toString()
}

/** The step of a right code, one step of 30 seconds early or late; null for a wrong one. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret, '').validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

export const sealSecret = (secret: string, staffId: string) => sealText(secret, `one-time ${staffId}`)
export function openSecret(sealed: Uint8Array, staffId: string): string {
  const opened = openText(sealed, `one-time ${staffId}`)
  if (opened === null) throw new Error('The secret of the one-time codes cannot be opened with this key.')
  return opened.toString()
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Pranë', label, secret: Secret.fromBase32(secret), period, digits: 6, algorithm: 'SHA1' })
}
