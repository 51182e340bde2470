import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WayOfNeed } from '~/features/budget/components/way-of-need'
import { findWay } from '~/features/budget/way.server'
import { getPlaceOfMessage } from '~/features/directory/place-queries.server'
import { addWords, answerQuestion, disputeAnswer, eraseContact, markSolved } from '~/features/voice/commands.server'
import { MessagePage, type MessagePageView } from '~/features/voice/components/message-page'
import { GivenBack } from '~/features/voice/components/not-taken'
import { requireMessage } from './require-message.server'
import { writing } from '~/features/voice/rules'
import { readWords, type FieldErrors } from '~/features/voice/schema'
import { codeCookie } from '~/features/voice/track.server'
import { clockInTirana } from '~/lib/days'
import { staying } from '~/lib/head'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm, unlessAway, wordsBack } from '~/server/private-page.server'

export const headers = privateHeaders

const notices = ['added', 'answered', 'disputed', 'solved', 'withdrawn', 'contact', 'code'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { register, language, t } = requirePage(params)
  const head = { ...privateHead(context, t, t('track:messageTitle')), keepsForm: true }
  return unlessAway({ head }, async () => {
    const { code, message } = await requireMessage(request, register, context)
    const query = new URL(request.url).searchParams
    const passedTo = message.events.flatMap(({ kind, detail }) => (kind === 'passed_on' && detail ? [detail] : []))
    const places = await Promise.all(
      [...new Set([message.municipalityCode, ...passedTo])].map((at) => getPlaceOfMessage({ code: at, language })),
    )
    const names = Object.fromEntries(places.flatMap((place) => (place ? [[place.code, place.name]] : [])))
    return json({
      head: { ...head, keepsForm: writing.some((action) => message.may.includes(action)) },
      view: 'message' as const,
      code,
      message,
      names,
      municipality: names[message.municipalityCode] ?? '',
      way: message.kind === 'need' ? await findWay({ submissionId: message.id, language, now: new Date() }) : null,
      isLate: message.dueOn !== null && message.dueOn < clockInTirana(new Date()).date,
      notice: notices.find((name) => query.has(name)) ?? null,
    })
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { register } = requirePage(params)
  const form = await request.formData()
  return wordsBack(form, async () => {
    const now = new Date()
    const asked = form.get('do')
    const given = form.get('words')
    const typed = typeof given === 'string' ? given : ''
    if (form.get(staying.name) === staying.value) return json({ errors: {}, typed })
    if (asked === 'leave') {
      return redirect(`${paths.track(register)}?closed=1`, {
        status: 303,
        headers: { 'Set-Cookie': codeCookie(null, now) },
      })
    }
    const { message } = await requireMessage(request, register, context)
    const options = { submissionId: message.id, now }
    const done = (name: (typeof notices)[number]) => redirect(`${paths.trackMessage(register)}?${name}=1`, 303)
    const orNotNow = (result: { ok: boolean }, name: (typeof notices)[number]) =>
      result.ok ? done(name) : redirect(paths.trackMessage(register), 303)
    if (asked === 'solve') return orNotNow(await markSolved(options), 'solved')
    if (asked === 'forget-contact') return orNotNow(await eraseContact(options), 'contact')
    const write = { add: addWords, answer: answerQuestion, dispute: disputeAnswer }
    const names = { add: 'added', answer: 'answered', dispute: 'disputed' } as const
    if (asked !== 'add' && asked !== 'answer' && asked !== 'dispute') return redirect(paths.trackMessage(register), 303)
    const read = readWords(form)
    if ('error' in read) {
      return refuseForm(context, { errors: { words: read.error }, typed })
    }
    return orNotNow(await write[asked]({ ...options, words: read.words }), names[asked])
  })
}

export default function Message() {
  const data = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done && 'values' in done) return <GivenBack values={done.values as [string, string][]} />
  if (data.view === 'away') return <GivenBack values={[]} />
  const errors = (done && 'errors' in done ? done.errors : {}) as FieldErrors
  const view = data as unknown as MessagePageView
  return (
    <MessagePage {...view} errors={errors} typed={done && 'typed' in done ? (done.typed as string) : ''}>
      {data.way && <WayOfNeed {...data.way} />}
    </MessagePage>
  )
}
