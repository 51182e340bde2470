import { parse, serialize } from 'cookie'
import { settingsSchema, type Settings } from '~/lib/settings'

const cookieName = 'prane'
const oneYear = 365 * 24 * 60 * 60

/** The reader's settings from the one cookie; anything strange in it counts as not set. */
export function readSettings(request: Request): Settings {
  const value = parse((request.headers.get('Cookie') ?? '').slice(0, 8_000))[cookieName] ?? ''
  return settingsSchema.parse(Object.fromEntries(new URLSearchParams(value)))
}

export function settingsCookie(settings: Settings, secure: boolean): string {
  const value = new URLSearchParams(Object.entries(settings).filter(([, v]) => v !== undefined) as [string, string][])
  return serialize(cookieName, value.toString(), {
    path: '/',
    maxAge: oneYear,
    httpOnly: true,
    sameSite: 'lax',
    secure,
  })
}
