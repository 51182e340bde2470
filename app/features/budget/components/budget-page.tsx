import { useTranslation } from '~/i18n/use-translation'
import { formatAmount, formatDate, formatTime } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { machinePaths, paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { phases } from '../rules'
import type { BudgetView, HearingView } from '../view'
import { Says } from './says'

/** One year of one municipality: where it stands, who decides, what is proposed. */
export function BudgetPage(budget: BudgetView) {
  const { t } = useTranslation('budget')
  const { register, language } = useRegister()
  const { municipality, year, phase, slug, cancelReason } = budget
  return (
    <div className="page stack">
      <BackLink href={paths.budgetOf(register, slug)}>{t('toPlace', { municipality })}</BackLink>
      {budget.isInvented && <p className="notice">{t('invented')}</p>}
      <h1>{t('of', { municipality, year })}</h1>
      {budget.isCancelled ? (
        <p>
          <strong>{t('cancelled')}</strong> {cancelReason}
        </p>
      ) : (
        <Says picture="calendar" lines={[t(`phase.${phase}`)]} />
      )}
      {budget.takesBallots && (
        <p>
          <a className="button" href={paths.budgetVote(register, slug, year)}>
            {t('vote.door')}
          </a>
        </p>
      )}
      {budget.result && (
        <p>
          <a className="button" href={paths.budgetResults(register, slug, year)}>
            {t('resultDoor')}
          </a>
        </p>
      )}
      <Decides {...budget} />
      <Says picture="money" lines={[t('money', { amount: formatAmount(Number(budget.budget), language) })]} />
      <Proposals {...budget} />
      <Steps {...budget} />
      {budget.hearings.length > 0 && <h2>{t('hearings.title')}</h2>}
      {budget.hearings.map((hearing) => (
        <Hearing key={hearing.id} {...hearing} />
      ))}
      <Rule {...budget} />
    </div>
  )
}

/** Who decides and who may vote. */
export function Decides({ promise, ageFrom, residence }: BudgetView) {
  const { t } = useTranslation('budget')
  const { language } = useRegister()
  const decides = promise ? t('promise', { act: promise.act, date: formatDate(promise.on, language) }) : t('advice')
  return (
    <section className="stack">
      <h2>{t('decides')}</h2>
      <Says picture="municipality" lines={[decides]} />
      <Says picture="adults" lines={[t('voters', { age: ageFrom })]} />
      <p>{residence}</p>
    </section>
  )
}

function Proposals({ slug, year, proposals }: BudgetView) {
  const { t } = useTranslation('budget')
  const { register, language } = useRegister()
  if (proposals.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('proposals')}</h2>
      <ul className="plain-list">
        {proposals.map(({ number, title, cost, feasibility, decision }) => (
          <li key={number}>
            <h3>
              <a className="alone" href={paths.budgetProposal(register, slug, year, number)}>
                {number}. {title}
              </a>
            </h3>
            <p>
              {t('cost', { amount: formatAmount(Number(cost), language) })}{' '}
              {decision ? t(`decisionShort.${decision.kind}`) : t(`feasibility.${feasibility}`)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The phases in their order, each with its first day and what happens in it. */
function Steps({ phase, dates, isCancelled }: BudgetView) {
  const { t } = useTranslation('budget')
  const { language } = useRegister()
  return (
    <section className="stack">
      <h2>{t('steps.title')}</h2>
      <ol>
        {phases.map((step) => (
          <li key={step} aria-current={step === phase && !isCancelled ? 'step' : undefined}>
            <strong>{t(`steps.name.${step}`)}</strong> {t('steps.from', { date: formatDate(dates[step], language) })}{' '}
            {t(`steps.what.${step}`)} {step === phase && !isCancelled && <strong>{t('steps.now')}</strong>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Hearing({ on, time, place, access, notes }: HearingView) {
  const { t } = useTranslation('budget')
  const { language, easy } = useRegister()
  return (
    <section className="stack">
      <h3>{t('hearings.when', { date: formatDate(on, language), time: formatTime(time, easy) })}</h3>
      <p>{t('hearings.where', { place })}</p>
      <p>{t('hearings.access', { access })}</p>
      {notes && <p>{t('hearings.notes', { notes })}</p>}
    </section>
  )
}

function Rule({ slug, year, rule, ruleHash }: BudgetView) {
  const { t } = useTranslation('budget')
  if (ruleHash === null) return null
  return (
    <section className="stack">
      <h2>{t('rule')}</h2>
      <p>{t('ruleWhat')}</p>
      <p className="typed-secret">{ruleHash}</p>
      <details>
        <summary>{t('ruleText')}</summary>
        <p className="typed-secret">{rule}</p>
      </details>
      <p>
        <a className="alone" href={machinePaths.dataFile(`budget-${slug}-${year}.json`)}>
          {t('check.rule')}
        </a>
      </p>
    </section>
  )
}
