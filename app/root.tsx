import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Outlet, Scripts, useMatches, useRouteError, useRouteLoaderData, isRouteErrorResponse } from '@remix-run/react'
import { useContext, type ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import bold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url'
import regular from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url'
import type { Head } from '~/lib/head'
import { defaultSettings } from '~/lib/settings'
import { getEnv, operatorOf } from '~/server/env.server'
import { readSettings } from '~/server/settings.server'
import { doorPaths, paths, siteLinks } from '~/paths'
import { DocumentHead } from '~/ui/document-head'
import { ErrorPage } from '~/ui/error-page'
import { useRegister } from '~/i18n/use-register'
import { isStaffPath } from '~/i18n/registers'
import { DeskShell, type DeskHead } from '~/ui/desk-shell'
import { ReferenceContext } from '~/ui/reference'
import { Shell } from '~/ui/shell'
import { SiteLinksContext } from '~/ui/site-links'
import deskStyles from '~/ui/styles/desk.css?url'
import styles from '~/ui/styles/index.css?url'

export async function loader({ request }: LoaderFunctionArgs) {
  const env = getEnv()
  const { origin, pathname, searchParams } = new URL(request.url)
  return json({
    settings: readSettings(request),
    operator: operatorOf(env)?.name ?? null,
    demo: env.DEMO === 'on',
    origin: env.PUBLIC_URL ?? origin,
    pathname,
    query: choicesOf(searchParams),
  })
}

/** What the reader has chosen on this page and keeps in another register: not the page of a list, not a notice. */
function choicesOf(query: URLSearchParams): string {
  for (const name of ['page', 'saved']) query.delete(name)
  return query.size > 0 ? `?${query.toString()}` : ''
}

/** The document around every page and every error page. */
export function Layout({ children }: { children: ReactNode }) {
  const site = useRouteLoaderData<typeof loader>('root')
  const { t } = useTranslation()
  const { register, easy } = useRegister()
  const matches = useMatches()
  const error = useRouteError()
  const { isAway } = useContext(ReferenceContext)
  const settings = site?.settings ?? defaultSettings
  const pageHead = (matches.at(-1)?.data as { head?: Head } | undefined)?.head
  const head: Head =
    error == null && pageHead
      ? pageHead
      : {
          title: t('common:pageTitle', { title: t(`errors:${isAway ? 'away' : errorKind(error)}.title`) }),
          noindex: true,
        }
  const desk = (matches.at(-1)?.data as { desk?: DeskHead } | undefined)?.desk ?? null
  const pathname = site?.pathname ?? '/'
  const hydrates = matches.some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate)

  return (
    <html
      lang={register}
      data-register={easy ? 'easy' : 'standard'}
      data-staff={isStaffPath(pathname) ? '' : undefined}
      data-size={settings.size}
      data-theme={settings.theme}
      data-spacing={settings.spacing}
      data-motion={settings.motion}
    >
      <DocumentHead
        head={head}
        register={register}
        origin={site?.origin ?? ''}
        pathname={pathname}
        styles={isStaffPath(pathname) ? [styles, deskStyles] : [styles]}
        fonts={[regular, bold]}
      />
      <body>
        <SiteLinksContext.Provider value={siteLinks(register)}>
          {isStaffPath(pathname) ? (
            <DeskShell head={desk} doors={doorPaths} demo={site?.demo ?? false} home={paths.home(register)}>
              {children}
            </DeskShell>
          ) : (
            <Shell
              operator={site?.operator ?? null}
              demo={site?.demo ?? false}
              pathname={pathname}
              query={site?.query ?? ''}
              keepsForm={head.keepsForm ?? false}
            >
              {children}
            </Shell>
          )}
        </SiteLinksContext.Provider>
        {hydrates && <Scripts />}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

function errorKind(error: unknown): 'missing' | 'closed' | 'notYours' | 'broken' {
  const status = isRouteErrorResponse(error) ? error.status : 500
  return ({ 403: 'notYours', 404: 'missing', 410: 'closed' } as const)[status] ?? 'broken'
}

export function ErrorBoundary() {
  return <ErrorPage kind={errorKind(useRouteError())} />
}
