import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from '~/ui/blocks'
import { words, type EntitlementId } from '../engine'
import type { FigureView } from '../schema'
import { figureLine } from './line-words'

/** Amounts, each with its date; in easy-read what it is stands on a line of its own. */
export function Figures({ id, figures }: { id: EntitlementId; figures: readonly FigureView[] }) {
  const { t } = useTranslation('entitlements')
  const { language, easy } = useRegister()
  if (easy) {
    return (
      <Blocks>
        {figures.map((figure) => (
          <Block
            key={figure.name}
            picture="money"
            lines={[words.figure(t, id, figure.name), figureLine(t, id, figure, language)]}
          />
        ))}
      </Blocks>
    )
  }
  return (
    <ul>
      {figures.map((figure) => (
        <li key={figure.name}>{figureLine(t, id, figure, language)}</li>
      ))}
    </ul>
  )
}
