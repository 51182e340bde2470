import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { getEnv } from '~/server/env.server'
import { notFound, requirePage } from '~/server/page.server'
import { Gallery } from '~/ui/gallery'

/** Every component in every state, for those who build Pranë. Off unless GALLERY is on. */
export function loader({ params }: LoaderFunctionArgs) {
  requirePage(params)
  if (getEnv().GALLERY !== 'on') throw notFound()
  return json({ head: { title: 'Gallery – Pranë', noindex: true } })
}

export default function GalleryRoute() {
  return <Gallery />
}
