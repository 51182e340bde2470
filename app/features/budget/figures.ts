/** Who raised concerns in a cycle and what became of them, as everybody may read it. Pure. */

import { fewest, hideInList, hideInTable, type Shown } from '~/lib/small-numbers'

/** How far a concern came. The least awaited stands last: beside a small number the last ones are hidden first. */
export const stages = ['funded', 'voted', 'grouped', 'alone'] as const
export type Stage = (typeof stages)[number]

/** What people chose to say about themselves, and who wrote; "unsaid" where they did not. */
export const dimensions = {
  sex: ['woman', 'man', 'other', 'unsaid'],
  age: ['under_18', '18_29', '30_49', '50_64', 'over_64', 'unsaid'],
  disability: ['yes', 'no', 'unsaid'],
  group: ['roma', 'egyptian', 'other_minority', 'none', 'unsaid'],
  assisted: ['no', 'yes'],
} as const
export type Dimension = keyof typeof dimensions
export const dimensionNames = Object.keys(dimensions) as Dimension[]

/** One concern. `groupSize`: messages of its group, 0 when it stands in none. */
export type Concern = { stage: Stage; groupSize: number } & Record<Dimension, string>

export type FigureTable = { dimension: Dimension; columns: { value: string; total: Shown; cells: Shown[] }[] }
export type Figures = {
  /** Concerns at each stage, in the order of `stages`. Null: fewer than ten, and they are in no other number. */
  byStage: Shown[]
  tables: FigureTable[]
  /** Ballots by their way. */
  ballots: { total: Shown; online: Shown; paper: Shown }
}

/**
 * The figures of a cycle. The public queue names the size of every group of ten or more, so whoever adds them up knows
 * how many of those came how far. Therefore only they count as grouped, voted or funded. Concerns of smaller groups
 * stand with those of no group, and while these are fewer than ten, none included, they are left out of everything.
 *
 * The numbers of the stages are then 0 or at least ten, and all tables stand over them: what each hides stays hidden
 * (see small-numbers.ts).
 */
export function figuresOf(concerns: readonly Concern[], ballots: { online: number; paper: number }): Figures {
  const placed = concerns.map((concern) => ({
    ...concern,
    stage: concern.groupSize >= fewest ? concern.stage : ('alone' as const),
  }))
  const areAloneShown = placed.filter(({ stage }) => stage === 'alone').length >= fewest
  const counted = areAloneShown ? placed : placed.filter(({ stage }) => stage !== 'alone')
  const count = (is: (concern: Concern) => boolean) => counted.filter(is).length
  const tables = dimensionNames.map((dimension): FigureTable => {
    const values: readonly string[] = dimensions[dimension]
    const cells = stages.map((stage) =>
      values.map((value) => count((of) => of.stage === stage && of[dimension] === value)),
    )
    const shown = hideInTable(cells)
    return {
      dimension,
      columns: values.map((value, column) => ({
        value,
        total: shown.columns[column] ?? null,
        cells: shown.cells.map((row) => row[column] ?? null),
      })),
    }
  })
  const cast = hideInList([ballots.online, ballots.paper])
  const [online = null, paper = null] = cast.counts
  return {
    byStage: stages.map((stage) => (stage === 'alone' && !areAloneShown ? null : count((of) => of.stage === stage))),
    tables,
    ballots: { total: cast.total, online, paper },
  }
}

/** The fields of the open file, in order. */
export const figureFields = ['dimension', 'value', 'stage', 'concerns'] as const
export type FigureRow = Record<'dimension' | 'value' | 'stage', string> & { concerns: Shown }

/** The same as rows of a table: all first, then what people said of themselves, then the ballots. */
export function figureRows({ byStage, tables, ballots }: Figures): FigureRow[] {
  const row = (dimension: string, value: string, stage: string, concerns: Shown): FigureRow => ({
    dimension,
    value,
    stage,
    concerns,
  })
  const rows = (dimension: string, value: string, cells: Shown[]) =>
    stages.map((stage, index) => row(dimension, value, stage, cells[index] ?? null))
  return [
    ...rows('all', 'all', byStage),
    ...tables.flatMap(({ dimension, columns }) =>
      columns.flatMap(({ value, total, cells }) => [
        row(dimension, value, 'all', total),
        ...rows(dimension, value, cells),
      ]),
    ),
    row('ballots', 'all', 'cast', ballots.total),
    row('ballots', 'online', 'cast', ballots.online),
    row('ballots', 'paper', 'cast', ballots.paper),
  ]
}
