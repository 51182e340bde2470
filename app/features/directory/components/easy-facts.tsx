import { useTranslation } from '~/i18n/use-translation'
import { Block } from '~/ui/blocks'
import type { PictureName } from '~/ui/pictures'
import type { ServiceView } from '../rules'
import { useAccessWords, useFactWords } from './fact-words'
import { useOpenNow, useWeek } from './opening-words'

/** The facts of a service in easy-read: one idea a picture, at most three lines to it. */
export function EasyFacts({ service }: { service: ServiceView }) {
  const { t } = useTranslation('facts')
  const words = useFactWords()
  const access = useAccessWords()
  const { opening, documents } = service
  const openNow = useOpenNow()
  const week = useWeek()
  return (
    <>
      {opening && (
        <>
          <Pictured picture="clock" lines={[...openNow(opening), t(`open.holidays.${opening.hours.holidays}`)]} />
          <Pictured picture="calendar" lines={week(opening)} />
        </>
      )}
      {access.pictured(service).map(({ picture, lines }) => (
        <Pictured key={picture} picture={picture} lines={lines} />
      ))}
      <Pictured picture="talk" lines={[words.languages(service)]} />
      <Pictured picture="money" lines={[words.cost(service)]} />
      {documents.length > 0 && (
        <Block picture="list" lines={[t('documents')]}>
          <ul data-name>
            {documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        </Block>
      )}
      <Pictured picture="data" lines={[words.capacity(service)]} />
    </>
  )
}

/** As many blocks as the lines need; none for lines that say nothing. */
function Pictured({ picture, lines }: { picture: PictureName; lines: string[] }) {
  const said = lines.filter((line) => line !== '')
  const starts = said.flatMap((_, index) => (index % 3 === 0 ? [index] : []))
  return starts.map((start) => <Block key={start} picture={picture} lines={said.slice(start, start + 3)} />)
}
