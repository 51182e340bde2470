import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HelpLines } from '~/features/directory/components/help-lines'
import { linesOfCheck } from '~/features/entitlements/check-place.server'
import { checkCookie, readCheck, today } from '~/features/entitlements/check.server'
import { CheckQuestion } from '~/features/entitlements/components/check-question'
import {
  answer,
  answerOf,
  questionBefore,
  questionOf,
  questionsAfter,
  questionsLeft,
  questionsPut,
  skip,
  subjectsOf,
  textOfAnswer,
  type CheckState,
  type Question,
} from '~/features/entitlements/engine'
import { fieldOf, readTexts } from '~/features/entitlements/schema'
import { paths } from '~/paths'
import { notFound, requirePage, type PageContext } from '~/server/page.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { page, question, state, day } = requireQuestion(request, params)
  const { register, language, t } = page
  const before = questionBefore(state, question)
  const backFrom = question.onRequest ? paths.checkResult : paths.check
  return json({
    // Titles stay in the browser's history: they have the number of a question, never its matter.
    head: privateHead(context, t, t('check:questionTitle', { number: Number(question.id.slice(1)) })),
    question,
    subjects: subjectsOf(state, question, day).map((subject) => ({
      subject,
      field: fieldOf(subject),
      chosen: chosenText(state, question, subject),
      age: subject === null ? null : ageOf(state, subject),
    })),
    isAlone: state.household.people.length === 1,
    number: questionsPut(state).filter(({ id }) => id < question.id).length + 1,
    left: questionsAfter(state, question, day).length,
    back: before ? paths.checkQuestion(register, before.id) : backFrom(register),
    lines: question.care === 'violence' ? await linesOfCheck(language) : [],
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { page, question, state, day } = requireQuestion(request, params)
  const next = (after: CheckState) => {
    const [following] = questionsAfter(after, question, day)
    const { register } = page
    return redirect(following ? paths.checkQuestion(register, following.id) : paths.checkResult(register), {
      status: 303,
      headers: { 'Set-Cookie': checkCookie(after, new Date()) },
    })
  }
  if (form.get('do') === 'skip') return next(skip(state, question))
  const texts = readTexts(form, question, subjectsOf(state, question, day))
  const answered = answer(state, question, texts, day)
  if (answered.ok) return next(answered.state)
  const errors = [...answered.faults].map(([subject, fault]) => ({ field: fieldOf(subject), fault }))
  return refuseForm(context, { errors, typed: [...texts].map(([subject, text]) => [fieldOf(subject), text]) })
}

/** A question that this family is or was asked; any other leads to where its way goes on. */
function requireQuestion(request: Request, params: { register?: string; question?: string }) {
  const page: PageContext = requirePage(params)
  const question = questionOf(params.question ?? '')
  if (!question) throw notFound()
  const now = new Date()
  const day = today(now)
  const state = readCheck(request, now)
  if (!state) throw redirect(`${paths.check(page.register)}?lost=1`, 303)
  if (subjectsOf(state, question, day).length === 0) {
    const [next] = questionsLeft(state, day)
    throw redirect(next ? paths.checkQuestion(page.register, next.id) : paths.checkResult(page.register), 303)
  }
  return { page, question, state, day }
}

function chosenText(state: CheckState, question: Question, subject: number | null): string {
  const given = answerOf(state, question, subject)
  if (question.fact !== 'everyone') return given === undefined ? '' : textOfAnswer(question, given)
  if (given === undefined || given === 'do-not-know' || given === 'rather-not-say') return given ?? ''
  return given ? String(state.household.people.length) : 'more'
}

function ageOf({ household }: CheckState, subject: number): string | null {
  const age = household.people[subject]?.age
  return age === undefined || age === 'do-not-know' || age === 'rather-not-say' ? null : String(age)
}

export default function QuestionPage() {
  const data = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const { errors, typed } = (done ?? { errors: [], typed: [] }) as unknown as {
    errors: { field: string; fault: string }[]
    typed: [string, string][]
  }
  const numbers = data.lines.length > 0 && <HelpLines lines={data.lines} />
  return <CheckQuestion {...data} numbers={numbers} errors={errors} typed={Object.fromEntries(typed)} />
}
