import { useTranslation } from '~/i18n/use-translation'
import { formatAmount, formatDate } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import type { ProposalResult } from '../result'
import type { BudgetView, ProposalView, PublicGroup } from '../view'
import { GroupFacts } from './need-queue'
import { ProposalPicture } from './proposal-picture'
import { WhyNot } from './why-not'

export type ProposalPageView = {
  budget: Pick<BudgetView, 'slug' | 'municipality' | 'year' | 'isInvented' | 'takesBallots'>
  proposal: ProposalView
  /** The needs it answers. */
  group: PublicGroup | null
  /** Of the vote; null before the close, and where it was not voted on. */
  result: ProposalResult | null
}

/** One proposal on its whole way: needs, cost, whether it can be done, result, decision, delivery. */
export function ProposalPage({ budget, proposal, group, result }: ProposalPageView) {
  const { t } = useTranslation(['budget', 'tell'])
  const { register, language, easy } = useRegister()
  const { slug, municipality, year } = budget
  const { number, title, unit, forWhom, feasibility, reason, incompatible } = proposal
  const amount = (lek: string) => formatAmount(Number(lek), language)
  return (
    <div className="page stack">
      <BackLink href={paths.budgetYear(register, slug, year)}>{t('of', { municipality, year })}</BackLink>
      {budget.isInvented && <p className="notice">{t('invented')}</p>}
      <h1>
        {number}. {title}
      </h1>
      <ProposalPicture {...proposal} />
      <p className="lead">{easy ? proposal.easy : proposal.about}</p>
      <p>{t('cost', { amount: amount(proposal.cost) })}</p>
      {!easy && <p>{proposal.costWhy}</p>}
      <ul>
        <li>{t('where', { unit: unit ?? t('everywhere') })}</li>
        <li>{forWhom ? t(`tell:forWhom.${forWhom}`) : t('everybody')}</li>
        <li>{t('office', { office: proposal.office })}</li>
      </ul>
      {group && (
        <section className="stack">
          <h2>{t('way.needs')}</h2>
          <h3>{easy ? group.easy : group.title}</h3>
          <GroupFacts group={{ ...group, proposal: null }} slug={slug} />
          <p>
            <a className="alone" href={`${paths.budgetOf(register, slug)}#g-${group.id}`}>
              {t('way.queue')}
            </a>
          </p>
        </section>
      )}
      <section className="stack">
        <h2>{t('way.can')}</h2>
        <p>
          {t(`feasibility.${feasibility}`)} {reason}
        </p>
        {incompatible.map((other) => (
          <p key={other}>{t('notWith', { other })}</p>
        ))}
      </section>
      {budget.takesBallots && feasibility === 'feasible' && (
        <p>
          <a className="button" href={paths.budgetVote(register, slug, year)}>
            {t('vote.door')}
          </a>
        </p>
      )}
      {result && (
        <section className="stack">
          <h2>{t('result')}</h2>
          <p>{t(result.won ? 'way.won' : 'way.lost', { count: result.ballots })}</p>
          <WhyNot {...result} title={title} />
          <p>
            <a className="alone" href={paths.budgetResults(register, slug, year)}>
              {t('resultDoor')}
            </a>
          </p>
        </section>
      )}
      <Council {...proposal} won={result?.won ?? null} />
      <Delivery {...proposal} />
      <p>
        <a className="alone" href={paths.track(register)}>
          {t('track')}
        </a>
      </p>
    </div>
  )
}

/** The council's decision, beside what the vote said. */
function Council({ decision, won }: ProposalView & { won: boolean | null }) {
  const { t } = useTranslation('budget')
  const { language } = useRegister()
  if (!decision) return null
  const { kind, act, on, reason } = decision
  const isOther = won !== null && won !== (kind !== 'refused')
  return (
    <section className="stack">
      <h2>{t('way.council')}</h2>
      <p>{t(`decision.${kind}`, { act, date: formatDate(on, language) })}</p>
      {isOther && <p>{t('way.differs')}</p>}
      <p>{t('way.reason', { reason })}</p>
    </section>
  )
}

function Delivery({ milestones, serviceSlug }: ProposalView) {
  const { t } = useTranslation('budget')
  const { register, language } = useRegister()
  if (milestones.length === 0 && !serviceSlug) return null
  return (
    <section className="stack">
      <h2>{t('way.delivery')}</h2>
      <ol>
        {milestones.map(({ on, text, spent }) => (
          <li key={on + text}>
            {t('milestone', {
              date: formatDate(on, language),
              text,
              amount: formatAmount(Number(spent), language),
            })}
          </li>
        ))}
      </ol>
      {serviceSlug && (
        <p>
          <a className="alone" href={paths.service(register, serviceSlug)}>
            {t('service')}
          </a>
        </p>
      )}
    </section>
  )
}
