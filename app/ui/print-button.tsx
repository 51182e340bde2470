import url from '~/enhance/print.ts?worker&url'
import type { ReactNode } from 'react'

/** Printing needs a script, so the button is hidden until the script is there. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <>
      <button type="button" className="button button-plain" data-print hidden>
        {children}
      </button>
      <script type="module" src={url} />
    </>
  )
}
