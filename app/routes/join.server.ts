import { json, redirect, type AppLoadContext } from '@remix-run/node'
import type { JoinView } from '~/features/accounts/components/join-form'
import { findInvitation, joinByInvitation } from '~/features/accounts/invitations.server'
import { offerOneTime, secretIn } from '~/features/accounts/one-time-view.server'
import { needsOneTimeCode } from '~/features/accounts/rules'
import { readJoin, readSetup, type AccountErrors } from '~/features/accounts/schema'
import { getPlaceOfMessage } from '~/features/directory/place-queries.server'
import { translator } from '~/i18n/texts.server'
import { deskPaths } from '~/paths'
import { privateHead } from '~/server/private-page.server'
import { registerOf } from '~/server/register.server'

type Page = { request: Request; context: AppLoadContext; kind: 'setup' | 'join' }
const longestLink = 100

/** The form of an invitation's link, or the page that says that the link is over; the form again, after an error. */
export async function showInvitation(
  { request, context, kind }: Page,
  again?: { form: FormData; errors: AccountErrors },
) {
  const now = new Date()
  const link = linkIn(request)
  const invitation = await findInvitation(link, now)
  const register = registerOf(request)
  const t = translator(register)
  const isSetup = invitation?.email === null
  const head = privateHead(context, t, t(isSetup ? 'account:join.setup' : 'account:join.title'))
  if (!invitation || isSetup !== (kind === 'setup')) return json({ head, view: null }, { status: 404 })
  const { email, role, municipalityCode } = invitation
  const place =
    municipalityCode &&
    (await getPlaceOfMessage({ code: municipalityCode, language: register.startsWith('en') ? 'en' : 'sq' }))
  const values = again
    ? Object.fromEntries([...again.form].filter(([name]) => ['email', 'name', 'language'].includes(name)))
    : {}
  const view: JoinView = {
    action: `${deskPaths[kind]}?${new URLSearchParams({ link }).toString()}`,
    email,
    role,
    municipality: place ? place.name : null,
    oneTime: needsOneTimeCode(role) ? offerOneTime(email ?? '', again?.form ?? null, now) : null,
    values: values as Record<string, string>,
    errors: again?.errors ?? {},
  }
  return json({ head, view }, { status: again ? 422 : 200 })
}

/** Makes the account, or shows the form again with what is wrong. */
export async function acceptInvitation(page: Page) {
  const { request, context, kind } = page
  const form = await request.formData()
  const again = (errors: AccountErrors) => {
    context.isRefused = true
    return showInvitation(page, { form, errors })
  }
  const read = kind === 'setup' ? readSetup(form) : readJoin(form)
  if (!read.ok) return again(read.errors)
  const now = new Date()
  const joining = { email: '', ...read.value, secret: secretIn(form, now) }
  const result = await joinByInvitation(linkIn(request), joining, now)
  if (result.ok) return redirect(`${deskPaths.signIn}?joined=1`, 303)
  if (result.error === 'wrongCode') return again({ code: 'wrongCode' })
  if (result.error === 'known') return again({ email: 'known' })
  return showInvitation(page)
}

function linkIn(request: Request): string {
  return (new URL(request.url).searchParams.get('link') ?? '').slice(0, longestLink)
}
