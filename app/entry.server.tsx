import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { textsIn } from '~/i18n/texts.server'
import { isAway as isAwayFault } from '~/server/away.server'
import { log } from '~/server/log.server'
import { registerOf } from '~/server/register.server'
import { ReferenceContext } from '~/ui/reference'

/** Renders a page whole: without the framework's script there is nothing to stream to. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Response {
  const register = registerOf(request)
  const isAway = status === 500 && loadContext.isAway === true
  const html = renderToString(
    <I18nextProvider i18n={textsIn(register)}>
      <ReferenceContext.Provider value={{ reference: loadContext.reference as string, isAway }}>
        <RemixServer context={remixContext} url={request.url} />
      </ReferenceContext.Provider>
    </I18nextProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  if (isAway) headers.set('Retry-After', '30')
  return new Response(`<!doctype html>${html}`, { status: isAway ? 503 : status, headers })
}

/** Logs what the reader sees as a number; never the address, which may say what the person needs. */
export function handleError(error: unknown, { context, request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  if (isAwayFault(error)) {
    context.isAway = true
    log.warn({ reference: context.reference as string }, 'the database is away')
    return
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  log.error({ reference: context.reference as string, error: name, message, stack }, 'page failed')
}
