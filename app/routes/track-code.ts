import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { readCode } from '~/features/voice/code'
import { codeCookie } from '~/features/voice/track.server'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'

/** The address in the picture on a slip: it puts the code into the cookie and leaves the address at once. */
export function loader({ params }: LoaderFunctionArgs) {
  const { register } = requirePage(params)
  const read = readCode(params.code ?? '')
  // Read wrongly by the telephone: there it can be typed.
  if (read.kind !== 'code') return redirect(paths.track(register), 303)
  return redirect(paths.trackMessage(register), {
    status: 303,
    headers: { 'Set-Cookie': codeCookie(read.code, new Date()), 'Cache-Control': 'no-store' },
  })
}
