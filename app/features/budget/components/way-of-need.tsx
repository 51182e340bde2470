import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import type { NeedWay } from '../view'

/** The way of one need, for the person who told it: from its group to what was done. */
export function WayOfNeed({ slug, group, year, isClosed, proposals }: NeedWay) {
  const { t } = useTranslation('budget')
  const { register, easy } = useRegister()
  return (
    <section className="stack">
      <h2>{t('way.title')}</h2>
      <p>{t('way.together')}</p>
      <p>
        <a className="alone" href={`${paths.budgetOf(register, slug)}#g-${group.id}`}>
          {easy ? group.easy : group.title}
        </a>
      </p>
      {(year === null || proposals.length === 0) && <p>{t('queue.status.none')}</p>}
      {year !== null &&
        proposals.map(({ proposal, result }) => (
          <ol key={proposal.number} className="stack">
            <li>
              {t('way.proposal')}{' '}
              <a className="alone" href={paths.budgetProposal(register, slug, year, proposal.number)}>
                {proposal.number}. {proposal.title}
              </a>
            </li>
            <li>{t(`feasibility.${proposal.feasibility}`)}</li>
            {isClosed && result && <li>{t(result.won ? 'way.won' : 'way.lost', { count: result.ballots })}</li>}
            {proposal.decision && <li>{t(`decisionShort.${proposal.decision.kind}`)}</li>}
            {proposal.milestones.slice(-1).map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
            {proposal.serviceSlug && (
              <li>
                <a className="alone" href={paths.service(register, proposal.serviceSlug)}>
                  {t('service')}
                </a>
              </li>
            )}
          </ol>
        ))}
    </section>
  )
}
