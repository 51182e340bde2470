import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { Block, Blocks } from '~/ui/blocks'
import { Icon } from '~/ui/icon'
import type { HelpLineView } from '../rules'
import { useSeenLine } from './seen-line'

/** Numbers to call, the most urgent first and largest, each with the date of its source. */
export function HelpLines({ lines }: { lines: readonly HelpLineView[] }) {
  const { easy } = useRegister()
  return easy ? <EasyLines lines={lines} /> : <Lines lines={lines} />
}

function Lines({ lines }: { lines: readonly HelpLineView[] }) {
  const { t } = useTranslation('emergency')
  const seenLine = useSeenLine()
  return (
    <section>
      <h2>{t('numbers')}</h2>
      <ul className="numbers">
        {lines.map((line) => (
          <li key={line.number}>
            <a href={`tel:${line.number}`}>
              <Icon name="call" />
              {line.display}
            </a>
            <p>{line.name}</p>
            {line.hours && <p>{line.hours}</p>}
            <p className="small">{seenLine(line)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function EasyLines({ lines }: { lines: readonly HelpLineView[] }) {
  const { t } = useTranslation('emergency')
  const known = lines.slice(0, 5)
  return (
    <section>
      <h2>{t('numbers')}</h2>
      <Blocks>
        {known.map((line) => (
          <Block
            key={line.number}
            picture={line.number === '112' ? 'emergency' : 'phone'}
            lines={t(`line.${line.number}`, { returnObjects: true }) as string[]}
          >
            <a className="button" href={`tel:${line.number}`}>
              {line.display}
            </a>
          </Block>
        ))}
      </Blocks>
    </section>
  )
}
