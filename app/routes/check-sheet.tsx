import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OfficeFacts } from '~/features/directory/components/office-facts'
import { placeOfCheck } from '~/features/entitlements/check-place.server'
import { readCheck, today } from '~/features/entitlements/check.server'
import { CheckSheet } from '~/features/entitlements/components/check-sheet'
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
  return json({
    head: privateHead(context, t, t('check:sheet.title')),
    result: viewResult(state, today(now)),
    place: await placeOfCheck(state.municipality, language),
  })
}

export default function Sheet() {
  const { result, place } = useLoaderData<typeof loader>()
  return (
    <CheckSheet result={result} place={place} office={place?.office && <OfficeFacts office={place.office} brief />} />
  )
}
