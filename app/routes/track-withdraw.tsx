import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawMessage } from '~/features/voice/commands.server'
import { WithdrawPage } from '~/features/voice/components/confirm-page'
import { GivenBack } from '~/features/voice/components/not-taken'
import { requireMessage } from './require-message.server'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'
import { privateHeaders, unlessAway, wordsBack } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { register, t } = requirePage(params)
  const head = { title: t('common:pageTitle', { title: t('track:withdraw.title') }), noindex: true }
  return unlessAway({ head }, async () => {
    const { message } = await requireMessage(request, register, context)
    if (!message.may.includes('withdraw')) throw redirect(paths.trackMessage(register), 303)
    return json({ head, view: 'withdraw' as const })
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { register } = requirePage(params)
  return wordsBack(await request.formData(), async () => {
    const { message } = await requireMessage(request, register, context)
    const result = await withdrawMessage({ submissionId: message.id, now: new Date() })
    return redirect(`${paths.trackMessage(register)}${result.ok ? '?withdrawn=1' : ''}`, 303)
  })
}

export default function Withdraw() {
  const data = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (done && 'values' in done) return <GivenBack values={done.values as [string, string][]} />
  return data.view === 'away' ? <GivenBack values={[]} /> : <WithdrawPage />
}
