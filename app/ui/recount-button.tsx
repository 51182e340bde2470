import url from '~/enhance/recount.ts?worker&url'
import type { ReactNode } from 'react'

type Props = {
  /** Addresses of the two open files. */
  ballots: string
  rule: string
  /** SHA-256 of the frozen rule. */
  hash: string
  winners: number[]
  /** What is said when the same came out, when something else did, and when the files could not be fetched. */
  words: { same: string; other: string; away: string }
  children: ReactNode
}

/** Counting on one's own device needs a script, so the button is hidden until the script is there. */
export function RecountButton({ ballots, rule, hash, winners, words, children }: Props) {
  return (
    <>
      <button
        type="button"
        className="button button-plain"
        hidden
        data-recount={ballots}
        data-rule={rule}
        data-hash={hash}
        data-winners={winners.join(',')}
        data-same={words.same}
        data-other={words.other}
        data-away={words.away}
      >
        {children}
      </button>
      <p role="status" id="recount" />
      <script type="module" src={url} />
    </>
  )
}
