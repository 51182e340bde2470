import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeHeldForm } from '~/features/accounts/held-forms.server'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { findMunicipalities } from '~/features/directory/place-queries.server'
import { checkReply, type ReplyCheck } from '~/features/voice/check-reply'
import { DeskMessagePage } from '~/features/voice/components/desk-message'
import type { DeskMessageView } from '~/features/voice/components/desk-view'
import { readDeskAct, readDeskForm, type DeskErrors } from '~/features/voice/desk-forms'
import { findHandlers, findSimilar, readAsOffice } from '~/features/voice/desk-message.server'
import { doAtDesk } from '~/features/voice/do-at-desk.server'
import { nextInQueue } from '~/features/voice/queue.server'
import { replyTemplates } from '~/features/voice/templates.server'
import { isEasy, languageOf, type Register } from '~/i18n/registers'
import { clockInTirana } from '~/lib/days'
import { deskPaths } from '~/paths'
import { notFound } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'message')
  const { staff, t, now } = page
  const submissionId = requireId(params)
  const { language } = staff
  const message = await readAsOffice({ submissionId, viewer: staff, now, language })
  if (!message) throw notFound()
  const { pathname, searchParams } = new URL(request.url)
  const held = await takeHeldForm({ staffId: staff.staffId, path: pathname }, now)
  const fields = Object.fromEntries(held ?? [])
  const asked = readDeskForm(fields['do'] ?? searchParams.get('do'))
  const form = asked && message.mayDo.includes(asked) ? asked : (message.mayDo[0] ?? null)
  const places = await findMunicipalities({ language })
  return json({
    head: privateHead(context, t, t('desk:message.title')),
    desk: frameOf(page, 'queue'),
    message,
    form,
    typed: fields,
    isHeld: held !== null,
    isLate: message.dueOn !== null && message.dueOn < clockInTirana(now).date,
    places: places.map(({ code, name }) => ({ code, name })),
    handlers: form === 'assign' ? await findHandlers(staff, message) : [],
    similar: form === 'merge' ? await findSimilar({ submissionId, viewer: staff, now }) : [],
    templates: form === 'reply' ? replyTemplates(message.register as Register) : [],
    next: (await nextInQueue({ viewer: staff, now, butNot: submissionId }))?.id ?? null,
    done: searchParams.get('done') === 'reply' ? 'reply' : null,
    me: staff.staffId,
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'message', form)
  const submissionId = requireId(params)
  const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<string, string>
  const again = (more: { errors?: DeskErrors; check?: ReplyCheck; typed?: Record<string, string> }, status = 422) =>
    refuseForm(context, { errors: {} as DeskErrors, check: null as ReplyCheck | null, typed, ...more }, status)
  const message = await readAsOffice({ submissionId, viewer: staff, now })
  if (!message) throw notFound()
  // Aids for writing: nothing is sent, the page comes back with the text.
  const register = message.register as Register
  if (form.get('aid') === 'check') {
    const check = checkReply(typed['words'] ?? '', { language: languageOf(register), isEasy: isEasy(register) })
    return json({ errors: {}, typed, check })
  }
  if (form.get('aid') === 'template') {
    const template = replyTemplates(register).find(({ id }) => id === typed['template'])
    const words = [typed['words']?.trim(), template?.text].filter(Boolean).join('\n\n')
    return json({ errors: {}, typed: { ...typed, words }, check: null })
  }
  const read = readDeskAct(form)
  if ('errors' in read) return again({ errors: read.errors })
  const result = await doAtDesk(read.act, { submissionId, viewer: staff, now })
  if (!result.ok) {
    if (result.error === 'not-yours') throw notFound()
    return again({ errors: { do: result.error } }, 409)
  }
  const { act } = read
  if (act.do === 'note' || act.do === 'release' || act.do === 'part')
    return redirect(deskPaths.message(submissionId), 303)
  // One after the other: after what clears a message comes the next that is due.
  const next =
    form.get('then') === 'next' ? ((await nextInQueue({ viewer: staff, now, butNot: submissionId }))?.id ?? null) : null
  return redirect(next === null ? `${deskPaths.queue}?done=${act.do}` : `${deskPaths.message(next)}?done=reply`, 303)
}

function requireId(params: { id?: string }): string {
  const id = params.id ?? ''
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound()
  return id
}

export default function Message() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const { errors = {}, typed = view.typed, check = null } = (done ?? {}) as Partial<DeskMessageView>
  const form = readDeskForm(typed['do']) ?? view.form
  return (
    <DeskMessagePage
      {...(view as unknown as DeskMessageView)}
      form={form}
      errors={errors}
      typed={typed}
      check={check}
    />
  )
}
