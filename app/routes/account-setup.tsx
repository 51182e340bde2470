import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { JoinForm, NoInvitation, type JoinView } from '~/features/accounts/components/join-form'
import { privateHeaders } from '~/server/private-page.server'
import { acceptInvitation, showInvitation } from './join.server'

export const headers = privateHeaders

export function loader({ request, context }: LoaderFunctionArgs) {
  return showInvitation({ request, context, kind: 'setup' }) // the head: its title says whether the link still holds
}

export function action({ request, context }: ActionFunctionArgs) {
  return acceptInvitation({ request, context, kind: 'setup' })
}

export default function Setup() {
  const shown = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const view = again && 'view' in again ? again.view : shown.view
  return view ? <JoinForm {...(view as JoinView)} /> : <NoInvitation />
}
