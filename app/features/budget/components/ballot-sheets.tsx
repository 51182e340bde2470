import { useTranslation } from '~/i18n/use-translation'
import { formatAmount, formatDate } from '~/i18n/formats'
import { formatCode, type Code } from '~/lib/code'
import { deskPaths, paths } from '~/paths'
import { CodePicture } from '~/ui/code-picture'
import { PrintButton } from '~/ui/print-button'
import type { BallotPaper } from '../view'
import { ProposalPicture } from './proposal-picture'

/**
 * A paper ballot for each code, shown this once: to be printed, cut, and put on a closed pile. Ballots are in easy
 * Albanian, whatever language the desk is read in.
 *
 * @param origin of the addresses in the pictures, such as https://prane.example
 */
export function BallotSheets({ codes, paper, origin }: { codes: string[]; paper: BallotPaper; origin: string }) {
  const { t } = useTranslation('desk-budget')
  return (
    <div className="page desk stack">
      <h1>{t('sheets.title', { count: codes.length })}</h1>
      <p className="screen-only">{t('sheets.once')}</p>
      <PrintButton>{t('sheets.print')}</PrintButton>
      <ul className="slips">
        {codes.map((code) => (
          <li key={code} className="slip ballot" lang="sq">
            <Ballot code={code as Code} paper={paper} origin={origin} />
          </li>
        ))}
      </ul>
      <p className="screen-only">
        <a href={deskPaths.budgetYear(paper.year)}>{t('sheets.back')}</a>
      </p>
    </div>
  )
}

function Ballot({ code, paper, origin }: { code: Code; paper: BallotPaper; origin: string }) {
  const { t } = useTranslation('desk-budget', { lng: 'sq' })
  const { slug, municipality, year, voteKind, budget, ageFrom, promise, residence, proposals } = paper
  const amount = (lek: string) => formatAmount(Number(lek), 'sq')
  return (
    <>
      <p className="kind">{t('ballot.of', { municipality, year })}</p>
      {paper.isInvented && <p>{t('ballot.invented')}</p>}
      <p>
        <strong>{t(`ballot.${voteKind}`, { amount: amount(budget) })}</strong>
      </p>
      <ul className="plain-list">
        {proposals.map(({ number, title, easy, cost, help, forWhom }) => (
          <li key={number} className="ballot-row">
            <span className="ballot-box" aria-hidden="true" />
            <ProposalPicture help={help} forWhom={forWhom} isOnPaper />
            <span>
              <strong>
                {number}. {title}
              </strong>
              <br />
              {easy} {t('ballot.cost', { amount: amount(cost) })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {promise ? t('ballot.promise', { act: promise.act, date: formatDate(promise.on, 'sq') }) : t('ballot.advice')}
      </p>
      <p>
        {t('ballot.voters', { age: ageFrom })} {residence}
      </p>
      <div className="code">{formatCode(code)}</div>
      <CodePicture address={origin + paths.budgetVoteCode('sq', slug, year, code)} label={t('ballot.picture')} />
      <p>{t('ballot.online', { address: `${origin}${paths.budgetVote('sq', slug, year)}` })}</p>
      <p>{t('ballot.honest')}</p>
    </>
  )
}
