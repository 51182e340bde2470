import type { ReactNode } from 'react'
import { pictures, type PictureName } from './pictures'
import { ProseLine } from './prose-line'

/** The picture of one idea. Its black twin is for paper and forced colours. The word stands beside it. */
export function Picture({ name }: { name: PictureName }) {
  const { file } = pictures[name]
  return (
    <picture>
      <source media="print" srcSet={`/pictograms/black/${file}.svg`} />
      <img className="picture" src={`/pictograms/${file}.svg`} alt="" width="120" height="120" loading="lazy" />
    </picture>
  )
}

/** Easy-read: one picture, at most three lines, one sentence a line. `children` holds a link or a form. */
export function Block({
  picture,
  lines = [],
  children,
}: {
  picture: PictureName
  lines?: string[]
  children?: ReactNode
}) {
  return (
    <div className="block">
      <Picture name={picture} />
      <div>
        {lines.map((line) => (
          <p key={line}>
            <ProseLine text={line} />
          </p>
        ))}
        {children}
      </div>
    </div>
  )
}

export function Blocks({ children }: { children: ReactNode }) {
  return <div className="blocks">{children}</div>
}
