import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '~/features/accounts/require-staff.server'
import { deskPaths } from '~/paths'

/** Being asked is being seen: the session goes on. With a script the page stays as it is; without one, the account. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  await requireStaff(request, 'account')
  return form.get('stay') ? new Response(null, { status: 204 }) : redirect(deskPaths.account, 303)
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, 'account')
  return redirect(deskPaths.account, 303)
}
