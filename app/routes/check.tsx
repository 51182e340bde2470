import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { placesOfCheck } from '~/features/entitlements/check-place.server'
import { checkCookie, readCheck, today, wipedCheck } from '~/features/entitlements/check.server'
import { CheckStart } from '~/features/entitlements/components/check-start'
import { emptyCheck, questionsLeft } from '~/features/entitlements/engine'
import { startForm } from '~/features/entitlements/schema'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'
import { privateHeaders } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { register, language, t } = requirePage(params)
  const now = new Date()
  const query = new URL(request.url).searchParams
  const state = readCheck(request, now)
  const [next] = state ? questionsLeft(state, today(now)) : []
  return json({
    head: {
      title: t('common:pageTitle', { title: t('check:title') }),
      description: t('check:description'),
      noindex: true,
    },
    municipalities: await placesOfCheck(language),
    begun: state && (next ? paths.checkQuestion(register, next.id) : paths.checkResult(register)),
    notice: (['lost', 'wiped'] as const).find((name) => query.has(name)) ?? null,
  })
}

/** Begins, wipes, or wipes and begins for the next family. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { register, language } = requirePage(params)
  const form = await request.formData()
  if (form.get('do') === 'wipe') {
    return redirect(`${paths.check(register)}?wiped=1`, { status: 303, headers: { 'Set-Cookie': wipedCheck() } })
  }
  const { municipality } = startForm.parse(Object.fromEntries(form))
  const isKnown = (await placesOfCheck(language)).some(({ slug }) => slug === municipality)
  const state = { ...emptyCheck, ...(municipality && isKnown && { municipality }) }
  const headers = { 'Set-Cookie': checkCookie(state, new Date()) }
  return redirect(paths.checkQuestion(register, 'q01'), { status: 303, headers })
}

export default function Check() {
  return <CheckStart {...useLoaderData<typeof loader>()} />
}
