import type { TFunction } from 'i18next'
import { useTranslation } from '~/i18n/use-translation'
import { formatAmount } from '~/i18n/formats'
import type { Language } from '~/i18n/registers'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block, Blocks } from '~/ui/blocks'
import { words } from '../engine'
import { slugOf, type CitationView, type RuleView } from '../schema'
import { actText } from './act-text'
import { Figures } from './figures'
import { dateText, standingLine } from './line-words'

/** Every condition and figure of a rule with its act, source and dates: what the check computes with. */
export function EntitlementRules({ view }: { view: RuleView }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { register, easy } = useRegister()
  const { id, reason, conditions, figures } = view
  return (
    <div className="page stack">
      <BackLink href={paths.entitlement(register, slugOf(id))}>{words.name(t, id)}</BackLink>
      <h1>{t('rights:rulesTitle', { name: words.name(t, id) })}</h1>
      {reason && !easy && <p>{words.explained(t, reason)}</p>}
      {easy ? <EasyRules view={view} /> : <RulesTables view={view} />}
      {conditions.length + figures.length === 0 && <p>{t('rights:noFigures')}</p>}
    </div>
  )
}

function RulesTables({ view }: { view: RuleView }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { language } = useRegister()
  const { id, source, conditions, figures } = view
  return (
    <>
      {source && (
        <dl className="facts">
          {citationCells(t, source, language).map(([name, text]) => (
            <div key={name}>
              <dt>{t(`rights:column.${name}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {conditions.length > 0 && (
        <section>
          <h2>{t('rights:conditions')}</h2>
          <p>{t('rights:conditionsNote')}</p>
          {conditions.map((one) => (
            <RuleEntry
              key={one.id}
              title={words.condition(t, one.id)}
              cells={[...citationCells(t, one, language), ...periodCell(one, language)]}
            />
          ))}
        </section>
      )}
      {figures.length > 0 && (
        <section>
          <h2>{t('rights:figures')}</h2>
          <p>{t('rights:figuresNote')}</p>
          {figures.map((one) => (
            <RuleEntry
              key={`${one.name} ${one.from}`}
              title={`${words.figure(t, id, one.name)}: ${t(`entitlements:unit.${one.unit}`, { amount: formatAmount(one.value, language) })}`}
              cells={[...periodCell(one, language), ...citationCells(t, one, language)]}
            />
          ))}
        </section>
      )}
    </>
  )
}

type Cell = readonly [name: 'act' | 'source' | 'seen' | 'standing' | 'period', text: string]

function RuleEntry({ title, cells }: { title: string; cells: Cell[] }) {
  const { t } = useTranslation('rights')
  return (
    <section>
      <h3>{title}</h3>
      <dl className="facts">
        {cells.map(([name, text]) => (
          <div key={name}>
            <dt>{t(`column.${name}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function citationCells(t: TFunction, one: CitationView, language: Language): Cell[] {
  const name = one.act === null ? null : actText(t, one.act, language)
  const act = name && one.article ? t('entitlements:act.article', { name, number: one.article }) : name
  return [
    ['act', act ?? t('rights:noAct')],
    ['source', one.source ?? t('rights:noSource')],
    ['seen', one.seen ? dateText(one.seen, language) : t('rights:noDate')],
    ['standing', standingLine(t, one.standing, language)],
  ]
}

function periodCell(period: { from: string | null; until?: string | null; to?: string | null }, language: Language) {
  const end = period.to ?? period.until ?? null
  if (period.from === null && end === null) return []
  const text = [period.from, end].map((date) => (date ? dateText(date, language) : '…')).join(' – ')
  return [['period', text] as const]
}

/** Three lines a thing: what, and how far it can be relied on. Sources are for the page that is not easy. */
function EasyRules({ view }: { view: RuleView }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { language } = useRegister()
  const { id, reason, conditions, newest } = view
  return (
    <Blocks>
      {reason && <Block picture="information" lines={[words.explained(t, reason)]} />}
      {conditions.map((one) => (
        <Block
          key={one.id}
          picture="done"
          lines={[words.condition(t, one.id), standingLine(t, one.standing, language)]}
        />
      ))}
      <Figures id={id} figures={newest} />
    </Blocks>
  )
}
