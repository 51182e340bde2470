import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage } from '~/features/accounts/components/account-page'
import { writeDown } from '~/features/accounts/audit.server'
import { offerOneTime, secretIn } from '~/features/accounts/one-time-view.server'
import { needsOneTimeCode } from '~/features/accounts/rules'
import { frameOf, requireStaff } from '~/features/accounts/require-staff.server'
import { readLanguage, readNewPassword, type AccountErrors } from '~/features/accounts/schema'
import { endSessions, findSessions, languageCookie, sessionCookie } from '~/features/accounts/sessions.server'
import { changePassword, hasOneTimeCodes, turnCodesOff, turnCodesOn } from '~/features/accounts/sign-in.server'
import { setLanguage } from '~/features/accounts/team.server'
import { deskPaths } from '~/paths'
import { privateHead, privateHeaders, refuseForm } from '~/server/private-page.server'

export const headers = privateHeaders

const notices = ['password', 'codes', 'ended', 'language'] as const
type Notice = (typeof notices)[number]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await requireStaff(request, 'account')
  const { staff, t, now } = page
  const query = new URL(request.url).searchParams
  const isOn = await hasOneTimeCodes(staff)
  return json({
    head: privateHead(context, t, t('account:own.title')),
    desk: frameOf(page, 'account'),
    person: { name: staff.name, email: staff.email, role: staff.role, language: staff.language },
    sessions: await findSessions(staff, now),
    codes: { isOn, isNeeded: needsOneTimeCode(staff.role), offer: isOn ? null : offerOneTime(staff.email, null, now) },
    notice: notices.find((name) => query.has(name)) ?? null,
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const { staff, now } = await requireStaff(request, 'account')
  const { staffId, sessionId } = staff
  const done = (notice: Notice, headers?: HeadersInit) =>
    redirect(`${deskPaths.account}?${notice}=1`, { status: 303, ...(headers && { headers }) })
  const refuse = (errors: AccountErrors, status = 422) =>
    refuseForm(context, { errors, offer: errors['code'] ? offerOneTime(staff.email, form, now) : null }, status)
  switch (form.get('do')) {
    case 'sign-out':
      await endSessions({ staffId, id: sessionId }, now)
      await writeDown({ staffId, action: 'signed-out', now })
      return redirect(`${deskPaths.signIn}?out=1`, { status: 303, headers: { 'Set-Cookie': sessionCookie(null) } })
    case 'end-session':
      await endSessions({ staffId, id: uuidIn(form) }, now)
      return done('ended')
    case 'end-others':
      await endSessions({ staffId, butNot: sessionId }, now)
      return done('ended')
    case 'language': {
      const language = readLanguage(form)
      await setLanguage(staff, language)
      return done('language', { 'Set-Cookie': languageCookie(language) })
    }
    case 'password': {
      const read = readNewPassword(form)
      if (!read.ok) return refuse(read.errors)
      const result = await changePassword(staff, { ...read.value, address: String(context.address) }, now)
      if (result.ok) return done('password')
      return result.error === 'tooMany' ? refuse({ now: 'tooMany' }, 429) : refuse({ now: 'wrongPassword' })
    }
    case 'codes-on': {
      const secret = secretIn(form, now)
      const code = String(form.get('code') ?? '').slice(0, 20)
      const result = secret === null ? null : await turnCodesOn(staff, { secret, code }, now)
      return result?.ok ? done('codes') : refuse({ code: 'wrongCode' })
    }
    case 'codes-off':
      await turnCodesOff(staff, now)
      return done('codes')
    default:
      return redirect(deskPaths.account, 303)
  }
}

function uuidIn(form: FormData): string {
  const id = String(form.get('id') ?? '')
  return /^[0-9a-f-]{36}$/.test(id) ? id : '00000000-0000-0000-0000-000000000000'
}

export default function Account() {
  const view = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const refused = done && 'errors' in done ? done : null
  const offer = refused?.offer ?? view.codes.offer
  return <AccountPage {...view} codes={{ ...view.codes, offer }} errors={(refused?.errors ?? {}) as AccountErrors} />
}
