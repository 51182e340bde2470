import { useRegister } from '~/i18n/use-register'
import { Picture } from '~/ui/blocks'
import { needPictures } from '~/ui/need-pictures'

/** The picture of what a proposal is about, or for whom it is: in easy-read and on paper. */
export function ProposalPicture({
  help,
  forWhom,
  isOnPaper = false,
}: {
  help: string | null
  forWhom: string | null
  isOnPaper?: boolean
}) {
  const { easy } = useRegister()
  const picture = needPictures[`help.${help}`] ?? needPictures[`forWhom.${forWhom}`]
  return picture && (easy || isOnPaper) ? <Picture name={picture} /> : null
}
