import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '~/paths'
import { registerOf } from '~/server/register.server'

/** "/" leads to the reader's register. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(paths.home(registerOf(request)), {
    headers: { Vary: 'Accept-Language, Cookie', 'Cache-Control': 'private, no-cache' },
  })
}
