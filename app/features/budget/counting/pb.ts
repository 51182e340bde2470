import { electionOf } from './pb-election'
import { PbFault, quoted, rowsOf, type PbFile, type PbTable, type Row } from './pb-cells'
import type { Election } from './types'

export type { PbFile, PbTable } from './pb-cells'

export type PbResult =
  | { readonly ok: true; readonly file: PbFile; readonly election: Election }
  | { readonly ok: false; readonly line: number; readonly reason: string }

const sections = { META: 'meta', PROJECTS: 'projects', VOTES: 'votes' } as const
type Section = keyof typeof sections

/** Reads a `.pb` text. A malformed file is a result with the line (from 1; 0: the whole file) and the reason. */
export function readPb(text: string): PbResult {
  try {
    const file = fileOf(rowsOf(text))
    return { ok: true, file, election: electionOf(file) }
  } catch (error) {
    if (error instanceof PbFault) return { ok: false, line: error.line, reason: error.reason }
    throw error
  }
}

/** Writes a `.pb` text: LF, no byte order mark, cells quoted only where they must be. readPb gives the same file back. */
export function writePb(file: PbFile): string {
  const lines = (Object.keys(sections) as Section[]).flatMap((name) => {
    const { columns, rows } = file[sections[name]]
    return [name, columns.map(quoted).join(';'), ...rows.map(({ cells }) => cells.map(quoted).join(';'))]
  })
  return `${lines.join('\n')}\n`
}

/** A table from plain lists, for writing. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): PbTable {
  return { columns, rows: rows.map((cells) => ({ line: 0, cells })) }
}

/** The value of a key of META, or null. */
export function metaValue({ meta }: Pick<PbFile, 'meta'>, key: string): string | null {
  return meta.rows.find(({ cells }) => cells[0] === key)?.cells[1] ?? null
}

type Draft = { line: number; columns: readonly string[] | null; rows: Row[] }

function fileOf(rows: Iterable<Row>): PbFile {
  const drafts = new Map<Section, Draft>()
  let current: Draft | null = null
  for (const row of rows) {
    const section = sectionOf(row)
    if (section !== null) current = opened(section, row.line, drafts)
    else if (current === null) throw new PbFault(row.line, 'a file begins with the line META')
    else addRow(current, row)
  }
  return { meta: closed('META', drafts), projects: closed('PROJECTS', drafts), votes: closed('VOTES', drafts) }
}

/** Spreadsheets fill the line of a section up with empty cells. */
function sectionOf({ cells: [first = '', ...rest] }: Row): Section | null {
  return first in sections && rest.every((cell) => cell === '') ? (first as Section) : null
}

function opened(section: Section, line: number, drafts: Map<Section, Draft>): Draft {
  if (drafts.has(section)) throw new PbFault(line, `a second section ${section}`)
  const draft: Draft = { line, columns: null, rows: [] }
  drafts.set(section, draft)
  return draft
}

function addRow(draft: Draft, row: Row): void {
  const { cells, line } = row
  if (draft.columns === null) {
    const twice = cells.find((name, i) => name !== '' && cells.indexOf(name) !== i)
    if (twice !== undefined) throw new PbFault(line, `two columns are called ${twice}`)
    draft.columns = cells
  } else if (cells.length > draft.columns.length && cells.slice(draft.columns.length).some((cell) => cell !== '')) {
    throw new PbFault(line, `${cells.length} cells under ${draft.columns.length} columns`)
  } else draft.rows.push(row)
}

function closed(section: Section, drafts: Map<Section, Draft>): PbTable {
  const draft = drafts.get(section)
  if (draft === undefined) throw new PbFault(0, `the section ${section} is missing`)
  if (draft.columns === null) throw new PbFault(draft.line, `the section ${section} has no header`)
  return { columns: draft.columns, rows: draft.rows }
}
