/** What the room of mappings shows. Pure: shared by the pages and what they are made from. */

/** As the database has them. */
export type FileState = 'trying' | 'tried' | 'loading' | 'loaded' | 'undoing' | 'undone' | 'unreadable' | 'failed'

export type FileRow = {
  id: string
  name: string
  state: FileState
  sentAt: string
  who: string
  /** Whose rows alone are loaded; null: all. */
  municipality: string | null
}

/** What a trial or a load found, in words. */
export type ReportView = {
  counts: { rows: number; new: number; changed: number; unchanged: number; refused: number }
  /** A sentence for each fault of a row, with its mend. */
  errors: string[]
  /** Rows with faults that are not among them. */
  more: number
  /** Headings that mean nothing here. */
  ignored: string | null
}

/** What can be done with a file now, each with one button. */
export type FileAct = 'load' | 'skip' | 'undo' | 'drop'
export const fileActs: readonly FileAct[] = ['load', 'skip', 'undo', 'drop']

export type FileView = FileRow & {
  /** A code word for what came of the last trial, load or undo. */
  outcome: string | null
  /** How many rows the file has, when they are counted, and how many are done. */
  rows: number | null
  rowsRead: number
  movedAt: string
  /** Whether nothing has moved for so long that something must have stopped. */
  isStill: boolean
  report: ReportView | null
  /** Why the file as a whole cannot be read. */
  fault: string | null
  may: FileAct[]
}

export const isAtWork = (state: FileState): boolean => ['trying', 'loading', 'undoing'].includes(state)

/** What can be done with a file in this state. */
export function actsOf(file: { state: FileState; outcome: string | null; skipBadRows: boolean }, isNewest: boolean) {
  const { state, outcome, skipBadRows } = file
  const acts: Record<FileAct, boolean> = {
    load: state === 'tried' && outcome === 'wouldLoad',
    skip: state === 'tried' && outcome === 'refused' && !skipBadRows,
    undo: state === 'loaded' && isNewest,
    drop: state === 'tried' || state === 'unreadable' || state === 'failed',
  }
  return fileActs.filter((act) => acts[act])
}
