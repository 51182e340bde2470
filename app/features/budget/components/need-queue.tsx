import { useTranslation } from '~/i18n/use-translation'
import { formatAmount, formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import type { PlaceBudgets, PublicGroup } from '../view'

/** Needs that were put together, in their order, each with why it stands there. */
export function NeedQueue({ slug, groups, weights, weightsWhy }: PlaceBudgets) {
  const { t } = useTranslation('budget')
  const { easy, language } = useRegister()
  if (groups.length === 0) return null
  // Who got money waits no more; who was refused does.
  const isMet = ({ status }: PublicGroup) => status === 'accepted' || status === 'changed' || status === 'opened'
  const [waiting, met] = [groups.filter((group) => !isMet(group)), groups.filter(isMet)]
  return (
    <section className="stack">
      <h2>{t('queue.title')}</h2>
      <p>{t('queue.what')}</p>
      {!easy && weights.length > 0 && (
        <>
          <p>{t('queue.weights')}</p>
          <ul>
            {weights.map(({ unit, weight }) => (
              <li key={unit}>
                {unit}: {weight.toLocaleString(language)}
              </li>
            ))}
          </ul>
          <p>{weightsWhy}</p>
        </>
      )}
      <ol className="stack">
        {waiting.map((group) => (
          <Group key={group.id} group={group} slug={slug} />
        ))}
      </ol>
      {met.length > 0 && (
        <>
          <h2>{t('queue.met')}</h2>
          <ul className="plain-list stack">
            {met.map((group) => (
              <Group key={group.id} group={group} slug={slug} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Group({ group, slug }: { group: PublicGroup; slug: string }) {
  const { easy } = useRegister()
  return (
    <li id={`g-${group.id}`}>
      <h3>{easy ? group.easy : group.title}</h3>
      <GroupFacts group={group} slug={slug} />
    </li>
  )
}

/** What a group's place rests on, and what became of it. */
export function GroupFacts({ group, slug }: { group: PublicGroup; slug: string }) {
  const { t } = useTranslation('budget')
  const { language, register } = useRegister()
  const { unit, since, proposal, status, reason } = group
  const { messages, urgency, costPerMessage, weight } = reason
  const month = formatSeen({ on: since, precision: 'month' }, language)
  const facts = [
    messages === null ? t('queue.few') : t('queue.messages', { count: messages }),
    t('queue.since', { month }),
    unit && t('queue.unit', { unit }),
    weight !== 1 && t('queue.weight', { weight: weight.toLocaleString(language) }),
    urgency && t(`queue.without.${urgency}`),
    costPerMessage !== null && t('queue.costEach', { amount: formatAmount(costPerMessage, language) }),
    t(`queue.status.${status}`),
  ]
  return (
    <ul>
      {facts.filter(Boolean).map((fact) => (
        <li key={String(fact)}>{fact}</li>
      ))}
      {proposal && (
        <li>
          <a className="alone" href={paths.budgetProposal(register, slug, proposal.year, proposal.number)}>
            {t('queue.proposal', { number: proposal.number })}
          </a>
        </li>
      )}
    </ul>
  )
}
