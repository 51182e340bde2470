import { useTranslation } from 'react-i18next'
import { formatCode, type Code } from '~/lib/code'
import { deskPaths } from '~/paths'
import { PrintButton } from '~/ui/print-button'
import type { ProposalView } from '../view'

type Choosable = Pick<ProposalView, 'number' | 'title'>

/** A paper ballot for each code, shown this once: to be printed, cut, and put on a closed pile. */
export function BallotSheets({ codes, proposals }: { codes: string[]; proposals: Choosable[] }) {
  const { t } = useTranslation('desk-budget')
  return (
    <div className="page desk stack">
      <h1>{t('sheets.title', { count: codes.length })}</h1>
      <p className="screen-only">{t('sheets.once')}</p>
      <PrintButton>{t('sheets.print')}</PrintButton>
      <ul className="slips">
        {codes.map((code) => (
          <li key={code} className="slip">
            <p>{t('sheets.what')}</p>
            <ul className="plain-list">
              {proposals.map(({ number, title }) => (
                <li key={number}>
                  ☐ {number}. {title}
                </li>
              ))}
            </ul>
            <div className="code">{formatCode(code as Code)}</div>
            <p>{t('sheets.honest')}</p>
          </li>
        ))}
      </ul>
      <p className="screen-only">
        <a href={deskPaths.budget}>{t('sheets.back')}</a>
      </p>
    </div>
  )
}
