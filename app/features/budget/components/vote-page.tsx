import { useTranslation } from '~/i18n/use-translation'
import { formatAmount, formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { ErrorSummary } from '~/ui/error-summary'
import type { BudgetView } from '../view'
import { ProposalPicture } from './proposal-picture'

export type VoteView = {
  step: 'code' | 'choose' | 'review' | 'receipt' | 'closed'
  error: string | null
  /** Ticked numbers. */
  choices: number[]
  isChanged: boolean
}
type Props = VoteView & { budget: BudgetView }

/** One ballot: the code, the ticks, a look at them, and that it is in. No script, no dragging, no hurry. */
export function VotePage(props: Props) {
  const { t } = useTranslation('budget')
  const { register, language } = useRegister()
  const { step, error, budget } = props
  const { promise } = budget
  const title = { code: 'title', choose: 'title', review: 'review', receipt: 'receipt', closed: 'closed' } as const
  return (
    <div className="page stack question">
      <BackLink href={paths.budgetYear(register, budget.slug, budget.year)}>{t('vote.back')}</BackLink>
      {error && <ErrorSummary errors={[{ href: step === 'code' ? '#code' : '#choices', text: t(`error.${error}`) }]} />}
      <h1>{t(`vote.${title[step]}`)}</h1>
      {step === 'code' && <CodeForm {...props} />}
      {step === 'choose' && <ChooseForm {...props} />}
      {step === 'review' && <Review {...props} />}
      {step === 'receipt' && <p role="status">{t('vote.receiptWhat')}</p>}
      <p>
        {promise
          ? t('promise', { act: promise.act, date: formatSeen({ on: promise.on, precision: 'day' }, language) })
          : t('advice')}
      </p>
      <p>{t('voters', { age: budget.ageFrom })}</p>
      <p>{budget.residence}</p>
      <p className="small">{t('vote.honest')}</p>
    </div>
  )
}

function CodeForm({ budget, error }: Props) {
  const { t } = useTranslation(['budget', 'common'])
  const { register } = useRegister()
  return (
    <form method="post" action={paths.budgetVote(register, budget.slug, budget.year)} noValidate className="stack">
      <div className="field">
        <label htmlFor="code">{t('vote.codeField')}</label>
        <p id="code-hint" className="hint">
          {t('vote.codeHint')}
        </p>
        {error && (
          <p id="code-error" className="error">
            <span className="hidden">{t('common:errorPrefix')} </span>
            {t(`error.${error}`)}
          </p>
        )}
        <input
          type="text"
          inputMode="numeric"
          id="code"
          name="code"
          autoComplete="off"
          className="code-field"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'code-error code-hint' : 'code-hint'}
        />
      </div>
      <button type="submit" name="do" value="code" className="button">
        {t('vote.open')}
      </button>
    </form>
  )
}

function ChooseForm({ budget, choices, error, isChanged }: Props) {
  const { t } = useTranslation(['budget', 'common'])
  const { register, language, easy } = useRegister()
  const { voteKind, slug, year } = budget
  const amount = (lek: string) => formatAmount(Number(lek), language)
  return (
    <form method="post" action={paths.budgetVote(register, slug, year)} noValidate className="stack">
      {isChanged && <p>{t('vote.again')}</p>}
      <fieldset id="choices" className="stack">
        <legend>{t(`vote.${voteKind}`, { amount: amount(budget.budget) })}</legend>
        {error && (
          <p className="error">
            <span className="hidden">{t('common:errorPrefix')} </span>
            {t(`error.${error}`)}
          </p>
        )}
        {feasibleOf(budget).map(({ number, title, easy: easyText, about, cost, help, forWhom }) => (
          <div key={number} className="choice">
            <ProposalPicture help={help} forWhom={forWhom} />
            <label className="tick" htmlFor={`choice-${number}`}>
              <input
                type="checkbox"
                id={`choice-${number}`}
                name="choice"
                value={number}
                defaultChecked={choices.includes(number)}
                aria-describedby={`about-${number}`}
              />
              {number}. {title}
            </label>
            <p id={`about-${number}`} className="hint">
              {easy ? easyText : about} {t('cost', { amount: amount(cost) })}
            </p>
          </div>
        ))}
      </fieldset>
      <button type="submit" name="do" value="review" className="button">
        {t('vote.reviewButton')}
      </button>
    </form>
  )
}

function Review({ budget, choices }: Props) {
  const { t } = useTranslation('budget')
  const { register } = useRegister()
  return (
    <form method="post" action={paths.budgetVote(register, budget.slug, budget.year)} noValidate className="stack">
      <ul>
        {feasibleOf(budget)
          .filter(({ number }) => choices.includes(number))
          .map(({ number, title }) => (
            <li key={number}>
              {number}. {title}
              <input type="hidden" name="choice" value={number} />
            </li>
          ))}
      </ul>
      <button type="submit" name="do" value="cast" className="button">
        {t('vote.castButton')}
      </button>
      <button type="submit" name="do" value="change" className="button button-plain">
        {t('vote.change')}
      </button>
    </form>
  )
}

const feasibleOf = ({ proposals }: BudgetView) => proposals.filter(({ feasibility }) => feasibility === 'feasible')
