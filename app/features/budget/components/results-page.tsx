import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { machinePaths, paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { RecountButton } from '~/ui/recount-button'
import { recountOptions, type BudgetResult } from '../result'
import type { RuleFile } from '../rule-file'
import type { BudgetView } from '../view'
import { Decides } from './budget-page'
import { FiguresSection } from './figures-section'
import { ResultSection } from './result-section'

/** What came out of a vote, how to count it again, and what became of the concerns. */
export function ResultsPage({ budget, result }: { budget: BudgetView; result: BudgetResult }) {
  const { t } = useTranslation('budget')
  const { register } = useRegister()
  const { slug, municipality, year, figures } = budget
  return (
    <div className="page stack">
      <BackLink href={paths.budgetYear(register, slug, year)}>{t('of', { municipality, year })}</BackLink>
      {budget.isInvented && <p className="notice">{t('invented')}</p>}
      <h1>{t('resultOf', { municipality, year })}</h1>
      <ResultSection result={result} proposals={budget.proposals} />
      <Decides {...budget} />
      <p>{t('vote.honest')}</p>
      <Check {...budget} winners={result.proposals.flatMap(({ number, won }) => (won ? [number] : []))} />
      {figures && <FiguresSection figures={figures} slug={slug} year={year} />}
    </div>
  )
}

/** "Check this yourself": in the browser, and as files with the command of the project. */
function Check({ slug, year, rule, ruleHash, winners }: BudgetView & { winners: number[] }) {
  const { t } = useTranslation('budget')
  const { easy } = useRegister()
  const [ruleFile, ballotFile] = [`budget-${slug}-${year}.json`, `budget-${slug}-${year}.pb`]
  return (
    <section className="stack">
      <h2>{t('check.title')}</h2>
      <p>{t('check.what')}</p>
      <RecountButton
        ballots={machinePaths.dataFile(ballotFile)}
        rule={machinePaths.dataFile(ruleFile)}
        hash={ruleHash ?? ''}
        winners={winners}
        words={{ same: t('check.same'), other: t('check.other'), away: t('check.away') }}
      >
        {t('check.here')}
      </RecountButton>
      <ul>
        <li>
          <a className="alone" href={machinePaths.dataFile(ruleFile)}>
            {t('check.rule')}
          </a>
        </li>
        <li>
          <a className="alone" href={machinePaths.dataFile(ballotFile)}>
            {t('check.ballots')}
          </a>
        </li>
      </ul>
      {!easy && (
        <p>
          {t('check.command')} <code className="typed-secret">{recountCommand(ballotFile, rule)}</code>
        </p>
      )}
    </section>
  )
}

/** The command of the project that counts the file again. */
function recountCommand(file: string, rule: string | null): string {
  const options = recountOptions(JSON.parse(rule ?? '') as RuleFile)
  const words = options.map((option) => (/[^\w=,.-]/.test(option) ? `'${option.replaceAll("'", "'\\''")}'` : option))
  return `npm run -s budget:compute -- ${file} ${words.join(' ')}`
}
