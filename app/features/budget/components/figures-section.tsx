import { useTranslation } from '~/i18n/use-translation'
import { formatAmount } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import type { Shown } from '~/lib/small-numbers'
import { machinePaths } from '~/paths'
import { stages, type Figures, type FigureTable } from '../figures'

type Props = { figures: Figures; slug: string; year: number }

/** What became of the concerns of a cycle, and who raised them, where people chose to say. */
export function FiguresSection({ figures, slug, year }: Props) {
  const { t } = useTranslation(['budget', 'tell'])
  const { easy } = useRegister()
  const { byStage, tables, ballots } = figures
  const shown = useShown()
  const file = (ending: string) => machinePaths.dataFile(`budget-figures-${slug}-${year}.${ending}`)
  return (
    <section className="stack">
      <h2>{t('figures.title')}</h2>
      <p>{t('figures.what')}</p>
      <ul>
        {stages.map((stage, index) => (
          <li key={stage}>{t(`figures.stage.${stage}`, { number: shown(byStage[index] ?? null) })}</li>
        ))}
      </ul>
      <p>{t('figures.ballots', { online: shown(ballots.online), paper: shown(ballots.paper) })}</p>
      {!easy && (
        <>
          <p>{t('figures.hidden')}</p>
          {tables.filter(isSaid).map((table) => (
            <Table key={table.dimension} {...table} />
          ))}
        </>
      )}
      <ul>
        <li>
          <a className="alone" href={file('csv')}>
            {t('figures.csv')}
          </a>
        </li>
        <li>
          <a className="alone" href={file('json')}>
            {t('figures.json')}
          </a>
        </li>
      </ul>
    </section>
  )
}

/** Writes a number as everybody may read it. */
function useShown(): (count: Shown) => string {
  const { t } = useTranslation('budget')
  const { language } = useRegister()
  return (count) => (count === null ? t('figures.notShown') : formatAmount(count, language))
}

/** Whether anybody said it of themselves. */
const isSaid = ({ columns }: FigureTable): boolean =>
  columns.some(({ value, total }) => value !== 'unsaid' && total !== 0)

/** Who raised concerns, and whose got money; the other stages stand in the files. */
function Table({ dimension, columns }: FigureTable) {
  const { t } = useTranslation(['budget', 'tell'])
  const shown = useShown()
  const label = (value: string) =>
    value === 'unsaid'
      ? t('figures.unsaid')
      : dimension === 'assisted'
        ? t(`figures.assisted.${value}`)
        : t(`tell:aboutYou.${dimension}.${value}`)
  return (
    <table>
      <caption>{t(`figures.by.${dimension}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('figures.who')}</th>
          <th scope="col">{t('figures.all')}</th>
          <th scope="col">{t('figures.funded')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ value, total, cells }) => (
          <tr key={value}>
            <th scope="row">{label(value)}</th>
            <td>{shown(total)}</td>
            <td>{shown(cells[stages.indexOf('funded')] ?? null)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
