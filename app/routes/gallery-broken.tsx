import { getEnv } from '~/server/env.server'
import { notFound } from '~/server/page.server'

/** Fails on purpose, to look at the page for a fault of ours. */
export function loader() {
  if (getEnv().GALLERY !== 'on') throw notFound()
  throw new Error('The gallery shows what a fault looks like')
}

export default function GalleryBroken() {
  return null
}
