import url from '~/enhance/reading.ts?worker&url'

/**
 * How a text reads, while it is written. Without a script nothing stands here.
 *
 * @param of the field, as a selector
 * @param text with [words], [sentences], [longest] and [lix] where the numbers go
 */
export function ReadingLine({ of, text }: { of: string; text: string }) {
  return (
    <>
      <p className="hint" data-reading={of} data-text={text} hidden />
      <script type="module" src={url} />
    </>
  )
}
