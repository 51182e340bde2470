import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCode } from '~/features/voice/code'
import { GivenBack } from '~/features/voice/components/not-taken'
import { TrackForm, type TrackProblem } from '~/features/voice/components/track-form'
import { codeCookie, lookUp, readCodeCookie } from '~/features/voice/track.server'
import { staying } from '~/lib/head'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm, wordsBack } from '~/server/private-page.server'

export const headers = privateHeaders

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { register, t } = requirePage(params)
  const query = new URL(request.url).searchParams
  const notice = (['over', 'closed'] as const).find((name) => query.has(name)) ?? null
  if (!notice && readCodeCookie(request, new Date())) throw redirect(paths.trackMessage(register), 303)
  return json({
    head: {
      ...privateHead(context, t, t('track:title')),
      description: t('track:description'),
      canonicalPath: paths.track(register),
      noindex: false,
      keepsForm: true,
    },
    notice,
  })
}

/** The code comes by POST; a wrong check digit is said without looking anything up. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { register } = requirePage(params)
  const form = await request.formData()
  return wordsBack(form, async () => {
    const typed = String(form.get('code') ?? '').slice(0, 60)
    if (form.get(staying.name) === staying.value) return json({ problem: null, typed })
    const read = readCode(typed)
    const refuse = (problem: TrackProblem, status = 422) => refuseForm(context, { problem, typed }, status)
    if (read.kind !== 'code') return refuse(read)
    const message = await lookUp(read.code, context.address as string)
    if (message === 'busy') return refuse({ kind: 'busy' }, 429)
    if (!message) return refuse({ kind: 'unknown' })
    return redirect(paths.trackMessage(register), {
      status: 303,
      headers: { 'Set-Cookie': codeCookie(read.code, new Date()) },
    })
  })
}

export default function Track() {
  const { notice } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done && 'values' in done) return <GivenBack values={done.values as [string, string][]} />
  const problem = done && 'problem' in done ? (done.problem as TrackProblem) : null
  return (
    <TrackForm problem={problem} typed={done && 'typed' in done ? done.typed : ''} notice={problem ? null : notice} />
  )
}
