import { stat } from 'node:fs/promises'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { FileFault, limits, type TableRow } from './table.server'

/**
 * The rows of the first sheet of an XLSX file, as data only: of a formula the result that was stored with it, and the
 * formula as text where none was. The sizes that the file claims are checked before anything is unpacked, and a part
 * that turns out larger than it claims is cut off. Only the table of strings is held in memory.
 *
 * @throws FileFault for a file that is too large or no spreadsheet
 */
export async function* readXlsx(path: string): AsyncGenerator<TableRow> {
  if ((await stat(path)).size > limits.packedBytes) throw tooLarge()
  const zip = await openPromise(path, { autoClose: false }).catch(() => {
    throw new FileFault('notSpreadsheet')
  })
  try {
    const entries = await findEntries(zip)
    const strings = await readStrings(zip, entries)
    yield* readSheet(zip, entries, await findSheet(zip, entries), strings)
  } finally {
    zip.close()
  }
}

const tooLarge = () => new FileFault('tooLarge', { size: limits.unpackedBytes / 1024 / 1024 })

const tooLong = (row?: number) =>
  row === undefined ? new FileFault('cellTooLong') : new FileFault('recordTooLong', { row })

type Entries = Map<string, Entry>

async function findEntries(zip: ZipFile): Promise<Entries> {
  const entries: Entries = new Map()
  let size = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (!/\.(xml|rels)$/.test(entry.fileName)) continue // pictures and the like are never unpacked
      size += entry.uncompressedSize
      if (size > limits.unpackedBytes) throw tooLarge()
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('notSpreadsheet')
  }
  return entries
}

type Handlers = {
  open?: (name: string, tag: SaxesTagPlain) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** The row that is being read, in a part that has rows. */
  row?: () => number
}

/** Reads one part of the file as XML; `take` gives what the handlers have put together since the last piece. */
async function* readPart<T>(zip: ZipFile, entry: Entry, handlers: Handlers, take: () => T[]): AsyncGenerator<T> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let sinceTag = 0
  // A spreadsheet has no document type; it could define words that unfold to gigabytes.
  parser.on('doctype', () => fail())
  parser.on('opentag', (tag) => {
    sinceTag = 0
    handlers.open?.(localName(tag.name), tag)
  })
  parser.on('closetag', (tag) => {
    sinceTag = 0
    handlers.close?.(localName(tag.name))
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  try {
    for await (const bytes of await zip.openReadStreamPromise(entry)) {
      const text = decoder.decode(bytes as Buffer, { stream: true })
      sinceTag += text.length
      parser.write(text)
      if (sinceTag > limits.recordLength * 10) throw tooLong(handlers.row?.())
      yield* take()
    }
    parser.write(decoder.decode()).close()
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw /too many bytes/.test(String(error)) ? tooLarge() : new FileFault('notSpreadsheet')
  }
  yield* take()
}

function fail(): never {
  throw new FileFault('notSpreadsheet')
}

/** Some programs write a prefix before every name. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** All tags of one name in a small part, with their attributes. */
async function findTags(zip: ZipFile, entries: Entries, part: string, tagName: string) {
  const found: Record<string, string>[] = []
  const open = (name: string, { attributes }: SaxesTagPlain) => {
    if (name === tagName) found.push(attributes as Record<string, string>)
  }
  for await (const _ of readPart(zip, entries.get(part) ?? fail(), { open }, () => []));
  return found
}

/** The part that holds the first sheet that is not hidden. */
async function findSheet(zip: ZipFile, entries: Entries): Promise<string> {
  const sheets = await findTags(zip, entries, 'xl/workbook.xml', 'sheet')
  const relations = await findTags(zip, entries, 'xl/_rels/workbook.xml.rels', 'Relationship')
  const sheet = sheets.find(({ state }) => state === undefined || state === 'visible') ?? fail()
  const relation = relations.find(({ Id }) => Id !== undefined && Id === sheet['r:id']) ?? fail()
  const target = relation['Target'] ?? fail()
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function readStrings(zip: ZipFile, entries: Entries): Promise<string[]> {
  const entry = entries.get('xl/sharedStrings.xml')
  const strings: string[] = []
  if (!entry) return strings
  const words = wordsOf()
  const open = (name: string) => (name === 'si' ? words.start() : words.open(name))
  const close = (name: string) => (name === 'si' ? strings.push(words.text()) : words.close(name))
  for await (const _ of readPart(zip, entry, { open, close, text: words.add }, () => []));
  return strings
}

/** Collects the text of a cell: its runs one after the other, without the reading aids of East Asian scripts. */
function wordsOf() {
  let collected = ''
  let isText = false
  let inAid = false
  return {
    start: () => void (collected = ''),
    open: (name: string) => {
      if (name === 'rPh') inAid = true
      isText = name === 't'
    },
    close: (name: string) => {
      if (name === 'rPh') inAid = false
      isText = false
    },
    add: (text: string) => {
      if (isText && !inAid) collected += text
    },
    text: () => collected,
  }
}

type Cell = { index: number; type: string; value: string | null; formula: string | null }

async function* readSheet(zip: ZipFile, entries: Entries, part: string, strings: string[]): AsyncGenerator<TableRow> {
  let rows: TableRow[] = []
  let number = 0
  let cells: string[] = []
  let cell: Cell | null = null
  let target: 'value' | 'formula' | null = null
  const words = wordsOf()

  const open = (name: string, { attributes }: SaxesTagPlain) => {
    const { r, t } = attributes as Record<string, string>
    if (name === 'row') {
      number = r === undefined ? number + 1 : Number(r)
      if (!(number <= limits.rows)) throw new FileFault('tooManyRows', { count: limits.rows })
      cells = []
    } else if (name === 'c') {
      cell = { index: r === undefined ? cells.length : columnOf(r), type: t ?? 'n', value: null, formula: null }
      words.start()
    } else if (name === 'v') target = 'value'
    else if (name === 'f') target = 'formula'
    else words.open(name)
  }
  const text = (piece: string) => {
    words.add(piece)
    if (cell && target) cell[target] = (cell[target] ?? '') + piece
  }
  const close = (name: string) => {
    if (name === 'v' || name === 'f') target = null
    else if (name === 'c' && cell) {
      put(cells, cell.index, textOf(cell, words.text(), strings))
      cell = null
    } else if (name === 'row') rows.push({ row: number, cells })
    else words.close(name)
  }
  const take = () => {
    const ready = rows
    rows = []
    return ready
  }
  yield* readPart(zip, entries.get(part) ?? fail(), { open, close, text, row: () => number }, take)
}

function put(cells: string[], index: number, text: string): void {
  if (text === '') return
  if (index >= limits.cells) throw tooLarge()
  while (cells.length < index) cells.push('')
  cells[index] = text
}

function textOf({ type, value, formula }: Cell, inline: string, strings: string[]): string {
  if (type === 'inlineStr') return inline
  if (value === null) return formula === null ? '' : `=${formula}`
  if (type === 's') return strings[Number(value)] ?? fail()
  if (type === 'b') return value === '1' ? 'true' : 'false'
  return value
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference)?.[1] ?? fail()
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
