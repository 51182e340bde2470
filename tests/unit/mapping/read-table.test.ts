import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { columnNames, columns } from '../../../app/features/mapping/columns'
import { openTable } from '../../../app/features/mapping/read-table.server'
import { limits } from '../../../app/features/mapping/table.server'
import { makeXlsx, makeZip, xlsxParts, type Cell } from '../../support/xlsx'

const folder = mkdtempSync(join(tmpdir(), 'prane-tables-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const file = (content: string | Uint8Array) => {
  const path = join(folder, `${++files}`)
  writeFileSync(path, content)
  return path
}

const headings = columnNames.map((name) => columns[name].sq)
const at = (name: (typeof columnNames)[number]) => columnNames.indexOf(name)

/** The rows below the headings, and what became of them on the way. */
async function read(content: string | Uint8Array) {
  const { rows, headings: found } = await openTable(file(content))
  const read: { row: number; cells: string[] }[] = []
  for await (const row of rows) read.push(row)
  return { rows: read, headings: found }
}
const fault = async (content: string | Uint8Array) => read(content).catch((error: unknown) => error)

const texts = ['“Çamëria”, rruga 1; kati 2', 'dy\nrreshta', 'tab\tkëtu', 'thotë "po"', 'Ëë Çç', '=1+1', 'Ștefan', '']
const line = headings.map((_, index) => texts[index % texts.length] ?? '')
const csv = (delimiter: string, rows = [headings, line]) => stringify(rows, { delimiter })

describe('a CSV file', () => {
  test.each([',', ';', '\t'])('may be separated by %j', async (delimiter) => {
    expect((await read(csv(delimiter))).rows).toEqual([{ row: 2, cells: line }])
  })

  const utf16 = (text: string, swap: boolean) => {
    const bytes = Buffer.from(text, 'utf16le')
    return swap ? bytes.swap16() : bytes
  }
  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', (text: string) => utf16(`\uFEFF${text}`, false)],
    ['UTF-16 BE with a mark', (text: string) => utf16(`\uFEFF${text}`, true)],
    ['UTF-16 LE without', (text: string) => utf16(text, false)],
    ['UTF-16 BE without', (text: string) => utf16(text, true)],
  ])('may be in %s', async (_, encode) => {
    const { rows } = await read(encode(csv(';')))
    expect(rows).toEqual([{ row: 2, cells: line }])
  })

  test('may be in Windows-1250', async () => {
    const codes: Record<string, number> = { ë: 0xeb, Ë: 0xcb, ç: 0xe7, Ç: 0xc7, '“': 0x93, '”': 0x94, ş: 0xba }
    const text = csv(';').replaceAll('Ștefan', 'ştefan')
    const bytes = Buffer.from([...text].map((letter) => codes[letter] ?? letter.charCodeAt(0)))
    const { rows, headings: found } = await read(bytes)
    expect(found.missing).toEqual([])
    expect(rows[0]?.cells).toEqual(line.map((cell) => cell.replace('Ștefan', 'ştefan')))
  })

  test('counts rows as a spreadsheet does, with empty ones and lines inside cells', async () => {
    const { rows } = await read(csv(',', [headings, line, [], headings.map(() => ' '), line]))
    expect(rows.map(({ row }) => row)).toEqual([2, 5])
  })

  test('gives back what was put in, whatever it is', async () => {
    const anyCell = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/\p{Cs}|\0|^\uFEFF/u.test(text))
    const anyRow = fc.array(anyCell, { minLength: headings.length, maxLength: headings.length })
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 4 }), fc.constantFrom(',', ';', '\t'), async (rows, delimiter) => {
        const { rows: found } = await read(stringify([headings, ...rows], { delimiter, quoted: true }))
        const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
        expect(found.map(({ cells }) => cells)).toEqual(filled)
      }),
      { numRuns: 40 },
    )
  })

  test('whose bytes are anything ends in rows or in a fault, never otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(await fault(Buffer.concat([Buffer.from(csv(',')), bytes]))).toSatisfy(
          (result: object) => 'rows' in result || 'code' in result,
        )
        expect(await fault(bytes)).toMatchObject({ code: expect.any(String) })
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['nothing', '', 'empty'],
    ['only empty lines', '\n\n  \n', 'empty'],
    ['zeros', Buffer.alloc(5000), 'notText'],
    ['half a letter of UTF-16', Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Buffer.from([1])]), 'notText'],
    ['a quotation mark that never closes', `${csv(',')}"${'x, y\n'.repeat(50_000)}`, 'recordTooLong'],
    ['a quotation mark open at the end', `${csv(',')}"x`, 'quote'],
    ['a cell of 50 MB', `${csv(',')}${'x'.repeat(50 * 1024 * 1024)}`, 'recordTooLong'],
    ['a quoted cell of 50 MB', `${csv(',')}"${'x\n'.repeat(25 * 1024 * 1024)}"`, 'recordTooLong'],
    ['other headings', 'a,b\n1,2\n', 'missingHeadings'],
    ['no headings', stringify([line]), 'missingHeadings'],
  ])('with %s is refused: %#', async (_, content, code) => {
    expect(await fault(content)).toMatchObject({ code })
  })

  test('names the row that is too long or whose quotation mark never closes', async () => {
    const rows = csv(',', [headings, line, line])
    expect(await fault(`${rows}"x`)).toMatchObject({ code: 'quote', values: { row: 4 } })
    expect(await fault(`${rows}"${'x, y\n'.repeat(50_000)}`)).toMatchObject({ values: { row: 4 } })
  })

  test('says which headings are missing, and which are there twice', async () => {
    const without = headings.filter((_, index) => index !== at('service_name') && index !== at('address'))
    expect(await fault(csv(',', [without]))).toMatchObject({ code: 'missingHeadings', columns: ['service_name'] })
    const twice = [...headings, 'Municipality', 'ADRESA']
    expect(await fault(csv(',', [twice]))).toMatchObject({
      code: 'doubledHeadings',
      columns: ['municipality', 'address'],
    })
  })

  test.each(['missing', '.'])('that is not there is refused: %s', async (name) => {
    await expect(openTable(join(folder, name))).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('an XLSX file', () => {
  const sheet = (cells: Cell[], extra: Cell[][] = []) => makeXlsx([headings, cells, ...extra])

  test('gives the rows of its first sheet', async () => {
    expect((await read(sheet(line))).rows).toEqual([
      { row: 2, cells: line.slice(0, line.findLastIndex((c) => c !== '') + 1) },
    ])
  })

  test('is read as data: numbers, answers, pieces of text, the stored result of a formula', async () => {
    const cells: Cell[] = [
      { xml: '<c><v>41.3275</v></c>' },
      { xml: '<c t="b"><v>1</v></c>' },
      { xml: '<c t="inlineStr"><is><r><t>dy </t></r><r><t>pjesë</t></r><rPh><t>no</t></rPh></is></c>' },
      { xml: '<c t="str"><f>HYPERLINK("https://example.org")</f><v>Falas</v></c>' },
      { xml: '<c><f>WEBSERVICE("https://example.org")</f></c>' },
      { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
      { xml: '<c s="3"/>' },
      'fund',
    ]
    const { rows } = await read(sheet(cells))
    expect(rows[0]?.cells).toEqual([
      '41.3275',
      'true',
      'dy pjesë',
      'Falas',
      '=WEBSERVICE("https://example.org")',
      '#DIV/0!',
      '',
      'fund',
    ])
  })

  test('keeps the numbers of rows where some are missing', async () => {
    const { rows } = await read(sheet(['a'], [[], ['b']]))
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [2, 'a'],
      [4, 'b'],
    ])
  })

  test('takes the first sheet that is not hidden', async () => {
    const parts = xlsxParts([headings, ['a']]).map((part) =>
      part.name === 'xl/workbook.xml'
        ? {
            ...part,
            content: String(part.content).replace('<sheet ', '<sheet name="0" state="hidden" r:id="rId9"/><sheet '),
          }
        : part,
    )
    expect((await read(makeZip(parts))).rows).toHaveLength(1)
  })

  const replaced = (name: string, change: (content: string) => string | Buffer, claimedSize?: number) =>
    makeZip(
      xlsxParts([headings, line]).map((part) =>
        part.name === name ? { name, content: change(String(part.content)), claimedSize } : part,
      ),
    )
  const bomb = (claimed?: number) =>
    replaced(
      'xl/worksheets/sheet1.xml',
      (content) => content.replace('</sheetData>', `<row><c><v>${' '.repeat(150_000_000)}</v></c></row></sheetData>`),
      claimed,
    )

  test.each([
    ['a zip bomb that says its size', () => bomb(), 'tooLarge'],
    ['a zip bomb that lies about its size', () => bomb(1000), 'tooLarge'],
    ['a cell of 50 MB', () => sheet(['x'.repeat(50 * 1024 * 1024)]), 'cellTooLong'],
    [
      'an inline cell of 50 MB',
      () => sheet([{ xml: `<c t="inlineStr"><is><t>${'x'.repeat(50 * 1024 * 1024)}</t></is></c>` }]),
      'recordTooLong',
    ],
    [
      'a document type',
      () => replaced('xl/sharedStrings.xml', (c) => `<!DOCTYPE a [<!ENTITY b "c">]>${c}`),
      'notSpreadsheet',
    ],
    [
      'an unknown entity',
      () => replaced('xl/sharedStrings.xml', (c) => c.replace('<t xml:space="preserve">', '<t>&b;')),
      'notSpreadsheet',
    ],
    ['broken XML', () => replaced('xl/worksheets/sheet1.xml', (c) => c.slice(0, -20)), 'notSpreadsheet'],
    ['a string that is not there', () => sheet([{ xml: '<c t="s"><v>999999</v></c>' }]), 'notSpreadsheet'],
    ['a row beyond all rows', () => sheet([], [[{ xml: '</row><row r="9999999"><c/>' }]]), 'tooManyRows'],
    ['a column beyond all columns', () => sheet([{ xml: '<c/><c r="XFD2"><v>1</v></c>' }]), 'tooLarge'],
    ['no sheet', () => makeZip(xlsxParts([headings]).filter(({ name }) => !name.includes('sheet1'))), 'notSpreadsheet'],
    ['another kind of ZIP', () => makeZip([{ name: 'content.xml', content: '<a/>' }]), 'notSpreadsheet'],
    ['half a file', () => sheet(line).subarray(0, 1500), 'notSpreadsheet'],
    [
      'more than the allowed bytes',
      () => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(limits.packedBytes)]),
      'tooLarge',
    ],
    ['the old format', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldSpreadsheet'],
  ])('with %s is refused', { timeout: 120_000 }, async (_, content, code) => {
    expect(await fault(content())).toMatchObject({ code })
  })

  test('that is damaged anywhere ends in rows or in a fault, never otherwise', async () => {
    const whole = sheet(line)
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [position, byte] of changes) bytes[position] = byte
        expect(await fault(bytes)).toSatisfy((result: object) => 'rows' in result || 'code' in result)
      }),
      { numRuns: 300 },
    )
  })
})
