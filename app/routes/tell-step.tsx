import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HelpLines } from '~/features/directory/components/help-lines'
import { answerStep } from '~/features/voice/answer.server'
import { GivenBack } from '~/features/voice/components/not-taken'
import { TellStep } from '~/features/voice/components/tell-step'
import { readDraft, type OpenDraft } from '~/features/voice/drafts.server'
import {
  firstOpen,
  hasFields,
  isAside,
  isStep,
  questionBefore,
  questionsOf,
  type StepId,
} from '~/features/voice/questions'
import { kindOf } from '~/features/voice/rules'
import type { FieldErrors } from '~/features/voice/schema'
import { valuesOf, viewStep } from '~/features/voice/tell-views.server'
import { goingBack, staying } from '~/lib/head'
import { paths } from '~/paths'
import { notFound, requirePage, type PageContext } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm, unlessAway, wordsBack } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { page, step } = requireStep(params)
  const head = { ...privateHead(context, page.t, page.t(`tell:q.${step}.title`)), keepsForm: hasFields(step) }
  return unlessAway({ head }, async () => {
    const open = await requireDraft(request, page, params.kind, step)
    const { register } = page
    return json({
      head,
      view: 'step' as const,
      values: valuesOf(open.draft.answers),
      ...(await viewStep({ open, step, register })),
      back: takesAlong(step) ? null : addressBefore(step, open, page),
    })
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { page, step } = requireStep(params)
  // Files that cannot be read, as when the sending broke off, are no files: the page asks again.
  const form = await request.formData().catch(() => new FormData())
  return wordsBack(form, async () => {
    const open = await requireDraft(request, page, params.kind, step)
    const { register, language } = page
    const result = await answerStep({ open, step, form, language, now: new Date() })
    if (form.get(goingBack.name) === goingBack.value && (result.ok || isBlank(step, form)))
      return redirect(addressBefore(step, open, page), 303)
    const stays = form.get(staying.name) === staying.value
    // Half typed is not wrong yet; a file that cannot be kept has to be said, because it is not given back.
    if (!result.ok && stays && !isAside(step)) return json({ typed: typedIn(form) })
    if (!result.ok) return refuseForm(context, { errors: result.errors, typed: typedIn(form) })
    const kind = kindOf(open.draft.answers)
    if (stays) return redirect(paths.tellStep(register, kind, step), 303)
    return redirect(result.next ? paths.tellStep(register, kind, result.next) : paths.tellCheck(register), 303)
  })
}

function requireStep(params: { register?: string; kind?: string; step?: string }) {
  const page = requirePage(params)
  const { kind, step = '' } = params
  if ((kind !== 'feedback' && kind !== 'need') || !isStep(step)) throw notFound()
  return { page, step }
}

/** The draft of this browser, at a step that it asks; anything else leads to where it stands. */
async function requireDraft(
  request: Request,
  { register }: PageContext,
  kind: string | undefined,
  step: StepId,
): Promise<OpenDraft> {
  const open = await readDraft(request, new Date())
  if (!open) throw redirect(`${paths.tell(register)}?lost=1`, 303)
  if (open.draft.sent) throw redirect(paths.tellSent(register), 303)
  const { answers } = open.draft
  const isAsked = isAside(step) || questionsOf(answers).includes(step)
  if (kindOf(answers) === kind && isAsked) return open
  const first = firstOpen(answers)
  throw redirect(first ? paths.tellStep(register, kindOf(answers), first) : paths.tellCheck(register), 303)
}

/** Whether what was typed goes back with the reader: chosen files cannot, for no page gives them back. */
const takesAlong = (step: StepId) => hasFields(step) && !isAside(step)

/** Whether nothing would be lost: no text was typed. Ticks are given again in a moment. */
const isBlank = (step: StepId, form: FormData) =>
  step === 'agreement' || [...form].every(([name, value]) => name === goingBack.name || value === '')

function addressBefore(step: StepId, { draft }: OpenDraft, { register }: PageContext): string {
  const before = questionBefore(step, draft.answers)
  return before ? paths.tellStep(register, kindOf(draft.answers), before) : paths.tell(register)
}

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

export default function Step() {
  const data = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done && 'values' in done) return <GivenBack values={done.values as [string, string][]} />
  if (data.view === 'away') return <GivenBack values={[]} />
  const errors = (done && 'errors' in done ? done.errors : {}) as FieldErrors
  const values = done && 'typed' in done ? (done.typed as Record<string, string>) : data.values
  const numbers = data.lines.length > 0 && <HelpLines lines={data.lines} />
  return <TellStep {...data} numbers={numbers} values={values} errors={errors} />
}
