import ts from 'typescript'
import { helpKinds } from '../../app/features/directory/help-kinds'
import { appSources, placeOf, walk } from './source'

/** One call of a text function: which keys it can ask for, where it stands, and whether it names a link. */
export type TextUse = { pattern: RegExp; literal: string | null; place: string; inLink: boolean }

const linkComponents = new Set(['a', 'BackLink'])

/** Every call t(…) in app/. Throws for a call whose key cannot be read from the source. */
export function findTextUses(): TextUse[] {
  const prose = proseNamespaces().join('|')
  return appSources.flatMap((source) => {
    const uses: TextUse[] = []
    walk(source.tree, (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 't') return
      const [argument] = node.arguments
      if (!argument) return
      const place = placeOf(source, node)
      for (const key of keysOf(argument, place)) {
        const full = key.includes(':') ? key : `${namespaceAt(node)}:${key}`
        const parts = full.split('*').map((part) => part.replace(/[.\\-]/g, '\\$&'))
        const pattern = parts.reduce(
          (whole, part) => `${whole}${isInNamespace(whole) ? `(${prose})` : '[^.:]+'}${part}`,
        )
        uses.push({
          pattern: new RegExp(`^${pattern}$`),
          literal: parts.length === 1 ? full : null,
          place,
          inLink: isInLink(node),
        })
      }
    })
    return uses
  })
}

function isInNamespace(before: string): boolean {
  return !before.includes(':')
}

/** The keys an expression can be; "*" stands for a part that is computed. */
function keysOf(node: ts.Expression, place: string): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue, place), ...keysOf(node.whenFalse, place)]
  if (ts.isTemplateExpression(node)) {
    return [node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('')]
  }
  throw new Error(`${place}: which text is this? Write the key, or a template that begins with its namespace or group.`)
}

/** The namespace of the nearest `const { t } = useTranslation(…)`; "*" when a component is given it. */
function namespaceAt(node: ts.Node): string {
  for (let scope: ts.Node | undefined = node; scope; scope = scope.parent) {
    if (!ts.isBlock(scope)) continue
    for (const statement of scope.statements.filter(ts.isVariableStatement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (!ts.isObjectBindingPattern(name) || !name.elements.some((element) => element.name.getText() === 't'))
          continue
        if (!initializer || !ts.isCallExpression(initializer)) continue
        if (initializer.expression.getText() !== 'useTranslation') return 'common'
        return namespaceIn(initializer.arguments[0])
      }
    }
  }
  return 'common'
}

function namespaceIn(argument: ts.Expression | undefined): string {
  if (!argument) return 'common'
  if (ts.isStringLiteral(argument)) return argument.text
  if (ts.isArrayLiteralExpression(argument)) return namespaceIn(argument.elements[0])
  return '*'
}

function isInLink(node: ts.Node): boolean {
  for (let above: ts.Node | undefined = node.parent; above; above = above.parent) {
    if (ts.isJsxElement(above) && linkComponents.has(above.openingElement.tagName.getText())) return true
  }
  return false
}

/**
 * The namespaces that pages of prose are made from: <ProsePage namespace="help"> and proseHead(params, 'help'), and one
 * for each kind of help.
 */
function proseNamespaces(): string[] {
  const found = new Set<string>(helpKinds.map((kind) => `help-${kind}`))
  for (const { tree } of appSources) {
    walk(tree, (node) => {
      if (ts.isJsxAttribute(node) && node.name.getText() === 'namespace' && node.initializer) {
        if (ts.isStringLiteral(node.initializer)) found.add(node.initializer.text)
      }
      if (ts.isCallExpression(node) && node.expression.getText() === 'proseHead') {
        const second = node.arguments[1]
        if (second && ts.isStringLiteral(second)) found.add(second.text)
      }
    })
  }
  return [...found]
}
