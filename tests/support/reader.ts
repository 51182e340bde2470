import type { hideInTable, Shown } from '../../app/lib/small-numbers'

/** A table and what is shown of it. */
export type Published = { cells: number[][]; shown: ReturnType<typeof hideInTable> }
export type Hidden = { name: string; value: number; from: number; to: number }
type Edge = { name: string; start: string; end: string; value: number; shown: Shown }

/**
 * What somebody who reads two tables over the same rows can find out by reckoning: the exact least and most of each
 * hidden number. The tables are a stream of whole numbers, from the columns of the first through the rows to the columns
 * of the second and back; a number that is shown cannot change, a hidden one can, as far as a circle leads round it.
 */
export function readTwo(first: Published, second: Published): Hidden[] {
  const edges = edgesOf(first, second)
  return edges
    .filter(({ shown }) => shown === null)
    .map((edge) => ({
      name: edge.name,
      value: edge.value,
      from: edge.value - Math.min(edge.value, most(edges, edge, edge.start, edge.end)),
      to: edge.value + most(edges, edge, edge.end, edge.start),
    }))
}

/** The same for a table that stands alone: the other one says no more than its rows' totals. */
export function readOne(table: Published): Hidden[] {
  const totals = table.cells.map((line) => [sum(line)])
  const { total, rows } = table.shown
  const shown = { total, rows, columns: [total], cells: rows.map((row) => [row]) }
  return readTwo(table, { cells: totals, shown }).filter(({ name }) => !name.startsWith('second'))
}

const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0)

function edgesOf(first: Published, second: Published): Edge[] {
  const total = sum(first.cells.map(sum))
  const edges: Edge[] = [{ name: 'total', start: 'end', end: 'start', value: total, shown: first.shown.total }]
  for (const [row, line] of first.cells.entries()) {
    const [start, end] = [`row ${row} in`, `row ${row} out`]
    edges.push({ name: `row ${row}`, start, end, value: sum(line), shown: first.shown.rows[row]! })
  }
  for (const [which, { cells, shown }] of Object.entries({ first, second })) {
    for (const column of cells[0]!.keys()) {
      const node = `${which} column ${column}`
      const add = (name: string, value: number, seen: Shown, other: string) => {
        const ends = which === 'first' ? { start: other, end: node } : { start: node, end: other }
        edges.push({ name, ...ends, value, shown: seen })
      }
      const value = sum(cells.map((line) => line[column]!))
      add(node, value, shown.columns[column]!, which === 'first' ? 'start' : 'end')
      for (const [row, line] of cells.entries()) {
        const [start, end] = which === 'first' ? [node, `row ${row} in`] : [`row ${row} out`, node]
        edges.push({ name: `${node}, row ${row}`, start, end, value: line[column]!, shown: shown.cells[row]![column]! })
      }
    }
  }
  return edges
}

/** How much more can go from one node to another by changing hidden numbers, without the one edge. */
function most(edges: Edge[], without: Edge, from: string, to: string): number {
  const room = new Map<string, Map<string, number>>()
  const widen = (start: string, end: string, by: number) => {
    const ends = room.get(start) ?? new Map<string, number>()
    room.set(start, ends.set(end, (ends.get(end) ?? 0) + by))
  }
  for (const edge of edges) {
    if (edge === without || edge.shown !== null) continue
    widen(edge.start, edge.end, Infinity)
    widen(edge.end, edge.start, edge.value)
  }
  for (let found = 0; ;) {
    const before = new Map([[from, from]])
    for (const node of before.keys()) {
      for (const [next, left] of room.get(node) ?? []) if (left > 0 && !before.has(next)) before.set(next, node)
    }
    if (!before.has(to)) return found
    const steps: [string, string][] = []
    for (let node = to; node !== from; node = before.get(node)!) steps.push([before.get(node)!, node])
    const more = Math.min(...steps.map(([start, end]) => room.get(start)!.get(end)!))
    if (more === Infinity) return Infinity
    for (const [start, end] of steps) {
      widen(start, end, -more)
      widen(end, start, more)
    }
    found += more
  }
}
