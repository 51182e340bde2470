import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { GivenBack, NotTaken } from '~/features/voice/components/not-taken'
import { TellStart } from '~/features/voice/components/tell-start'
import { beginDraft, readDraft, saveDraft, wipeDraft } from '~/features/voice/drafts.server'
import { firstOpen, questionsOf } from '~/features/voice/questions'
import { kindOf, type Answers } from '~/features/voice/rules'
import { readAbout, topicForm } from '~/features/voice/schema'
import { subjectOf } from '~/features/voice/tell-views.server'
import { codeCookie, newCodeCookie } from '~/features/voice/track.server'
import { paths } from '~/paths'
import { getEnv, takesMessages } from '~/server/env.server'
import { mayBegin } from '~/server/limits.server'
import { requirePage } from '~/server/page.server'
import { privateHeaders, unlessAway, wordsBack } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { register, t } = requirePage(params)
  const query = new URL(request.url).searchParams
  const head = { title: t('common:pageTitle', { title: t('tell:title') }), description: t('tell:description') }
  if (!takesMessages(getEnv())) return json({ head, view: 'not-taken' as const })
  return unlessAway({ head }, async () => {
    const open = await readDraft(request, new Date())
    const about = readAbout(query.get('about'))
    const notice = (['lost', 'wiped', 'busy'] as const).find((name) => query.has(name)) ?? null
    const subject = await subjectOf(about, register)
    const begun = open && !open.draft.sent ? whereItGoesOn(open.draft.answers, register) : null
    return json({
      head: { ...head, canonicalPath: paths.tell(register) },
      view: 'start' as const,
      start: { about: subject && about ? about : null, subject: subject?.name ?? null, begun, notice },
    })
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { register } = requirePage(params)
  const form = await request.formData()
  return wordsBack(form, async () => {
    if (form.get('do') === 'wipe') {
      const now = new Date()
      const headers = new Headers({ Location: `${paths.tell(register)}?wiped=1` })
      // The next person at this telephone sees neither the draft nor the message of the last one.
      for (const cookie of [await wipeDraft(request), codeCookie(null, now), newCodeCookie(null, now)]) {
        headers.append('Set-Cookie', cookie)
      }
      return new Response(null, { status: 303, headers })
    }
    const read = topicForm.safeParse(Object.fromEntries(form))
    if (!read.success || !takesMessages(getEnv())) return redirect(paths.tell(register), 303)
    const now = new Date()
    const { topic, about } = read.data
    const subject = await subjectOf(about, register)
    const given = {
      topic,
      ...(subject && { about }),
      ...(subject?.municipality && { municipality: subject.municipality }),
    }
    const open = await readDraft(request, now)
    if (open && !open.draft.sent) {
      const answers = { ...open.draft.answers, category: undefined, ...given }
      await saveDraft({ ...open, draft: { ...open.draft, answers } }, now)
      return redirect(firstStep(answers, register), 303)
    }
    if (!(await mayBegin(context.address as string))) return redirect(`${paths.tell(register)}?busy=1`, 303)
    const { cookie } = await beginDraft(given, now)
    return redirect(firstStep(given, register), { status: 303, headers: { 'Set-Cookie': cookie } })
  })
}

function firstStep(answers: Answers, register: ReturnType<typeof requirePage>['register']): string {
  const [first] = questionsOf(answers)
  return paths.tellStep(register, kindOf(answers), first ?? 'words')
}

function whereItGoesOn(answers: Answers, register: ReturnType<typeof requirePage>['register']): string {
  const open = firstOpen(answers)
  return open ? paths.tellStep(register, kindOf(answers), open) : paths.tellCheck(register)
}

export default function Tell() {
  const data = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  if (back && 'values' in back) return <GivenBack values={back.values as [string, string][]} />
  if (data.view === 'away') return <GivenBack values={[]} />
  return data.view === 'not-taken' ? <NotTaken /> : <TellStart {...data.start} />
}
