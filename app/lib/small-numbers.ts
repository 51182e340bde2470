/**
 * Small numbers are not shown: in a small place, one to nine people may be known. Numbers that would give them away are
 * not shown either, and nobody can tell the ones from the others. What is hidden is null, wherever it is published.
 *
 * Promise: whoever reads everything that is shown, and adds and subtracts, is left with a range of at least ten for
 * each hidden number that is not zero, and cannot even say that it is below ten. (Of the total of all one may say so:
 * it is hidden only when it is small, and then everything else is.) Kept by these rules:
 *
 * - The only sums that are published are those returned here; sums over several lists or tables are not.
 * - Tables over the same rows, with the same row totals, may stand side by side (in time or not, disputed or not): what
 *   is hidden of the totals depends on the totals alone, and whatever a row's total is, each table can be filled to it.
 * - Which number is hidden beside a small one does not depend on its size: otherwise the choice would tell of it. The
 *   last ones go first, so the least awaited should stand last.
 */
export const fewest = 10

/** Null: hidden. */
export type Shown = number | null

const isOpen = (count: number) => count === 0 || count >= fewest
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
const transposed = (cells: number[][]) => (cells[0] ?? []).map((_, column) => cells.map((line) => line[column] ?? 0))

/** Counts that are published with their total: whole numbers, 0 or more. Hidden ones make ten or more together. */
export function hideInList(counts: readonly number[]): { total: Shown; counts: Shown[] } {
  const total = sum(counts)
  if (!isOpen(total)) return { total: null, counts: counts.map(() => null) }
  const hidden = new Set([...counts.keys()].filter((index) => !isOpen(counts[index] ?? 0)))
  const isEnough = () => hidden.size > 1 && sum(counts.filter((_, index) => hidden.has(index))) >= fewest
  // Ends at the latest when all are hidden: their sum is the total, and a single small count has no total of ten.
  while (hidden.size > 0 && !isEnough()) hidden.add(lastOf(counts, hidden))
  return { total, counts: counts.map((count, index) => (hidden.has(index) ? null : count)) }
}

/**
 * A table that is published with the totals of its rows, of its columns and of all. Of a hidden total nothing is shown
 * beneath; other cells are hidden as a rectangle of rows and columns.
 *
 * Why that is enough: the reader knows the sums of the rectangle's rows and columns, each 0 or at least ten, two or
 * more of them not 0. A cell of the row r and the column c, with n in the whole rectangle, can then be anything from
 * max(0, r + c − n) to min(r, c), and that is min(r, c, n − r, n − c) wide: ten at least. Hidden rows count as one
 * in this, and how their sum is divided among them nobody can say; the same for columns.
 *
 * @param cells rows of equal length; whole numbers, 0 or more
 */
export function hideInTable(cells: number[][]): { total: Shown; rows: Shown[]; columns: Shown[]; cells: Shown[][] } {
  const { total, counts: rows } = hideInList(cells.map(sum))
  const { counts: columns } = hideInList(transposed(cells).map(sum))
  if (total === null) return { total, rows, columns, cells: cells.map((line) => line.map(() => null)) }
  const [rowGroups, columnGroups] = [groupsOf(rows), groupsOf(columns)]
  const joined = transposed(joinLines(transposed(joinLines(cells, rowGroups)), columnGroups))
  const hidden = rectangleOf(joined)
  const isHidden = (row: number, column: number) =>
    rows[row] === null ||
    columns[column] === null ||
    (hidden.rows.has(rowGroups[row] ?? 0) && hidden.columns.has(columnGroups[column] ?? 0))
  return {
    total,
    rows,
    columns,
    cells: cells.map((line, row) => line.map((count, column) => (isHidden(row, column) ? null : count))),
  }
}

/** The group of each total: a shown one by itself, the hidden ones together. */
function groupsOf(totals: Shown[]): number[] {
  const first = totals.indexOf(null)
  return totals.map((total, index) => (total === null ? first : index))
}

/** Adds up the lines of a group in its first one; the others are left as zeros. */
function joinLines(cells: number[][], groups: number[]): number[][] {
  return cells.map((line, index) =>
    line.map((_, column) => sum(cells.filter((_, row) => groups[row] === index).map((of) => of[column] ?? 0))),
  )
}

/** The rows and columns around all small cells, with others until their sums tell nothing; none without small cells. */
function rectangleOf(cells: number[][]): { rows: Set<number>; columns: Set<number> } {
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  for (const [row, line] of cells.entries()) {
    for (const [column, count] of line.entries()) {
      if (isOpen(count)) continue
      rows.add(row)
      columns.add(column)
    }
  }
  // Ends at the latest with the whole table: its totals are 0 or at least ten, so a small cell is not alone in them.
  while (rows.size > 0) {
    const inside = cells
      .filter((_, row) => rows.has(row))
      .map((line) => line.filter((_, column) => columns.has(column)))
    const [ofRows, ofColumns] = [inside.map(sum), transposed(inside).map(sum)]
    if (!ofRows.every(isOpen) || atMostOne(ofColumns)) columns.add(lastOf(transposed(cells).map(sum), columns))
    else if (!ofColumns.every(isOpen) || atMostOne(ofRows)) rows.add(lastOf(cells.map(sum), rows))
    else break
  }
  return { rows, columns }
}

const atMostOne = (counts: number[]) => counts.filter((count) => count > 0).length < 2

/** The last one that is not zero and not hidden yet. */
function lastOf(counts: readonly number[], hidden: ReadonlySet<number>): number {
  const index = counts.findLastIndex((count, at) => count > 0 && !hidden.has(at))
  if (index === -1) throw new RangeError('These counts cannot be hidden: they are no whole numbers.')
  return index
}
