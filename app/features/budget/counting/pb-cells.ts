/** One row of a `.pb` file: its cells, and the line it begins on (from 1). */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** A malformed file: where and why, in plain English. `line` counts from 1; 0 stands for the file as a whole. */
export class PbFault extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`Line ${line}: ${reason}`)
  }
}

/**
 * Splits a `.pb` text into rows: `;` between cells, `"` around cells that hold `;`, a quote (doubled) or a line break.
 * Takes LF, CRLF and CR, drops a byte order mark and empty lines. Throws PbFault for a quote that is never closed.
 */
export function* rowsOf(text: string): Generator<Row> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1
    let row = lines[at] ?? ''
    while (isOpen(row)) {
      at += 1
      if (at >= lines.length) throw new PbFault(line, 'a quote is opened and never closed')
      row += `\n${lines[at]}`
    }
    if (row.trim() !== '') yield { line, cells: cellsOf(row, line) }
  }
}

/** A quoted cell begins in this row and does not end in it. Only a quote at the start of a cell opens one. */
function isOpen(row: string): boolean {
  return row.includes('"') && /(?:^|;)\s*"(?:[^"]|"")*$/.test(row.replace(/(^|;)\s*"(?:[^"]|"")*"(?=;|\s*$)/g, '$1'))
}

function cellsOf(row: string, line: number): string[] {
  if (!row.includes('"')) return row.split(';').map((cell) => cell.trim())
  const cells: string[] = []
  const cell = /\s*(?:"((?:[^"]|"")*)"\s*|(?!\s*")([^;]*))(;|$)/gy
  for (let match = cell.exec(row); match !== null; match = cell.exec(row)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2]?.trim() ?? '')
    if (match[3] === '') return cells
  }
  throw new PbFault(line, 'something stands between a closing quote and the next semicolon')
}

/** A cell as it is written: quoted when it has to be. */
export function quoted(cell: string): string {
  return /[;"\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A section below its header. Cells beside the last column are a fault; missing cells at the end read as empty. */
export type PbTable = { readonly columns: readonly string[]; readonly rows: readonly Row[] }

/** A `.pb` file as written, with every column, also those a count does not need. Format: pabulib.org/format. */
export type PbFile = { readonly meta: PbTable; readonly projects: PbTable; readonly votes: PbTable }
