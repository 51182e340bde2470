import { openCookie, sealCookie } from '~/server/keys.server'
import { drawOneTimeSecret, oneTimeAddress } from './one-time.server'

const use = 'one-time-secret'
const lasts = 60 * 60_000

/** A secret for a form: the same again while the form comes back, so that the app need not be set up twice. */
export function offerOneTime(email: string, form: FormData | null, now: Date) {
  const secret = (form && secretIn(form, now)) ?? drawOneTimeSecret()
  return {
    secret,
    address: oneTimeAddress(secret, email || 'Pranë'),
    sealed: sealCookie(secret, use, now.getTime() + lasts),
  }
}

/** The secret that came back with a form; null when it is not ours or too old. */
export function secretIn(form: FormData, now: Date): string | null {
  return openCookie(String(form.get('secret') ?? ''), use, now.getTime())
}
