import url from '~/enhance/share.ts?worker&url'
import type { ReactNode } from 'react'

/** Hands a text to another program of the telephone; hidden where the browser cannot. */
export function ShareButton({ text, children }: { text: string; children: ReactNode }) {
  return (
    <>
      <button type="button" className="button button-plain" data-share={text} hidden>
        {children}
      </button>
      <script type="module" src={url} />
    </>
  )
}
