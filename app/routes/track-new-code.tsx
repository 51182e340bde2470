import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomInt } from 'node:crypto'
import { drawCode, type Code } from '~/features/voice/code'
import { renewCode } from '~/features/voice/commands.server'
import { NewCodePage } from '~/features/voice/components/confirm-page'
import { GivenBack } from '~/features/voice/components/not-taken'
import { requireMessage } from './require-message.server'
import { codeCookie, newCodeCookie, readNewCode } from '~/features/voice/track.server'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'
import { privateHeaders, unlessAway, wordsBack } from '~/server/private-page.server'

export const headers = privateHeaders

/** Draws the new code and shows it; the old one is still good. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { register, t } = requirePage(params)
  const head = { title: t('common:pageTitle', { title: t('track:newCode.title') }), noindex: true }
  return unlessAway({ head }, async () => {
    const { message } = await requireMessage(request, register, context)
    if (message.status === 'withdrawn') throw redirect(paths.trackMessage(register), 303)
    const now = new Date()
    const code = readNewCode(request, now) ?? drawCode(() => randomInt(10))
    return json({ head, view: 'code' as const, code }, { headers: { 'Set-Cookie': newCodeCookie(code, now) } })
  })
}

/** The person has kept it: now it takes the place of the old one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { register } = requirePage(params)
  return wordsBack(await request.formData(), async () => {
    const now = new Date()
    const code = readNewCode(request, now)
    const { message } = await requireMessage(request, register, context)
    if (code === null) return redirect(paths.trackNewCode(register), 303)
    const result = await renewCode({ submissionId: message.id, code, now })
    const headers = new Headers({ Location: `${paths.trackMessage(register)}${result.ok ? '?code=1' : ''}` })
    if (result.ok) headers.append('Set-Cookie', codeCookie(code, now))
    headers.append('Set-Cookie', newCodeCookie(null, now))
    return new Response(null, { status: 303, headers })
  })
}

export default function NewCode() {
  const data = useLoaderData<typeof loader>()
  const done = useActionData() as { values?: [string, string][] } | undefined
  if (done?.values) return <GivenBack values={done.values} />
  return data.view === 'away' ? <GivenBack values={[]} /> : <NewCodePage code={data.code as Code} />
}
