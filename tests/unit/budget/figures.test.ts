import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dimensionNames,
  dimensions,
  figureFields,
  figureRows,
  figuresOf,
  stages,
  type Concern,
  type Figures,
  type Stage,
} from '../../../app/features/budget/figures'
import { gotBy, type ProposalResult } from '../../../app/features/budget/result'
import { fewest } from '../../../app/lib/small-numbers'
import { readTwo, type Published } from '../../support/reader'

const noBallots = { online: 0, paper: 0 }
const unsaid = { sex: 'unsaid', age: 'unsaid', disability: 'unsaid', group: 'unsaid', assisted: 'no' }
const concerns = (count: number, stage: Stage, groupSize: number, said: Partial<Concern> = {}): Concern[] =>
  Array.from({ length: count }, () => ({ stage, groupSize, ...unsaid, ...said }))
const tableOf = (figures: Figures, dimension: string) =>
  figures.tables.find((table) => table.dimension === dimension)?.columns ?? []

describe('how far concerns came', () => {
  test('is counted by stage', () => {
    const all = [
      ...concerns(12, 'funded', 12),
      ...concerns(20, 'voted', 20),
      ...concerns(11, 'grouped', 11),
      ...concerns(15, 'alone', 0),
    ]
    expect(figuresOf(all, { online: 300, paper: 60 })).toMatchObject({
      byStage: [12, 20, 11, 15],
      ballots: { total: 360, online: 300, paper: 60 },
    })
  })

  test('those of a group of fewer than ten stand with those of no group', () => {
    const all = [...concerns(9, 'funded', 9), ...concerns(12, 'voted', 12), ...concerns(3, 'alone', 0)]
    expect(figuresOf(all, noBallots).byStage).toEqual([0, 12, 0, 12])
  })

  test.each([0, 1, 9])('%i of no group are in no number, and nobody learns whether there are any', (count) => {
    const women = { sex: 'woman' }
    const all = [...concerns(12, 'funded', 12), ...concerns(count, 'alone', 0, women)]
    const figures = figuresOf(all, noBallots)
    expect(figures).toEqual(figuresOf(concerns(12, 'funded', 12), noBallots))
    expect(figures.byStage).toEqual([12, 0, 0, null])
  })

  test('few ballots on paper hide their number, and the one that would give it away', () => {
    expect(figuresOf([], { online: 300, paper: 4 }).ballots).toEqual({ total: 304, online: null, paper: null })
  })

  test('what people said of themselves is counted only where nobody can be found by it', () => {
    const all = [
      ...concerns(20, 'funded', 40, { sex: 'woman' }),
      ...concerns(20, 'funded', 40, { sex: 'man' }),
      ...concerns(30, 'voted', 33, { sex: 'woman' }),
      ...concerns(3, 'voted', 33, { sex: 'man' }),
    ]
    const [woman, man] = tableOf(figuresOf(all, noBallots), 'sex')
    expect(man).toMatchObject({ value: 'man', total: 23 })
    expect(man?.cells[1]).toBeNull()
    expect(woman?.cells[1]).toBeNull()
  })

  test('a value that nobody knows of is in no column', () => {
    const all = concerns(12, 'funded', 12, { sex: 'made up' })
    expect(tableOf(figuresOf(all, noBallots), 'sex').every(({ total }) => total === 0)).toBe(true)
  })
})

/** Groups of a cycle, each with a size and how far it came, and concerns of no group. */
const cycle = fc
  .record({
    groups: fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 30 }), stage: fc.constantFrom(...stages.slice(0, 3)) }),
      {
        maxLength: 5,
      },
    ),
    alone: fc.integer({ min: 0, max: 25 }),
    draws: fc.infiniteStream(fc.nat(1_000)),
  })
  .map(({ groups, alone, draws }) => {
    const draw = (values: readonly string[]) => values[(draws.next().value as number) % values.length] as string
    const concern = (stage: Stage, groupSize: number): Concern => ({
      stage,
      groupSize,
      sex: draw(dimensions.sex),
      age: draw(dimensions.age),
      disability: draw(dimensions.disability),
      group: draw(dimensions.group),
      assisted: draw(dimensions.assisted),
    })
    const grouped = groups.flatMap(({ size, stage }) => Array.from({ length: size }, () => concern(stage, size)))
    return { groups, all: [...grouped, ...Array.from({ length: alone }, () => concern('alone', 0))] }
  })

