import type { ColumnName } from './columns'

/** One row as the file has it; rows count from 1 as in a spreadsheet, so the headings are row 1. */
export type TableRow = { row: number; cells: string[] }

/** How large a file may be. A whole record of a real mapping has fewer than 10,000 characters. */
export const limits = {
  rows: 200_000,
  cells: 200,
  recordLength: 100_000,
  packedBytes: 20 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
} as const

export type FileFaultCode =
  | 'notFound'
  | 'empty'
  | 'notText'
  | 'notSpreadsheet'
  | 'oldSpreadsheet'
  | 'tooLarge'
  | 'tooManyRows'
  | 'recordTooLong'
  | 'cellTooLong'
  | 'quote'
  | 'missingHeadings'
  | 'doubledHeadings'

/** The file as a whole cannot be read; `values` and `columns` are what its sentence names. */
export class FileFault extends Error {
  constructor(
    readonly code: FileFaultCode,
    readonly values: Record<string, string | number> = {},
    readonly columns: ColumnName[] = [],
  ) {
    super(code)
  }
}
