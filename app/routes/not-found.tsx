import { notFound } from '~/server/page.server'

/** Every address that is not on the map. */
export function loader() {
  throw notFound()
}

export default function NotFound() {
  return null
}
