import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInForm } from '~/features/accounts/components/sign-in-form'
import { findDemoStaff } from '~/features/accounts/demo-staff.server'
import { readNext, readSignIn, type AccountErrors } from '~/features/accounts/schema'
import { readSession } from '~/features/accounts/sessions.server'
import { signIn } from '~/features/accounts/sign-in.server'
import { translator } from '~/i18n/texts.server'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'
import { registerOf } from '~/server/register.server'

export const headers = privateHeaders

const notices = ['out', 'joined', 'ended'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const next = readNext(query.get('next'))
  if (request.method === 'GET' && (await readSession(request, new Date())).state === 'open') throw redirect(next, 303)
  const t = translator(registerOf(request))
  return json({
    head: privateHead(context, t, t('account:signIn.title')),
    next,
    isHeld: query.has('held'),
    notice: notices.find((name) => query.has(name)) ?? null,
    demo: await findDemoStaff(),
  })
}

const errorsOf: Record<string, AccountErrors> = {
  wrong: { email: 'both' },
  code: { code: 'code' },
  wrongCode: { code: 'wrongCode' },
  tooMany: { email: 'tooMany' },
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const read = readSignIn(form)
  const typed = String(form.get('email') ?? '').slice(0, 200)
  if (!read.ok) return refuseForm(context, { errors: { email: 'both' } as AccountErrors, email: typed })
  const attempt = {
    ...read.value,
    address: String(context.address),
    userAgent: request.headers.get('User-Agent') ?? '',
  }
  const result = await signIn(attempt, new Date())
  if (result.ok) {
    const next = readNext(new URL(request.url).searchParams.get('next'))
    return redirect(next, { status: 303, headers: result.cookies })
  }
  return refuseForm(
    context,
    { errors: errorsOf[result.error] ?? {}, email: typed },
    result.error === 'tooMany' ? 429 : 422,
  )
}

export default function SignIn() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const errors = done && 'errors' in done ? (done.errors as AccountErrors) : {}
  return <SignInForm {...view} errors={errors} email={done && 'email' in done ? done.email : ''} />
}
