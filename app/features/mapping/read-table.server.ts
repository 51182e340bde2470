import { open } from 'node:fs/promises'
import { readHeadings, type Headings } from './columns'
import { readCsv } from './read-csv.server'
import { readXlsx } from './read-xlsx.server'
import { FileFault, type TableRow } from './table.server'

export type Table = { headings: Headings; rows: AsyncGenerator<TableRow> }

/**
 * Opens a mapping: its headings, and the rows below them that are not empty. What a file is, its first bytes say; its
 * name may say something else.
 *
 * @throws FileFault when the file cannot be read as a table, or its headings are not those of a mapping
 */
export async function openTable(path: string): Promise<Table> {
  const rows = withContent(await readerFor(path))
  const first = await rows.next()
  if (first.done) throw new FileFault('empty')
  const headings = readHeadings(first.value.cells)
  const { missing, doubled } = headings
  if (missing.length + doubled.length === 0) return { headings, rows }
  await rows.return(undefined)
  if (doubled.length > 0) throw new FileFault('doubledHeadings', {}, doubled)
  throw new FileFault('missingHeadings', {}, missing)
}

async function readerFor(path: string): Promise<AsyncGenerator<TableRow>> {
  const start = await firstBytes(path)
  if (start === '504b0304') return readXlsx(path)
  if (start === 'd0cf11e0') throw new FileFault('oldSpreadsheet')
  return readCsv(path)
}

async function firstBytes(path: string): Promise<string> {
  try {
    const file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close())
    return buffer.toString('hex', 0, bytesRead)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) throw new FileFault('notFound')
    throw error
  }
}

async function* withContent(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  for await (const row of rows) if (row.cells.some((cell) => cell.trim() !== '')) yield row
}
