import { useTranslation } from '~/i18n/use-translation'
import { formatAmount, formatMonths } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { monthsOf, type AnswerLine, type QuarterAnswers } from '../answers'
import { answerWithin } from '../clock'

const measures = ['received', 'answeredInTarget', 'medianDays', 'disputed'] as const

/** How a municipality answers: the last quarter in words, then tables, and what they leave out. */
export function PublicAnswers({ quarters }: { quarters: QuarterAnswers[] }) {
  const { t } = useTranslation('answers')
  const { register, easy } = useRegister()
  const [latest] = quarters
  const lines = (key: 'none' | 'notes') => t(`${key}`, { returnObjects: true }) as string[]
  return (
    <section id="answers">
      <h2>{t('title')}</h2>
      {latest ? <LastQuarter {...latest} /> : <Lines lines={lines('none')} picture="unknown" />}
      {latest && <ByQuarter quarters={quarters} />}
      {latest && !easy && <ByKind {...latest} />}
      {latest && <Lines lines={lines('notes')} picture="privacy" />}
      <p>
        <a className="alone" href={paths.data(register)}>
          {t('link')}
        </a>
      </p>
    </section>
  )
}

/** In easy-read with a picture beside them. */
function Lines({ lines, picture }: { lines: string[]; picture: 'unknown' | 'privacy' | 'message' }) {
  const { easy } = useRegister()
  if (!easy) return lines.map((line) => <p key={line}>{line}</p>)
  return (
    <Blocks>
      <Block picture={picture} lines={lines} />
    </Blocks>
  )
}

function LastQuarter({ quarter, lines: [all] }: QuarterAnswers) {
  const { t } = useTranslation('answers')
  const months = useMonths()(quarter)
  if (!all) return null
  const { received, answeredInTarget, medianDays, disputed } = all
  const days = answerWithin.ordinary
  const said = [
    received === null ? t('few', { months }) : t('received', { count: received, months }),
    answeredInTarget !== null && t('inTarget', { count: answeredInTarget, days }),
    medianDays !== null && t('median', { count: medianDays }),
    disputed !== null && t('disputed', { count: disputed }),
  ].filter((line) => line !== false)
  return (
    <>
      <Lines lines={said.slice(0, 3)} picture="message" />
      {said.length > 3 && <Lines lines={said.slice(3)} picture="message" />}
    </>
  )
}

function ByQuarter({ quarters }: { quarters: QuarterAnswers[] }) {
  const { t } = useTranslation('answers')
  const months = useMonths()
  const rows = quarters.map(({ quarter, lines }) => ({ name: months(quarter), line: lines[0] }))
  return <Figures caption={t('byQuarter')} first={t('column.quarter')} rows={rows} />
}

function ByKind({ quarter, lines }: QuarterAnswers) {
  const { t } = useTranslation('answers')
  const months = useMonths()(quarter)
  const rows = lines.map((line) => ({ name: t(`kind.${line.kind}`), line }))
  return <Figures caption={t('byKind', { months })} first={t('column.kind')} rows={rows} />
}

type FigureRow = { name: string; line: AnswerLine | undefined }

function Figures({ caption, first, rows }: { caption: string; first: string; rows: FigureRow[] }) {
  const { t } = useTranslation('answers')
  const { language } = useRegister()
  const shown = (line: AnswerLine | undefined, measure: (typeof measures)[number]): string => {
    const count = line?.[measure] ?? null
    if (count !== null) return formatAmount(count, language)
    if (line?.received === 0) return t('cell.none')
    // The number of all messages is hidden only when it is small; of other numbers nobody may know why.
    return line?.kind === 'all' && measure === 'received' ? t('cell.few') : t('cell.hidden')
  }
  return (
    <table className="figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[first, ...measures.map((measure) => t(`column.${measure}`))].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, line }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {measures.map((measure) => (
              <td key={measure} data-label={t(`column.${measure}`)}>
                {shown(line, measure)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useMonths(): (quarter: string) => string {
  const { language } = useRegister()
  return (quarter) => formatMonths(monthsOf(quarter), language)
}
