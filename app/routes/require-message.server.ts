import { redirect } from '@remix-run/node'
import type { Register } from '~/i18n/registers'
import { paths } from '~/paths'
import { codeCookie, lookUp, readCodeCookie } from '~/features/voice/track.server'
import type { Code } from '~/features/voice/code'
import type { MessageView } from '~/features/voice/rules'

/** The message whose code stands in the cookie; without one, the page that asks for the code. */
export async function requireMessage(
  request: Request,
  register: Register,
  context: { address?: unknown },
): Promise<{ code: Code; message: MessageView }> {
  const now = new Date()

  const code = readCodeCookie(request, now)
  if (code === null) throw redirect(`${paths.track(register)}?over=1`, 303)
  const message = await lookUp(code, String(context.address))
  if (message === 'busy') throw new Response(null, { status: 429 })
  if (!message) {
    throw redirect(`${paths.track(register)}?over=1`, { status: 303, headers: { 'Set-Cookie': codeCookie(null, now) } })
  }
  return { code, message }
}
