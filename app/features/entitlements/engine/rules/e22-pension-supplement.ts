import { cases, ofPerson, someone, type EvaluatedRule, type Node } from '../condition'
import { e22 } from '../parameters/e22'

const law = {
  act: { name: 'DCM of December 2025', date: '2025-12' },
  source: 'sarandaweb.net 6-1-2026; noa.al 2026-01',
  seen: '2026-01-06',
  certainty: 'high',
} as const

const kinds = ['old-age', 'old-age-partial', 'rural', 'family', 'invalidity'] as const

/** A pension for inability to work is one in the village too: the list makes no difference. */
const isOf = (kind: (typeof kinds)[number], pension: string): boolean =>
  pension === kind || (kind === 'invalidity' && pension === 'rural-invalidity')

const paidWith = (kind: (typeof kinds)[number]): { when: Node; then: Node } => ({
  when: ofPerson('pension', { ...law, id: `e22-${kind}` }, (pension) => isOf(kind, pension)),
  then: ofPerson(
    'ownIncome',
    { ...law, id: `e22-${kind}-income`, figure: `${kind}-limit` },
    (income, { limit }) => income <= limit(`${kind}-limit`),
  ),
})

export const pensionSupplement: EvaluatedRule = {
  id: 'E22',
  kind: 'evaluated',
  from: '2026-01-01',
  until: '2026-12-31',
  when: someone(cases(...kinds.map(paidWith))),
  papers: ['identity-card', 'pension-paper'],
  figures: e22,
}
