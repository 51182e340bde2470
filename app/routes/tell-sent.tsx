import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPlaceOfMessage } from '~/features/directory/place-queries.server'
import { GivenBack } from '~/features/voice/components/not-taken'
import { Receipt } from '~/features/voice/components/receipt'
import { readDraft } from '~/features/voice/drafts.server'
import { paths } from '~/paths'
import { getEnv } from '~/server/env.server'
import { requirePage } from '~/server/page.server'
import { privateHeaders, unlessAway } from '~/server/private-page.server'

export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { register, language, t } = requirePage(params)
  const head = { title: t('common:pageTitle', { title: t('tell:sent.title') }), noindex: true }
  return unlessAway({ head }, async () => {
    const open = await readDraft(request, new Date())
    if (!open?.draft.sent) throw redirect(open ? paths.tellCheck(register) : `${paths.tell(register)}?lost=1`, 303)
    const { code, sent, answers } = open.draft
    const place = await getPlaceOfMessage({ slug: sent.municipality, language })
    return json({
      head,
      view: 'receipt' as const,
      code,
      address: (getEnv().PUBLIC_URL ?? new URL(request.url).origin) + paths.trackCode(register, code),
      municipality: place?.name ?? sent.municipality,
      dueOn: sent.dueOn,
      isProtection: sent.isProtection,
      isForOther: answers.who === 'other',
    })
  })
}

export default function Sent() {
  const data = useLoaderData<typeof loader>()
  return data.view === 'away' ? <GivenBack values={[]} /> : <Receipt {...data} />
}
