import { useTranslation } from 'react-i18next'
import { formatAmount, formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { machinePaths, paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { recountOptions } from '../result'
import type { RuleFile } from '../rule-file'
import type { BudgetView, ProposalView } from '../view'
import { NeedQueue } from './need-queue'
import { ResultSection } from './result-section'

/** One year of one municipality, from who decides to what was done. */
export function BudgetPage(budget: BudgetView) {
  const { t } = useTranslation('budget')
  const { register, language, easy } = useRegister()
  const { municipality, year, phase, promise, ruleHash, rule, slug, result, cancelReason } = budget
  return (
    <div className="page stack">
      <BackLink href={paths.budget(register)}>{t('toList')}</BackLink>
      {budget.isInvented && <p className="notice">{t('invented')}</p>}
      <h1>{t('of', { municipality, year })}</h1>
      {budget.isCancelled ? (
        <p>
          <strong>{t('cancelled')}</strong> {cancelReason}
        </p>
      ) : (
        <p className="lead">{t(`phase.${phase}`)}</p>
      )}
      {budget.takesBallots && (
        <p>
          <a className="button" href={paths.budgetVote(register, slug)}>
            {t('vote.door')}
          </a>
        </p>
      )}
      {result && <ResultSection result={result} proposals={budget.proposals} />}
      <h2>{t('decides')}</h2>
      <p>{promise ? t('promise', { act: promise.act, date: dayOf(promise.on, language) }) : t('advice')}</p>
      <p>{t('voters', { age: budget.ageFrom })}</p>
      <p>{budget.residence}</p>
      <p>{t('money', { amount: formatAmount(Number(budget.budget), language) })}</p>
      <NeedQueue groups={budget.groups} />
      {budget.proposals.length > 0 && <h2>{t('proposals')}</h2>}
      {budget.proposals.map((proposal) => (
        <Proposal key={proposal.number} {...proposal} />
      ))}
      {ruleHash && (
        <section className="stack">
          <h2>{t('rule')}</h2>
          <p>{t('ruleWhat')}</p>
          <p className="typed-secret">{ruleHash}</p>
          <details>
            <summary>{t('ruleText')}</summary>
            <p className="typed-secret">{rule}</p>
          </details>
          <h3>{t('check.title')}</h3>
          <p>{t('check.what')}</p>
          <ul>
            <li>
              <a href={machinePaths.dataFile(`budget-${slug}-${year}.json`)}>{t('check.rule')}</a>
            </li>
            {result && (
              <li>
                <a href={machinePaths.dataFile(`budget-${slug}-${year}.pb`)}>{t('check.ballots')}</a>
              </li>
            )}
          </ul>
          {!easy && result && (
            <p>
              {t('check.command')} <code className="typed-secret">{recountCommand(budget)}</code>
            </p>
          )}
        </section>
      )}
    </div>
  )
}

/** The command of the project that counts the file again. */
function recountCommand({ slug, year, rule }: BudgetView): string {
  const options = recountOptions(JSON.parse(rule ?? '') as RuleFile)
  const words = options.map((option) => (/[^\w=,.-]/.test(option) ? `'${option.replaceAll("'", "'\\''")}'` : option))
  return `npm run -s budget:compute -- budget-${slug}-${year}.pb ${words.join(' ')}`
}

const dayOf = (date: string, language: 'sq' | 'en') => formatSeen({ on: date, precision: 'day' }, language)

function Proposal(proposal: ProposalView) {
  const { t } = useTranslation('budget')
  const { register, language, easy } = useRegister()
  const { number, title, cost, decision, milestones, serviceSlug } = proposal
  const amount = (lek: string) => formatAmount(Number(lek), language)
  return (
    <section className="stack">
      <h3 id={`p${number}`}>
        {number}. {title}
      </h3>
      <p>{easy ? proposal.easy : proposal.about}</p>
      <p>
        {t('cost', { amount: amount(cost) })} {!easy && proposal.costWhy}
      </p>
      <p>{t('office', { office: proposal.office })}</p>
      <p>
        {t(`feasibility.${proposal.feasibility}`)} {proposal.reason}
      </p>
      {decision && (
        <p>
          {t(`decision.${decision.kind}`, { act: decision.act, date: dayOf(decision.on, language) })} {decision.reason}
        </p>
      )}
      {milestones.map(({ on, text, spent }) => (
        <p key={on + text}>{t('milestone', { date: dayOf(on, language), text, amount: amount(spent) })}</p>
      ))}
      {serviceSlug && (
        <p>
          <a href={paths.service(register, serviceSlug)}>{t('service')}</a>
        </p>
      )}
    </section>
  )
}