describe('a reader who adds and subtracts', () => {
  /** A table as it is published, with the true numbers of those who are in it. */
  function published(figures: Figures, all: readonly Concern[], dimension: (typeof dimensionNames)[number]): Published {
    const isCounted = figures.byStage.at(-1) !== null
    const stageOf = ({ stage, groupSize }: Concern) => (groupSize >= fewest ? stage : 'alone')
    const counted = all.filter((concern) => isCounted || stageOf(concern) !== 'alone')
    const columns = tableOf(figures, dimension)
    const cells = stages.map((stage) =>
      columns.map(({ value }) => counted.filter((of) => stageOf(of) === stage && of[dimension] === value).length),
    )
    return {
      cells,
      shown: {
        total: counted.length,
        // The stages are known by adding up the groups of the public queue; those left out are in no cell.
        rows: figures.byStage.map((count) => count ?? 0),
        columns: columns.map(({ total }) => total),
        cells: stages.map((_, row) => columns.map(({ cells: own }) => own[row] ?? null)),
      },
    }
  }

  test('finds no number of one to nine, in one table or in two beside each other', () => {
    fc.assert(
      fc.property(cycle, ({ all }) => {
        const figures = figuresOf(all, noBallots)
        const tables = dimensionNames.map((dimension) => published(figures, all, dimension))
        for (const first of tables) {
          for (const second of tables.filter((table) => table !== first)) {
            const near = readTwo(first, second).filter(
              ({ value, from, to }) => value > 0 && (to - from < fewest || to < fewest),
            )
            expect(near).toEqual([])
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('finds of the stages no more than the public queue says', () => {
    fc.assert(
      fc.property(cycle, ({ groups, all }) => {
        const { byStage } = figuresOf(all, noBallots)
        const inQueue = stages
          .slice(0, 3)
          .map((stage) =>
            groups
              .filter((group) => group.stage === stage && group.size >= fewest)
              .reduce((sum, { size }) => sum + size, 0),
          )
        expect(byStage.slice(0, 3)).toEqual(inQueue)
        expect(byStage[3] === null || byStage[3]! >= fewest).toBe(true)
      }),
    )
  })
})

test('the open file has a row for every number, and no other', () => {
  const rows = figureRows(figuresOf([...concerns(12, 'funded', 12)], { online: 300, paper: 60 }))
  const values = dimensionNames.reduce((sum, name) => sum + dimensions[name].length, 0)
  expect(rows).toHaveLength(stages.length + values * (stages.length + 1) + 3)
  expect(rows.every((row) => Object.keys(row).join() === figureFields.join())).toBe(true)
  expect(rows[0]).toEqual({ dimension: 'all', value: 'all', stage: 'funded', concerns: 12 })
  expect(rows.at(-1)).toEqual({ dimension: 'ballots', value: 'paper', stage: 'cast', concerns: 60 })
})

describe('what each unit got', () => {
  const proposal = (number: number, cost: string, won: boolean): ProposalResult => ({
    ...{ number, cost, won },
    ...{ ballots: 1, whynot: null },
  })

  test('is the money of its winners; who got nothing stands there too, the whole municipality last', () => {
    const names: Record<number, string | null> = { 1: 'Drenovë', 2: 'Drenovë', 3: 'Voskop', 4: null }
    const all = [
      proposal(1, '400', true),
      proposal(2, '900', false),
      proposal(3, '100', false),
      proposal(4, '999', true),
    ]
    expect(gotBy(all, (number) => names[number] ?? null)).toEqual([
      { name: 'Drenovë', spent: '400', won: 1, of: 2 },
      { name: 'Voskop', spent: '0', won: 0, of: 1 },
      { name: null, spent: '999', won: 1, of: 1 },
    ])
  })

  test('adds money beyond what a double holds exactly', () => {
    const all = [proposal(1, '9007199254740993', true), proposal(2, '2', true)]
    expect(gotBy(all, () => 'x')[0]?.spent).toBe('9007199254740995')
  })
})
