import { useTranslation } from '~/i18n/use-translation'
import { words } from '../engine'
import type { RuleNode } from '../schema'

/** The conditions of a rule as a list in lists: all of these, or one of these. */
export function Conditions({ node }: { node: RuleNode }) {
  const { t } = useTranslation(['rights', 'entitlements'])
  if (node.kind === 'condition') return <p>{words.condition(t, node.id)}</p>
  const parts = flat(node)
  if (parts.length === 1 && parts[0]) return <Conditions node={parts[0]} />
  return (
    <>
      <p>{t(node.kind === 'all' ? 'rights:allOf' : 'rights:oneOf')}</p>
      <ul>
        {parts.map((part) => (
          <li key={keyOf(part)}>
            {part.kind === 'condition' ? words.condition(t, part.id) : <Conditions node={part} />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** "All of" inside "all of" is the same list. */
function flat(node: Exclude<RuleNode, { kind: 'condition' }>): RuleNode[] {
  return node.of.flatMap((part) => (part.kind === node.kind ? flat(part) : [part]))
}

function keyOf(node: RuleNode): string {
  return node.kind === 'condition' ? node.id : node.of.map(keyOf).join(' ')
}
