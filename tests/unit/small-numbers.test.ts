import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewest, hideInList, hideInTable, type Shown } from '~/lib/small-numbers'
import { readOne, readTwo, type Hidden, type Published } from '../support/reader'

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
const isOpen = (count: number) => count === 0 || count >= fewest
const publish = (cells: number[][]): Published => ({ cells, shown: hideInTable(cells) })

/** Zeros, small numbers and others, about as often; often just at the limit. */
const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 9, max: 12 }),
  fc.integer({ min: 10, max: 80 }),
)
const list = fc.array(count, { minLength: 1, maxLength: 8 })
const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
/** Of each kind: how many came, and of these how many were answered in time, and how many disputed. */
const messages = fc.array(
  fc.tuple(count, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  { minLength: 1, maxLength: 7 },
)
const share = (all: number, part: number) => [Math.round(all * part), all - Math.round(all * part)]

/** Those of which a reader knows too much: nearer than ten apart, or surely below ten. */
const tooNear = (hidden: Hidden[]) =>
  hidden.filter(({ value, from, to }) => value > 0 && (to - from < fewest || to < fewest))

/** Every shown number with the true one beside it. */
function shownOf({ cells, shown }: Published): [Shown, number][] {
  const columns = cells[0]!.map((_, column) => sum(cells.map((line) => line[column]!)))
  return [
    [shown.total, sum(columns)],
    ...shown.rows.map((row, index): [Shown, number] => [row, sum(cells[index]!)]),
    ...shown.columns.map((column, index): [Shown, number] => [column, columns[index]!]),
    ...shown.cells.flatMap((line, row) => line.map((cell, column): [Shown, number] => [cell, cells[row]![column]!])),
  ]
}

describe('a list with its total', () => {
  test.each([
    // Nothing is small: everything is shown, zeros too.
    [[0, 0], 0, [0, 0]],
    [[10, 0, 25], 35, [10, 0, 25]],
    // A small total: nothing is shown.
    [[4], null, [null]],
    [[4, 0, 5], null, [null, null, null]],
    // A single small one takes the last that is not zero with it.
    [[30, 4, 12, 0], 46, [30, null, null, 0]],
    [[30, 12, 4], 46, [30, null, null]],
    // 12 received, 10 in time: both go, for the difference is 2.
    [[10, 2], 12, [null, null]],
    // Two small ones hide each other when they make ten.
    [[30, 5, 5], 40, [30, null, null]],
    [[30, 5, 4], 39, [null, null, null]],
    [[30, 11, 5, 4, 0], 50, [30, null, null, null, 0]],
  ])('%j', (counts, total, expected) => {
    expect(hideInList(counts)).toEqual({ total, counts: expected })
  })

  test('shows no small number and nothing untrue', () => {
    fc.assert(
      fc.property(list, (counts) => {
        const shown = hideInList(counts)
        expect([null, sum(counts)]).toContain(shown.total)
        for (const [index, each] of shown.counts.entries()) {
          expect([null, counts[index]]).toContain(each)
          expect(each === null || isOpen(each)).toBe(true)
        }
      }),
    )
  })

  test('what is hidden makes ten or more together, and is never a single one', () => {
    fc.assert(
      fc.property(list, (counts) => {
        const shown = hideInList(counts)
        const hidden = counts.filter((_, index) => shown.counts[index] === null)
        if (shown.total === null || hidden.length === 0) return
        expect(hidden.length).toBeGreaterThan(1)
        expect(sum(hidden)).toBeGreaterThanOrEqual(fewest)
      }),
    )
  })

  test('hides nothing where nothing is small', () => {
    fc.assert(
      fc.property(fc.array(count.filter(isOpen)), (counts) => hideInList(counts).counts.every((each) => each !== null)),
    )
  })
})

describe('a table with its totals', () => {
  test('hides a rectangle around a small cell', () => {
    const { total, rows, columns, cells } = hideInTable([
      [20, 30, 40],
      [50, 3, 60],
      [70, 80, 90],
    ])
    expect([total, rows, columns]).toEqual([443, [90, 113, 240], [140, 113, 190]])
    expect(cells).toEqual([
      [20, 30, 40],
      [50, null, null],
      [70, null, null],
    ])
  })

  test('hides what stands beneath a hidden total, and no more', () => {
    const { total, rows, columns, cells } = hideInTable([
      [40, 20],
      [5, 2],
      [3, 1],
    ])
    expect([total, rows, columns]).toEqual([71, [60, null, null], [48, 23]])
    expect(cells.flat().every((cell) => cell === null)).toBe(true)
    expect(
      hideInTable([
        [40, 20],
        [30, 15],
        [8, 0],
        [6, 12],
      ]).rows,
    ).toEqual([60, 45, null, null])
  })

  test('tells nothing at all of a small place', () => {
    expect(
      hideInTable([
        [1, 2],
        [3, 0],
      ]),
    ).toEqual({
      total: null,
      rows: [null, null],
      columns: [null, null],
      cells: [
        [null, null],
        [null, null],
      ],
    })
  })

  test('of nothing says nothing', () => {
    expect(
      hideInTable([
        [0, 0],
        [0, 0],
      ]).cells,
    ).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(hideInTable([])).toEqual({ total: 0, rows: [], columns: [], cells: [] })
  })

  test('shows no small number and nothing untrue', () => {
    fc.assert(
      fc.property(table, (cells) => {
        for (const [shown, value] of shownOf(publish(cells))) {
          expect([null, value]).toContain(shown)
          expect(shown === null || isOpen(shown)).toBe(true)
        }
      }),
    )
  })

  test('hides nothing where nothing is small', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const open = cells.map((line) => line.map((cell) => (isOpen(cell) ? cell : 0)))
        expect(hideInTable(open).cells).toEqual(open)
      }),
    )
  })

  test('no reader can reckon a hidden number, nor that it is small', () => {
    fc.assert(
      fc.property(table, (cells) => {
        expect(tooNear(readOne(publish(cells)))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('which ones are hidden tells nothing of how great the others are', () => {
    const mask = (cells: number[][]) => shownOf(publish(cells)).map(([shown]) => shown === null)
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 500 }), (cells, more) => {
        const greater = cells.map((line, row) =>
          line.map((cell, column) => (cell >= fewest ? cell + ((more * (row + 1) * (column + 2)) % 97) : cell)),
        )
        expect(mask(greater)).toEqual(mask(cells))
      }),
    )
  })
})

