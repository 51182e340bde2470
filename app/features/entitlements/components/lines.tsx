import type { ReactNode } from 'react'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from '~/ui/blocks'
import type { PictureName } from '~/ui/pictures'

/** Sentences: paragraphs, or in easy-read a picture with them. */
export function Lines({ picture, lines, children }: { picture: PictureName; lines: string[]; children?: ReactNode }) {
  const { easy } = useRegister()
  if (easy) {
    return (
      <Blocks>
        <Block picture={picture} lines={lines}>
          {children}
        </Block>
      </Blocks>
    )
  }
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </>
  )
}
