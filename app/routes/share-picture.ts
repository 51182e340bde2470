import type { LoaderFunctionArgs } from '@remix-run/node'
import { findMunicipalities } from '~/features/directory/place-queries.server'
import { sharePicture } from '~/features/directory/share-picture.server'
import { fileNotFound } from '~/server/page.server'

/** One picture per municipality, for messages and search results that show one. */
export async function loader({ params }: LoaderFunctionArgs) {
  const slug = /^([a-z-]+)\.png$/.exec(params.file ?? '')?.[1]
  const municipalities = await findMunicipalities({ language: 'sq' })
  if (!slug || !municipalities.some((municipality) => municipality.slug === slug)) throw fileNotFound()
  return new Response(new Uint8Array(sharePicture(municipalities, slug)), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' },
  })
}
