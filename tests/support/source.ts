import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import ts from 'typescript'

/** A source file: its path from the project folder, with forward slashes, and its text. */
export type SourceFile = { path: string; text: string; tree: ts.SourceFile }

/** Files under a folder with one of the endings, sorted. */
export function filesUnder(folder: string, endings: string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(resolve('.'), join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

export function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) }
}

export const appSources = filesUnder('app', ['.ts', '.tsx']).map(readSource)

/** Visits every node, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** "app/ui/icon.tsx:12" */
export function placeOf({ path, tree }: SourceFile, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`
}
