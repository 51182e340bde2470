import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, parse, type Parser } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { readHeadings } from './columns'
import { FileFault, limits, type TableRow } from './table.server'

const separators = [',', ';', '\t']

/**
 * The rows of a CSV file, one after the other, whatever its size. Understands UTF-8 and UTF-16 with or without a byte
 * order mark and Windows-1250, and the separators comma, semicolon and tab.
 *
 * @throws FileFault for bytes that are no text, a record that is too large, a quotation mark that is never closed
 */
export async function* readCsv(path: string): AsyncGenerator<TableRow> {
  const encoding = await findEncoding(path)
  const separator = await findSeparator(path, encoding)
  const parser = parse({ ...options, delimiter: separator })
  const source = Readable.from(decode(path, encoding))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  yield* rowsOf(parser)
}

const options = {
  bom: true,
  relax_column_count: true,
  // A quotation mark inside a cell that is not quoted is just that.
  relax_quotes: true,
  max_record_size: limits.recordLength,
} as const

async function* rowsOf(parser: Parser): AsyncGenerator<TableRow> {
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1
      if (row > limits.rows) throw new FileFault('tooManyRows', { count: limits.rows })
      yield { row, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The parser fails before the rows that it has read arrive here, and knows how many they are.
    const at = { row: ((error as CsvError & { records?: number }).records ?? row) + 1 }
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new FileFault('recordTooLong', at)
    if (error.code.includes('QUOTE')) throw new FileFault('quote', at)
    throw error
  }
}

/** The text of the file, piece by piece. */
async function* decode(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      yield decoder.decode(bytes as Buffer, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? new FileFault('notText') : error
  }
}

/**
 * A byte order mark says it; zeros in every second byte are UTF-16; else the whole file is UTF-8 or not. What is not is
 * read as Windows-1250, the code page of Albanian Windows, where every byte is some letter.
 */
async function findEncoding(path: string): Promise<string> {
  const start = await readStart(path)
  if (start.length === 0) throw new FileFault('empty')
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  start.forEach((byte, index) => byte === 0 && zeros[index % 2]!++)
  if (zeros[1]! > start.length / 4 && zeros[0]! < start.length / 20) return 'utf-16le'
  if (zeros[0]! > start.length / 4 && zeros[1]! < start.length / 20) return 'utf-16be'
  if (zeros[0]! + zeros[1]! > 0) throw new FileFault('notText')
  return (await isUtf8(path)) ? 'utf-8' : 'windows-1250'
}

async function isUtf8(path: string): Promise<boolean> {
  try {
    for await (const _text of decode(path, 'utf-8'));
    return true
  } catch (error) {
    if (error instanceof FileFault) return false
    throw error
  }
}

/** The separator with which the first row holds most headings that are known; a comma when none does. */
async function findSeparator(path: string, encoding: string): Promise<string> {
  const start = new TextDecoder(encoding).decode(await readStart(path))
  const known = separators.map((delimiter) => {
    try {
      const [cells = []] = parseAtOnce(start, { ...options, delimiter, to: 1 })
      return readHeadings(cells).places.filter((name) => name !== null).length
    } catch {
      return 0 // not even one whole row: the reading itself will say why
    }
  })
  return separators[known.indexOf(Math.max(...known))] ?? ','
}

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