describe('two tables over the same rows', () => {
  const two = (kinds: [number, number, number][]) =>
    [
      publish(kinds.map(([all, inTime]) => share(all, inTime))),
      publish(kinds.map(([all, , disputed]) => share(all, disputed))),
    ] as const

  test('hide the same totals of rows', () => {
    fc.assert(
      fc.property(messages, (kinds) => {
        const [first, second] = two(kinds)
        expect(first.shown.rows).toEqual(second.shown.rows)
        expect(first.shown.total).toEqual(second.shown.total)
      }),
    )
  })

  test('give no number away when they are read together', () => {
    fc.assert(
      fc.property(messages, (kinds) => {
        expect(tooNear(readTwo(...two(kinds)))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('of any shape, too', () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (cells, parts) => {
        const second = cells.map((line) => share(sum(line), parts.next().value as number))
        expect(tooNear(readTwo(publish(cells), publish(second)))).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the reader of these tests', () => {
  const nothingShown = (cells: number[][]): Published => ({ cells, shown: hideInTable(cells) })

  test('finds what is hidden badly', () => {
    const cells = [
      [20, 2],
      [30, 15],
    ]
    const shown = {
      total: 67,
      rows: [22, 45],
      columns: [50, 17],
      cells: [
        [20, null],
        [30, 15],
      ],
    }
    const [hidden] = readOne({ cells, shown })
    expect(hidden).toMatchObject({ value: 2, from: 2, to: 2 })
    const twice = {
      ...shown,
      cells: [
        [null, null],
        [30, 15],
      ],
    }
    expect(readOne({ cells, shown: twice }).map(({ from, to }) => [from, to])).toEqual([
      [20, 20],
      [2, 2],
    ])
    const rectangle = {
      ...shown,
      cells: [
        [null, null],
        [null, null],
      ],
    }
    expect(readOne({ cells, shown: rectangle }).map(({ from, to }) => [from, to])).toEqual([
      [5, 22],
      [28, 45],
      [0, 17],
      [0, 17],
    ])
  })

  test('finds what two tables tell together', () => {
    // Alone, the row totals 12 and 8 are hidden well; the second table shows them by its cells.
    const first = nothingShown([[12], [8], [30]])
    const second = {
      cells: [
        [12, 0],
        [8, 0],
        [30, 0],
      ],
      shown: {
        ...hideInTable([
          [12, 0],
          [8, 0],
          [30, 0],
        ]),
        cells: [
          [12, 0],
          [null, 0],
          [30, 0],
        ],
      },
    }
    const row = readTwo(first, second).find(({ name }) => name === 'row 1')
    expect(row).toMatchObject({ from: 8, to: 8 })
  })

  test('finds the same as trying out everything', () => {
    const small = fc.tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 0, max: 12 })), fc.integer({ min: 0, max: 15 }))
    fc.assert(
      fc.property(small, ([a = 0, b = 0, c = 0, d = 0, mask = 0]) => {
        const cells = [
          [a, b],
          [c, d],
        ]
        // Any pattern of shown cells, with all totals shown.
        const shown = {
          total: a + b + c + d,
          rows: [a + b, c + d],
          columns: [a + c, b + d],
          cells: cells.map((line, row) => line.map((cell, column) => ((mask >> (2 * row + column)) & 1 ? null : cell))),
        }
        const fillings = []
        for (let x = 0; x <= a + b; x++) {
          const filling = [x, a + b - x, a + c - x, d - a + x]
          const fits = filling.every((each, at) => each >= 0 && [each, null].includes(shown.cells.flat()[at]!))
          if (fits) fillings.push(filling)
        }
        for (const { name, from, to } of readOne({ cells, shown })) {
          const [column = 0, row = 0] = name.match(/\d/g)!.map(Number)
          const found = fillings.map((filling) => filling[2 * row + column]!)
          expect([from, to]).toEqual([Math.min(...found), Math.max(...found)])
        }
      }),
    )
  })
})
