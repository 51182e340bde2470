import { useTranslation } from '~/i18n/use-translation'
import { formatAmount } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { gotBy, type BudgetResult, type Got, type ProposalResult } from '../result'
import type { ProposalView } from '../view'
import { WhyNot } from './why-not'

const [barHeight, barStep] = [16, 24]

/** The result: in words, as bars, as a table, and a reason for every proposal that was not chosen. */
export function ResultSection({ result, proposals }: { result: BudgetResult; proposals: ProposalView[] }) {
  const { t } = useTranslation(['budget', 'tell'])
  const { language, easy } = useRegister()
  const views = new Map(proposals.map((proposal) => [proposal.number, proposal]))
  const titles = new Map(proposals.map(({ number, title }) => [number, title]))
  const rows = [...result.proposals].sort((a, b) => b.ballots - a.ballots || a.number - b.number)
  const winners = rows.filter(({ won }) => won)
  const most = Math.max(1, ...rows.map(({ ballots }) => ballots))
  return (
    <section className="stack">
      <p>{t('won', { count: winners.length, ballots: result.ballots })}</p>
      <ul>
        {winners.map(({ number }) => (
          <li key={number}>{titles.get(number)}</li>
        ))}
      </ul>
      <p>{t('spent', { amount: formatAmount(Number(result.spent), language) })}</p>
      <svg viewBox={`0 0 400 ${rows.length * barStep}`} aria-hidden="true">
        {rows.map(({ number, ballots, won }, index) => (
          <rect
            key={number}
            y={index * barStep}
            width={(ballots / most) * 396 + 2}
            height={barHeight}
            fill={won ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="2"
          />
        ))}
      </svg>
      {easy ? (
        <ul>
          {rows.map(({ number, ballots, won }) => (
            <li key={number}>
              {titles.get(number)}: {ballots} – {t(won ? 'outcome.won' : 'outcome.lost')}
            </li>
          ))}
        </ul>
      ) : (
        <BallotTable rows={rows} titles={titles} />
      )}
      <p>{result.votersWithNoProject === 0 ? t('nobodyEmpty') : t('empty', { count: result.votersWithNoProject })}</p>
      {result.greedy && (
        <Greedy
          greedy={result.greedy.winners}
          votersWithNoProject={result.greedy.votersWithNoProject}
          winners={winners}
          titles={titles}
        />
      )}
      {winners.length < rows.length && <h2>{t('whynot')}</h2>}
      {rows.map((row) => (
        <WhyNot key={row.number} {...row} title={titles.get(row.number) ?? ''} />
      ))}
      {!easy && (
        <>
          <GotTable
            caption={t('got.units')}
            rows={gotBy(rows, (number) => views.get(number)?.unit ?? null)}
            none={t('everywhere')}
          />
          <GotTable
            caption={t('got.whom')}
            rows={gotBy(rows, (number) => {
              const whom = views.get(number)?.forWhom
              return whom ? t(`tell:forWhom.${whom}`) : null
            })}
            none={t('everybody')}
          />
        </>
      )}
    </section>
  )
}

type Titles = ReadonlyMap<number, string>

function BallotTable({ rows, titles }: { rows: ProposalResult[]; titles: Titles }) {
  const { t } = useTranslation('budget')
  return (
    <table>
      <caption>{t('table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.proposal')}</th>
          <th scope="col">{t('column.ballots')}</th>
          <th scope="col">{t('column.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, ballots, won }) => (
          <tr key={number}>
            <th scope="row">{titles.get(number)}</th>
            <td>{ballots}</td>
            <td>{t(won ? 'outcome.won' : 'outcome.lost')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function GotTable({ caption, rows, none }: { caption: string; rows: Got[]; none: string }) {
  const { t } = useTranslation('budget')
  const { language } = useRegister()
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('got.who')}</th>
          <th scope="col">{t('got.money')}</th>
          <th scope="col">{t('got.won')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, spent, won, of }) => (
          <tr key={name}>
            <th scope="row">{name ?? none}</th>
            <td>{formatAmount(Number(spent), language)}</td>
            <td>{t('got.of', { won, of })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What counting ballots alone would have chosen, so that everybody sees what the rule changes. */
function Greedy({
  greedy,
  winners,
  titles,
  votersWithNoProject,
}: {
  greedy: number[]
  winners: { number: number }[]
  titles: Map<number, string>
  votersWithNoProject: number
}) {
  const { t } = useTranslation('budget')
  const isSame = greedy.length === winners.length && winners.every(({ number }) => greedy.includes(number))
  if (isSame) return <p>{t('byBallots.same')}</p>
  const named = greedy.map((number) => titles.get(number)).join(' · ')
  return (
    <>
      <p>{t('byBallots.other', { titles: named })}</p>
      <p>{t('byBallots.empty', { count: votersWithNoProject })}</p>
    </>
  )
}
