import { describe, expect, it } from 'vitest'
import {
  conditionsIn,
  evaluateRule,
  notTold,
  rules,
  words,
  type Condition,
  type ConditionState,
  type Household,
} from '~/features/entitlements/engine'
import { translator } from '../../../app/i18n/texts.server'
import { actText } from '../../../app/features/entitlements/components/act-text'
import { table, today } from './conditions'

const conditions = rules.flatMap((rule) =>
  rule.kind === 'evaluated' ? conditionsIn(rule.when).map((condition) => ({ rule, condition })) : [],
)
const asked = conditions.filter(({ condition }) => condition.fact !== null)

function householdWith({ fact, about }: Condition, value: unknown): Household {
  const told = value === undefined ? {} : { [fact as string]: value }
  const household =
    about === 'household' ? { everyone: true, people: [{}], ...told } : { everyone: true, people: [told] }
  return household as Household
}

it('names every condition that is asked, once', () => {
  const ids = asked.map(({ condition }) => condition.id)
  expect(Object.keys(table).sort()).toEqual([...ids].sort())
  expect(new Set(conditions.map(({ condition }) => condition.id)).size).toBe(conditions.length)
})

describe.each(asked.map(({ rule, condition }) => [condition.id, rule, condition] as const))(
  '%s',
  (id, rule, condition) => {
    const { met, not, open = [] } = table[id]!
    const rows: [ConditionState, unknown][] = [
      ...met.map((value) => ['met', value] as [ConditionState, unknown]),
      ...not.map((value) => ['not-met', value] as [ConditionState, unknown]),
      ...[...open, undefined, ...notTold].map((value) => ['not-known', value] as [ConditionState, unknown]),
    ]

    it.each(rows)('is %s with %j', (state, value) => {
      const said = evaluateRule(rule, householdWith(condition, value), today)
      const result = said.kind === 'evaluated' ? said.conditions.find((one) => one.id === id) : undefined
      expect(result?.state).toBe(state)
    })
  },
)

it('leaves open whatever nobody outside the office can know', () => {
  const unasked = conditions.filter(({ condition }) => condition.fact === null)
  expect(unasked.map(({ condition }) => condition.id)).toEqual([
    'e01-in-need',
    'e01-not-stopped',
    'e01-score',
    'e10-income',
    'e11-other-groups',
    'e12-other-groups',
    'e16-commission',
    'e17-other-groups',
    'e21-other-groups',
  ])
  for (const { rule } of unasked)
    expect(evaluateRule(rule, { people: [{}] }, today)).toMatchObject({ outcome: 'possible' })
})

it('cites an act or says that none is named, a source, and a date', () => {
  for (const { condition } of conditions) {
    if (condition.source === null) expect(condition.certainty, condition.id).toBe('unverified')
    else expect(condition.source, condition.id).toMatch(/\w\.\w|\d{4}/)
    expect(condition.seen ?? condition.act?.date, condition.id).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  }
})

/** In Albanian, for those who know the law and read no code. */
describe('the table in words', () => {
  const t = translator('sq')
  const days = new Intl.DateTimeFormat('sq', { dateStyle: 'long', timeZone: 'UTC' })
  const numbers = new Intl.NumberFormat('sq')
  const said = ({ fact }: Condition, value: unknown): string => {
    if (typeof value === 'boolean') return words.option(t, fact!, value ? 'yes' : 'no')
    if (fact === 'school') return words.option(t, fact, String(value))
    if (typeof value === 'number') return numbers.format(value)
    const text = String(value)
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return days.format(new Date(text))
    return /^\d{4}(-\d{2})?$/.test(text) ? text : words.option(t, fact!, text)
  }
  const list = (condition: Condition, values: readonly unknown[] = []) =>
    values.map((value) => said(condition, value)).join('; ') || '–'
  const cell = (text: string) => text.replaceAll('|', '/')
  const rowOf = (condition: Condition) => {
    const { met, not, open } = table[condition.id] ?? { met: [], not: [], open: [] }
    const law = [
      condition.act && actText(t, condition.act.name, 'sq'),
      condition.article && `neni ${condition.article}`,
    ]
    const open_ = condition.fact === null ? 'gjithmonë: e di vetëm zyra' : list(condition, open)
    const cells = [
      words.condition(t, condition.id),
      law.filter(Boolean).join(', ') || '–',
      condition.source ?? 'nuk u gjet burim publik: e paverifikuar',
      list(condition, met),
      list(condition, not),
      open_,
    ]
    return `| ${cells.map(cell).join(' | ')} |`
  }

  it('stands in docs/entitlements/conditions.md', async () => {
    const sections = rules.flatMap((rule) => {
      if (rule.kind !== 'evaluated') return []
      const header =
        '| Kushti | Akti | Burimi | Plotësohet | Nuk plotësohet | Mbetet e hapur |\n|---|---|---|---|---|---|'
      return [`## ${rule.id} ${words.name(t, rule.id)}\n\n${header}\n${conditionsIn(rule.when).map(rowOf).join('\n')}`]
    })
    const lead = [
      '# Kushtet, me përgjigjet që i provojnë',
      `Kjo faqe bëhet nga provat e programit dhe vlen për ditën ${days.format(new Date(today))}. Çdo rresht provohet: me`,
      'cilat përgjigje plotësohet kushti, me cilat jo dhe me cilat mbetet e hapur. Kush nuk përgjigjet, thotë “nuk e di” ose',
      '“nuk dua ta them”, e lë kushtin gjithmonë të hapur. Te kufijtë provohet një më pak, vetë kufiri dhe një më shumë.',
      'Përditësohet me `npx vitest run tests/unit/entitlements/conditions.test.ts -u`.',
    ]
    const [title, ...text] = lead
    const page = [title, text.join('\n'), ...sections].join('\n\n')
    await expect(`${page}\n`).toMatchFileSnapshot('../../../docs/entitlements/conditions.md')
  })
})
