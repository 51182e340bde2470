import url from '~/enhance/photos.ts?worker&url'
import type { InputHTMLAttributes } from 'react'

/** A field for photos, which are made smaller before they are sent where the browser can. `wait` is said meanwhile. */
export function PhotoField({ wait, ...field }: { wait: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <>
      <input type="file" accept="image/jpeg,image/png,image/webp" multiple data-shrink {...field} />
      <p role="status" data-wait={wait} />
      <script type="module" src={url} />
    </>
  )
}
