import type { LoaderFunctionArgs } from '@remix-run/node'
import { machinePaths } from '~/paths'
import { getEnv } from '~/server/env.server'

export function loader({ request }: LoaderFunctionArgs) {
  const origin = getEnv().PUBLIC_URL ?? new URL(request.url).origin
  return new Response(`User-agent: *\nAllow: /\nDisallow: /*view=map\nSitemap: ${origin}${machinePaths.sitemap}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
