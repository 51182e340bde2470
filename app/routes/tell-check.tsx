import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckAnswers } from '~/features/voice/components/check-answers'
import { GivenBack } from '~/features/voice/components/not-taken'
import { readDraft } from '~/features/voice/drafts.server'
import { firstOpen, questionsOf } from '~/features/voice/questions'
import { kindOf } from '~/features/voice/rules'
import type { FieldErrors } from '~/features/voice/schema'
import { submitMessage } from '~/features/voice/submit.server'
import { nameOfSubject, viewAnswers } from '~/features/voice/tell-views.server'
import { paths } from '~/paths'
import { getEnv, takesMessages } from '~/server/env.server'
import { requirePage, type PageContext } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm, unlessAway, wordsBack } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = requirePage(params)
  const { register, t } = page
  const head = privateHead(context, t, t('tell:check.title'))
  return unlessAway({ head }, async () => {
    const open = await requireWhole(request, page)
    const { answers } = open.draft
    const last = questionsOf(answers).at(-1)
    return json({
      head,
      view: 'check' as const,
      kind: kindOf(answers),
      isProtection: answers.topic === 'harm',
      back: paths.tellStep(register, kindOf(answers), last ?? 'words'),
      subject: await nameOfSubject(answers.about, register),
      lines: await viewAnswers({ open, register, t }),
    })
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = requirePage(params)
  const { register } = page
  const form = await request.formData()
  return wordsBack(form, async () => {
    if (!takesMessages(getEnv())) throw redirect(paths.tell(register), 303)
    const open = await requireWhole(request, page)
    const result = await submitMessage(open, { now: new Date(), register })
    if (result.ok) return redirect(paths.tellSent(register), 303)
    const { answers } = open.draft
    if (result.error === 'incomplete') throw redirect(paths.tellStep(register, kindOf(answers), result.question), 303)
    return refuseForm(context, { errors: { words: 'say' } })
  })
}

/** A draft with all that sending needs; anything else leads to what is missing. */
async function requireWhole(request: Request, { register }: PageContext) {
  const open = await readDraft(request, new Date())
  if (!open) throw redirect(`${paths.tell(register)}?lost=1`, 303)
  if (open.draft.sent) throw redirect(paths.tellSent(register), 303)
  const { answers } = open.draft
  const missing = firstOpen(answers)
  if (missing) throw redirect(paths.tellStep(register, kindOf(answers), missing), 303)
  return open
}

export default function Check() {
  const data = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done && 'values' in done) return <GivenBack values={done.values as [string, string][]} />
  if (data.view === 'away') return <GivenBack values={[]} />
  const errors = (done && 'errors' in done ? done.errors : {}) as FieldErrors
  return <CheckAnswers {...data} errors={errors} />
}
