import type { TFunction } from 'i18next'
import type { Language } from '~/i18n/registers'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { words, type Standing } from '../engine'
import type { RuleNode, RuleView } from '../schema'
import { dateText } from './line-words'

type Dated = RuleView['conditions']

/** The conditions of a rule as a list in lists: all of these, or one of these; each with the date of its source. */
export function Conditions({ node, dated }: { node: RuleNode; dated: Dated }) {
  const { t } = useTranslation('rights')
  if (node.kind === 'condition') {
    return (
      <p>
        <Condition id={node.id} dated={dated} />
      </p>
    )
  }
  const parts = flat(node)
  if (parts.length === 1 && parts[0]) return <Conditions node={parts[0]} dated={dated} />
  return (
    <>
      <p>{t(node.kind === 'all' ? 'rights:allOf' : 'rights:oneOf')}</p>
      <ul>
        {parts.map((part) => (
          <li key={keyOf(part)}>
            {part.kind === 'condition' ? (
              <Condition id={part.id} dated={dated} />
            ) : (
              <Conditions node={part} dated={dated} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Condition({ id, dated }: { id: string; dated: Dated }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  const { language } = useRegister()
  const standing = dated.find((one) => one.id === id)?.standing
  return (
    <>
      {words.condition(t, id)}
      <br />
      <span className="small">{standing && sourceLine(t, standing, language)}</span>
    </>
  )
}

function sourceLine(t: TFunction, standing: Standing, language: Language): string {
  if (standing.kind === 'unverified') return words.standing(t, 'unverified', '')
  return standing.seen ? t('rights:seen', { date: dateText(standing.seen, language) }) : t('rights:noDate')
}

/** "All of" inside "all of" is the same list. */
function flat(node: Exclude<RuleNode, { kind: 'condition' }>): RuleNode[] {
  return node.of.flatMap((part) => (part.kind === node.kind ? flat(part) : [part]))
}

function keyOf(node: RuleNode): string {
  return node.kind === 'condition' ? node.id : node.of.map(keyOf).join(' ')
}
