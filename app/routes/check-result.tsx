import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HelpLines } from '~/features/directory/components/help-lines'
import { OfficeFacts } from '~/features/directory/components/office-facts'
import { linesOfCheck, placeOfCheck } from '~/features/entitlements/check-place.server'
import { readCheck, today } from '~/features/entitlements/check.server'
import { CheckResult } from '~/features/entitlements/components/check-result'
import { viewResult } from '~/features/entitlements/result-view.server'
import { paths } from '~/paths'
import { requirePage } from '~/server/page.server'
import { privateHead, privateHeaders } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { register, language, t } = requirePage(params)
  const now = new Date()
  const state = readCheck(request, now)
  if (!state) throw redirect(`${paths.check(register)}?lost=1`, 303)
  const result = viewResult(state, today(now))
  return json({
    head: privateHead(context, t, t('check:result.title')),
    result,
    place: await placeOfCheck(state.municipality, language),
    lines: result.isHarm ? await linesOfCheck(language) : [],
  })
}

export default function Result() {
  const { result, place, lines } = useLoaderData<typeof loader>()
  return (
    <CheckResult
      result={result}
      place={place}
      numbers={lines.length > 0 && <HelpLines lines={lines} />}
      office={place?.office && <OfficeFacts office={place.office} brief />}
    />
  )
}
