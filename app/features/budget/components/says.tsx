import { useRegister } from '~/i18n/use-register'
import { Block } from '~/ui/blocks'
import type { PictureName } from '~/ui/pictures'

/** Sentences; in easy-read with a picture beside them. */
export function Says({ picture, lines }: { picture: PictureName; lines: (string | null)[] }) {
  const { easy } = useRegister()
  const said = lines.filter((line) => line !== null)
  if (easy) return <Block picture={picture} lines={said} />
  return said.map((line) => <p key={line}>{line}</p>)
}
