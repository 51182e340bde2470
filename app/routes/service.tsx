import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ServiceEasy } from '~/features/directory/components/service-easy'
import { ServicePage } from '~/features/directory/components/service-page'
import { getService } from '~/features/directory/queries.server'
import { findReleasedWords } from '~/features/voice/answers.server'
import { ShownWords } from '~/features/voice/components/shown-words'
import { useRegister } from '~/i18n/use-register'
import { machinePaths, paths } from '~/paths'
import { notFound, requirePage } from '~/server/page.server'

export async function loader({ params }: LoaderFunctionArgs) {
  const { register, language, t } = requirePage(params)
  const found = await getService({ slug: params.slug ?? '', language, now: new Date() })
  if (!found) throw notFound()
  if (found.kind === 'closed') throw new Response(null, { status: 410, statusText: 'Gone' })
  if (found.kind === 'moved') throw redirect(paths.service(register, found.to), 301)
  const { service } = found
  const place = service.municipality?.name ?? t('directory:wholeCountry')
  return json({
    head: {
      title: t('service:title', { name: service.name, place }),
      description: t('service:description', { name: service.name, type: t(`directory:type.${service.type}`), place }),
      image: service.municipality ? machinePaths.sharePicture(service.municipality.slug) : undefined,
    },
    service,
    words: await findReleasedWords({ service: service.slug }),
  })
}

export default function Service() {
  const { service, words } = useLoaderData<typeof loader>()
  const { easy } = useRegister()
  const Page = easy ? ServiceEasy : ServicePage
  return (
    <Page service={service}>
      <ShownWords words={words} />
    </Page>
  )
}
